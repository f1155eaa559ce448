"""What cannot be a photo is refused with a code and one line, before it costs memory, and never otherwise."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from sync.formats.photo import PhotoRefused, RefusalCode, prepare, probe
from tests.sync.formats.photo.pictures import asymmetric, encoded, exif_block, short, with_exif

FORMATS = {"JPEG": {}, "PNG": {}, "WEBP": {}, "GIF": {}, "TIFF": {"compression": "tiff_lzw"}, "AVIF": {}}
STARTS = [b"", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\x00\x00\x00WEBPVP8X", b"GIF89a", b"II*\x00", b"BM"]
STARTS += [b"\x00\x00\x00\x20ftypavif\x00\x00\x00\x00", b"MM\x00*\x00\x00\x00\x08", b"\x00\x00\x00\x18ftypheic"]


def refusal(source: Path | bytes) -> PhotoRefused:
    with pytest.raises(PhotoRefused) as caught:
        prepare(source)
    assert "\n" not in caught.value.message
    return caught.value


def png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def jpeg_of_size(width: int, height: int, *, progressive: bool = False) -> bytes:
    data = bytearray(encoded(asymmetric(), progressive=progressive))
    at = data.index(b"\xff\xc2" if progressive else b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def webp_of_size(width: int, height: int) -> bytes:
    body = b"VP8X" + struct.pack("<I", 10) + bytes(4)
    body += (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def gif_with_frame_of_size(width: int, height: int) -> bytes:
    """The canvas stays small; only its first frame is huge."""
    data = bytearray(encoded(asymmetric(), "GIF"))
    at = data.index(b"\x2c", 13 + 3 * 2 ** ((data[10] & 7) + 1))
    data[at + 5 : at + 9] = struct.pack("<HH", width, height)
    return bytes(data)


def gif_of_size(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + encoded(asymmetric(), "GIF")[10:]


@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param(png_header(60_000, 60_000), id="png"),
        pytest.param(jpeg_of_size(65_000, 65_000), id="jpeg"),
        pytest.param(jpeg_of_size(10_000, 10_000, progressive=True), id="progressive jpeg"),
        pytest.param(webp_of_size(16_000_000, 16_000_000), id="webp"),
        pytest.param(gif_of_size(65_000, 65_000), id="gif"),
        pytest.param(gif_with_frame_of_size(65_000, 65_000), id="gif frame"),
    ],
)
def test_a_decompression_bomb_is_refused_by_its_header(bomb: bytes) -> None:
    """Had a pixel been decoded, the answer would be `truncated`, or no answer for lack of memory."""
    refused = refusal(bomb)
    assert refused.code is RefusalCode.TOO_LARGE
    with pytest.raises(PhotoRefused, match="too large"):
        probe(bomb)


def test_a_file_larger_than_any_photo_is_refused_unread(tmp_path: Path) -> None:
    sparse = tmp_path / "film.jpg"
    with sparse.open("wb") as file:
        file.truncate(20 * 1024**3)
    assert refusal(sparse).code is RefusalCode.TOO_LARGE


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("note.jpg", "Rue Stendhal, lampadaire éteint".encode(), RefusalCode.NOT_A_PICTURE),
        ("film.mp4", b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp41", RefusalCode.NOT_A_PICTURE),
        ("empty.jpg", b"", RefusalCode.EMPTY),
        ("cut.jpg", encoded(asymmetric(640, 400))[:900], RefusalCode.TRUNCATED),
        ("cut.png", encoded(asymmetric(640, 400), "PNG")[:-40], RefusalCode.TRUNCATED),
        ("header.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", RefusalCode.TRUNCATED),
        ("damaged.jpg", jpeg_of_size(0, 0), RefusalCode.UNREADABLE),
        ("new.heic", b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", RefusalCode.HEIC_UNREADABLE),
    ],
)
def test_each_bad_file_has_its_code_and_is_named(tmp_path: Path, name: str, content: bytes, code: RefusalCode) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    refused = refusal(path)
    assert refused.code is code
    assert refused.message.startswith(f"{name}: ")
    assert str(tmp_path) not in refused.message


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.jpg").code is RefusalCode.UNREADABLE
    assert refusal(tmp_path).code is RefusalCode.UNREADABLE


def test_the_iphones_heic_is_said_plainly(shared_data: Path) -> None:
    refused = refusal(shared_data / "photos/exif-samples/heic/mobile/iphone_13_pro_max.HEIC")
    assert refused.code is RefusalCode.HEIC_UNREADABLE
    assert "JPEG" in refused.message


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_photo_cut_anywhere_is_refused_or_read(format_name: str) -> None:
    whole = encoded(asymmetric(), format_name, **FORMATS[format_name])
    for length in range(0, len(whole), max(1, len(whole) // 60)):
        refuses_or_prepares(whole[:length])


@given(st.sampled_from(STARTS), st.binary(max_size=300))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_random_bytes_are_refused_and_nothing_else_happens(start: bytes, rest: bytes) -> None:
    refuses_or_prepares(start + rest)


@pytest.mark.parametrize("format_name", FORMATS)
@given(data=st.data())
@settings(deadline=None, derandomize=True, max_examples=60)
def test_a_damaged_photo_is_refused_or_prepared(format_name: str, data: st.DataObject) -> None:
    damaged = bytearray(PICTURES[format_name])
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    refuses_or_prepares(bytes(damaged))


def refuses_or_prepares(content: bytes) -> None:
    try:
        probe(content)
        prepared = prepare(content)
    except PhotoRefused as refused:
        assert refused.code in RefusalCode
    else:
        assert prepared.jpeg.startswith(b"\xff\xd8")


def _sample(format_name: str) -> bytes:
    picture = Image.linear_gradient("L").resize((48, 32)).convert("RGB")
    if format_name == "JPEG":
        return with_exif(exif_block(main=[short(0x0112, 6)]), picture)
    return encoded(picture, format_name, **FORMATS[format_name])


PICTURES = {format_name: _sample(format_name) for format_name in FORMATS}
