"""Tells a log's format by what is in it: names lie, and phones rename what they share."""

from __future__ import annotations

import re

from sync.formats.text import decode
from sync.formats.tracklog.csv_log import is_track_table

_HEAD_BYTES = 65536
_SENTENCE = re.compile(rb"[$!][A-Z][A-Za-z0-9.]{2,12},[^\r\n$]{0,200}|\$[A-Z]{3,12}\d*\*[0-9A-F]{2}")


def sniff(data: bytes) -> str | None:
    """``gpx``, ``plt``, ``nmea``, ``csv``, or None when it is none of them."""
    head = decode(data[:_HEAD_BYTES]).lstrip("\ufeff \r\n\t")
    if head.startswith("<"):
        return "gpx" if re.search(r"<([\w.-]+:)?gpx[\s>]|<\?xml|<!", head) else None
    first = head.partition("\n")[0].strip()
    if first.startswith(("Geolife trajectory", "OziExplorer Track")):
        return "plt"
    # Before NMEA: a table may hold sentences in a column, a raw log never begins with a header.
    if is_track_table(head):
        return "csv"
    if _SENTENCE.search(data) or _SENTENCE.search(head.encode("latin-1", errors="replace")):
        return "nmea"
    return "csv" if _looks_like_a_table(head) else None


def _looks_like_a_table(head: str) -> bool:
    """Text with one delimiter in all its first lines: the reader will say which columns are missing."""
    if any(ord(character) < 9 for character in head[:2000]):
        return False
    lines = [line for line in head.splitlines() if line.strip()][:5]
    return len(lines) >= 2 and any(all(line.count(mark) >= 1 for line in lines) for mark in (";", ",", "\t"))
