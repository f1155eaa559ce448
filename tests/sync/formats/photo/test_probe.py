"""What real cameras wrote is read as they meant it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sync.formats.photo import PhotoFacts, probe
from tests.sync.formats.photo.pictures import asymmetric, encoded, exif_block, short


@pytest.fixture
def photos(shared_data: Path) -> Path:
    return shared_data / "photos"


def place(facts: PhotoFacts) -> tuple[float, float]:
    assert facts.position is not None
    return round(facts.position[0], 4), round(facts.position[1], 4)


def test_the_eiffel_tower_stands_where_the_camera_says(photos: Path) -> None:
    facts = probe(photos / "metadata-extractor/FujiFilm_FinePixS2Pro.jpg")
    assert place(facts) == (48.8578, 2.297)
    assert facts.taken_at_local == datetime(2002, 8, 24, 13, 59, 8)
    assert facts.taken_at_utc is None


def test_a_phone_at_night_gives_place_and_satellite_time(photos: Path) -> None:
    facts = probe(photos / "metadata-extractor/Samsung_SM-G935L_(Galaxy_S7_Edge).jpg")
    assert (facts.width, facts.height, facts.format) == (4032, 3024, "JPEG")
    assert place(facts) == (48.8925, 2.2364)
    assert facts.taken_at_utc == datetime(2017, 2, 9, 18, 51, 28, tzinfo=UTC)


def test_offset_direction_and_accuracy_are_read(photos: Path) -> None:
    assert probe(photos / "mapillary-tools/DSC00001.JPG").utc_offset_minutes == -420
    facts = probe(photos / "metadata-extractor/Issue_508.jpg")
    assert facts.position is not None
    assert facts.position[2] == pytest.approx(4.79, abs=0.01)
    assert facts.direction_deg == pytest.approx(174.07, abs=0.01)
    assert facts.direction_ref == "true"


@pytest.mark.parametrize("name", ["Issue_308.jpg", "Samsung_GT-I9000_(Galaxy_S).jpg"])
def test_a_phone_without_fix_has_no_place_in_the_gulf_of_guinea(photos: Path, name: str) -> None:
    facts = probe(photos / "metadata-extractor" / name)
    assert facts.position is None
    assert facts.taken_at_local is not None


def test_a_damaged_exif_block_costs_only_what_is_damaged(photos: Path) -> None:
    facts = probe(photos / "mapillary-tools/corrupt_exif.jpg")
    assert place(facts) == (48.081, -1.6678)
    assert facts.taken_at_utc is None


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_width_and_height_are_those_of_the_upright_picture(format_name: str) -> None:
    block = b"Exif\x00\x00" + exif_block(main=[short(0x0112, 6)])
    facts = probe(encoded(asymmetric(64, 40), format_name, exif=block))
    assert (facts.orientation, facts.width, facts.height) == (6, 40, 64)
