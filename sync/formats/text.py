"""Bytes of a chosen file to text: bounded in size, and in whatever encoding an office or a phone wrote it."""

from __future__ import annotations

import codecs
from pathlib import Path

from sync.formats.errors import InputError, unopened

# A day at one fix a second is about 12 MB of GPX; above this a file is not a walk, and would fill memory.
MAX_INPUT_BYTES = 128 * 1024 * 1024

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_bytes(path: Path, *, limit: int = MAX_INPUT_BYTES) -> bytes:
    """The whole file; raises InputError when it is missing, unreadable, larger than ``limit`` or empty."""
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise unopened(error, path) from error
    if len(data) > limit:
        raise InputError(
            "file_too_large",
            f"it is larger than {limit // (1024 * 1024)} MiB",
            file=path,
            mend="split it into shorter files",
        )
    # A tablet that lost power leaves zeros at the end of the file it was writing.
    data = data.rstrip(b"\0") if not data.startswith(tuple(bom for bom, _ in _BOMS[1:])) else data
    if not data.strip(b"\0\r\n\t \xef\xbb\xbf"):
        raise InputError("file_empty", "it is empty", file=path, mend="export the file again from its recorder")
    return data


def decode(data: bytes) -> str:
    """Text of ``data``: by its byte order mark, else UTF-16 by its zeros, else UTF-8, else Windows-1252.

    A character cut in two by the end of the file is dropped, so that a cut file keeps its encoding.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict_or_replaced(data[len(bom) :], encoding)
    head = data[:512]
    if head and head[1::2].count(0) > len(head) // 4:
        return _strict_or_replaced(data, "utf-16-le")
    if head and head[0::2].count(0) > len(head) // 4:
        return _strict_or_replaced(data, "utf-16-be")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data, final=False)
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _strict_or_replaced(data: bytes, encoding: str) -> str:
    return codecs.getincrementaldecoder(encoding)(errors="replace").decode(data, final=False).rstrip("\0")
