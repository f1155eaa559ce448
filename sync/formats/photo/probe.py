"""What a photo says about itself, read from its header without decoding a pixel."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sync.formats.photo.exif import ExifFacts, read_exif
from sync.formats.photo.source import OpenedPhoto, open_photo

_SIDEWAYS = range(5, 9)


@dataclass(frozen=True, kw_only=True)
class PhotoFacts(ExifFacts):
    """`width` and `height` are those of the upright picture; `position` is (latitude, longitude, accuracy in m)."""

    width: int
    height: int
    format: str


def probe(source: Path | str | bytes) -> PhotoFacts:
    """The facts of the header. Raises PhotoRefused; a photo whose pixels are damaged may still pass here."""
    return facts_of(open_photo(source))


def facts_of(photo: OpenedPhoto) -> PhotoFacts:
    """The same facts for a photo already open."""
    facts = read_exif(photo.exif)
    width, height = photo.image.size
    if facts.orientation in _SIDEWAYS and not photo.turned_by_decoder:
        width, height = height, width
    return PhotoFacts(width=width, height=height, format=photo.format, **vars(facts))
