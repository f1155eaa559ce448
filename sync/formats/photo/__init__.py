"""Photo preparation, used by both sides: read what a photo says, find what is private in it, make its final bytes."""

from sync.formats.photo.arrow import Arrow
from sync.formats.photo.blur import Box, blur_available, find_private
from sync.formats.photo.prepare import MAX_SIDE, PREVIEW_MAX_BYTES, Prepared, prepare
from sync.formats.photo.probe import PhotoFacts, probe
from sync.formats.photo.refusal import PhotoRefused, RefusalCode

__all__ = [
    "MAX_SIDE",
    "PREVIEW_MAX_BYTES",
    "Arrow",
    "Box",
    "PhotoFacts",
    "PhotoRefused",
    "Prepared",
    "RefusalCode",
    "blur_available",
    "find_private",
    "prepare",
    "probe",
]
