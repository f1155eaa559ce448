"""What leaves the tablet is upright, small, right in colour, and says nothing but the picture (S-217)."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy
import pytest
from PIL import Image

from sync.formats.photo import MAX_SIDE, PREVIEW_MAX_BYTES, PhotoRefused, Prepared, RefusalCode, prepare
from tests.sync.formats.photo.pictures import asymmetric, encoded, exif_block, opened, short, text, with_exif

FOLDERS = ["exif-samples", "graffiti", "malformed-pillow", "mapillary-tools", "metadata-extractor", "privacy"]
# Start, JFIF, tables, frame, scan, restart interval: no application segment but JFIF's, no comment.
PLAIN_MARKERS = {0xD8, 0xE0, 0xDB, 0xC0, 0xC4, 0xDA, 0xDD}


@pytest.fixture
def photos(shared_data: Path) -> Path:
    return shared_data / "photos"


def markers(jpeg: bytes) -> set[int]:
    found, at = {jpeg[1]}, 2
    while jpeg[at + 1] != 0xDA:
        assert jpeg[at] == 0xFF
        found.add(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4])
    return found


def assert_says_nothing(jpeg: bytes) -> None:
    assert markers(jpeg) <= PLAIN_MARKERS
    assert jpeg.endswith(b"\xff\xd9")
    assert not any(word in jpeg for word in (b"Exif", b"http", b"Photoshop", b"ICC_PROFILE", b"secret"))
    with opened(jpeg) as picture:
        assert not picture.getexif()


def assert_sendable(prepared: Prepared) -> None:
    assert prepared.size == len(prepared.jpeg)
    assert prepared.sha256 == hashlib.sha256(prepared.jpeg).hexdigest()
    assert prepared.preview_sha256 == hashlib.sha256(prepared.preview).hexdigest()
    assert len(prepared.preview) <= PREVIEW_MAX_BYTES
    for jpeg in (prepared.jpeg, prepared.preview):
        assert_says_nothing(jpeg)
    with opened(prepared.jpeg) as picture:
        assert picture.size == (prepared.width, prepared.height)
        assert max(picture.size) <= MAX_SIDE
        picture.load()


def pixels(prepared: Prepared) -> numpy.ndarray:
    with opened(prepared.jpeg) as picture:
        return numpy.asarray(picture, dtype=numpy.float32)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_real_file_is_prepared_or_refused_with_a_code(photos: Path, folder: str) -> None:
    files = sorted(
        path for path in (photos / folder).rglob("*") if path.suffix not in (".txt", ".md") and path.is_file()
    )
    refused: dict[str, RefusalCode] = {}
    for path in files:
        try:
            assert_sendable(prepare(path))
        except PhotoRefused as refusal:
            assert path.name in refusal.message
            refused[path.name] = refusal.code
    assert len(refused) < 0.2 * len(files), refused


@pytest.mark.parametrize("number", range(2, 9))
def test_all_orientations_of_a_real_photo_give_the_same_upright_picture(photos: Path, number: int) -> None:
    folder = photos / "exif-samples/jpg/orientation"
    upright = pixels(prepare(folder / "landscape_1.jpg"))
    turned = pixels(prepare(folder / f"landscape_{number}.jpg"))
    assert turned.shape == upright.shape
    wrong = abs(upright[::-1] - upright).mean()
    assert abs(turned - upright).mean() < wrong / 5


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize(
    ("orientation", "undo"),
    list(
        enumerate(
            [
                None,
                Image.Transpose.FLIP_LEFT_RIGHT,
                Image.Transpose.ROTATE_180,
                Image.Transpose.FLIP_TOP_BOTTOM,
                Image.Transpose.TRANSPOSE,
                Image.Transpose.ROTATE_90,
                Image.Transpose.TRANSVERSE,
                Image.Transpose.ROTATE_270,
            ],
            start=1,
        )
    ),
)
def test_each_orientation_of_each_format_is_turned_exactly_once(
    format_name: str, orientation: int, undo: Image.Transpose | None
) -> None:
    upright = asymmetric(320, 200)
    as_stored = upright if undo is None else upright.transpose(undo)
    block = b"Exif\x00\x00" + exif_block(main=[short(0x0112, orientation)])
    prepared = prepare(encoded(as_stored, format_name, exif=block))
    assert (prepared.width, prepared.height) == (320, 200)
    assert abs(pixels(prepared) - numpy.asarray(upright)).mean() < 4


def test_exif_thumbnail_xmp_comment_and_trailer_are_gone() -> None:
    thumbnail = encoded(asymmetric(32, 20))
    block = exif_block(main=[text(0x010E, "secret place"), short(0x0112, 1)]) + thumbnail
    source = encoded(
        asymmetric(320, 200),
        exif=b"Exif\x00\x00" + block,
        xmp=b"<x:xmpmeta>secret</x:xmpmeta>",
        comment=b"secret name",
    )
    source += b"secret trailer"
    assert source.count(b"secret") == 4
    assert_sendable(prepare(source))


@pytest.mark.parametrize("format_name", ["PNG", "WEBP", "TIFF", "GIF"])
def test_metadata_of_other_formats_is_gone(format_name: str) -> None:
    source = encoded(asymmetric(), format_name, exif=exif_block(main=[text(0x010E, "secret")]), comment=b"secret")
    assert b"secret" in source
    assert_sendable(prepare(source))


def test_a_twelve_megapixel_photo_is_stored_at_exactly_half(photos: Path) -> None:
    prepared = prepare(photos / "metadata-extractor/Samsung_SM-G935L_(Galaxy_S7_Edge).jpg")
    assert (prepared.width, prepared.height) == (2016, 1512)


@pytest.mark.parametrize("size", [(2048, 100), (2049, 100), (4097, 3), (9000, 40), (1, 1), (1, 3000)])
def test_no_side_is_above_the_limit_and_the_shape_is_kept(size: tuple[int, int]) -> None:
    prepared = prepare(encoded(Image.new("RGB", size, "grey")))
    assert max(prepared.width, prepared.height) <= MAX_SIDE
    if min(size) > 1:
        assert prepared.width / prepared.height == pytest.approx(size[0] / size[1], rel=0.4)


def test_a_preview_of_pure_noise_still_fits() -> None:
    noise = numpy.random.default_rng(1).integers(0, 255, (1500, 1500, 3), dtype=numpy.uint8)
    prepared = prepare(encoded(Image.fromarray(noise), quality=95))
    assert 10_000 < len(prepared.preview) <= PREVIEW_MAX_BYTES


def test_the_same_photo_gives_the_same_bytes_on_any_thread(photos: Path) -> None:
    path = photos / "mapillary-tools/DSC00001.JPG"
    with ThreadPoolExecutor(4) as pool:
        all_prepared = list(pool.map(prepare, [path] * 4))
    assert len({(one.sha256, one.preview_sha256) for one in all_prepared}) == 1
    assert prepare(path.read_bytes()).sha256 == all_prepared[0].sha256


def flat_colour(source: bytes) -> tuple[int, ...]:
    return tuple(round(channel) for channel in pixels(prepare(source)).mean(axis=(0, 1)))


def test_every_kind_of_pixel_becomes_rgb() -> None:
    grey16 = Image.fromarray(numpy.full((16, 16), 0x8080, dtype=numpy.uint16))
    clear_red = Image.new("RGBA", (16, 16), (255, 0, 0, 0))
    cyan = Image.new("CMYK", (16, 16), (255, 0, 0, 0))
    half_black = Image.new("LA", (16, 16), (0, 128))
    palette = Image.new("RGB", (16, 16), (0, 0, 200)).convert("P", palette=Image.Palette.ADAPTIVE)
    assert flat_colour(encoded(grey16, "PNG")) == pytest.approx((128, 128, 128), abs=2)
    assert flat_colour(encoded(clear_red, "PNG")) == pytest.approx((255, 255, 255), abs=2)
    assert flat_colour(encoded(cyan, "JPEG")) == pytest.approx((0, 255, 255), abs=4)
    assert flat_colour(encoded(half_black, "PNG")) == pytest.approx((127, 127, 127), abs=2)
    assert flat_colour(encoded(palette, "GIF")) == pytest.approx((0, 0, 200), abs=4)
    assert flat_colour(encoded(palette, "PNG", transparency=0)) == pytest.approx((255, 255, 255), abs=2)
    assert flat_colour(encoded(Image.new("1", (16, 16), 1), "PNG")) == pytest.approx((255, 255, 255), abs=2)
    assert flat_colour(encoded(Image.new("F", (16, 16), 128.0), "TIFF")) == pytest.approx((128, 128, 128), abs=2)


def test_an_animation_gives_its_first_picture() -> None:
    frames = [Image.new("RGB", (16, 16), colour) for colour in ("red", "lime")]
    source = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert flat_colour(source) == pytest.approx((254, 0, 0), abs=4)


def test_colours_of_another_profile_are_turned_into_srgb(photos: Path) -> None:
    """A mid grey under the gamma of 1.8 of that profile is 147 in sRGB."""
    with Image.open(photos / "exif-samples/jpg/orientation/landscape_2.jpg") as photo:
        profile = photo.info["icc_profile"]
    grey = Image.new("RGB", (16, 16), (128, 128, 128))
    assert flat_colour(encoded(grey, icc_profile=profile)) == pytest.approx((147, 147, 147), abs=3)


def test_a_broken_colour_profile_is_ignored() -> None:
    grey = Image.new("RGB", (16, 16), (128, 128, 128))
    assert flat_colour(encoded(grey, icc_profile=b"no profile")) == pytest.approx((128, 128, 128), abs=2)


def test_rubbish_between_the_segments_is_passed_over() -> None:
    source = with_exif(exif_block(main=[short(0x0112, 6)]), asymmetric(64, 40))
    at = source.index(b"\xff\xdb")
    prepared = prepare(source[:at] + b"\x00\x00rubbish\xff\xff" + source[at:])
    assert (prepared.width, prepared.height) == (40, 64)
