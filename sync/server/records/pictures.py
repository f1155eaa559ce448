"""Whether bytes begin like something a tablet sends: the store is for pictures and voice, not for anything else."""

from __future__ import annotations

from sync.protocol.errors import ErrorCode, Refused

START = 16
_STARTS = (
    b"\xff\xd8\xff",  # JPEG
    b"\x89PNG\r\n\x1a\n",
    b"OggS",
    b"fLaC",
    b"ID3",
    b"\xff\xfb",  # MP3 without a tag
    b"\xff\xf1",  # AAC
)


def check_start(start: bytes) -> None:
    """Raises Refused with BAD_FIELD."""
    if start.startswith(_STARTS) or _is_container(start):
        return
    raise Refused(ErrorCode.BAD_FIELD, "these bytes are neither a picture nor a voice note")


def _is_container(start: bytes) -> bool:
    """WebP and WAV (RIFF), MP4 and M4A (ftyp)."""
    return (start[8:12] in (b"WEBP", b"WAVE") and start[:4] == b"RIFF") or start[4:8] == b"ftyp"
