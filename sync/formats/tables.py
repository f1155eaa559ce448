"""Delimited text as offices write it: delimiter found from the header, rows numbered as people see them."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_DELIMITERS = (";", ",", "\t", "|")


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A header and its rows; ``rows`` yields (row number, cells), the header being row 1."""

    header: tuple[str, ...]
    delimiter: str
    body: str

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Rows after the header. A number counts records as a spreadsheet shows them, not lines of text."""
        reader = csv.reader(io.StringIO(self.body, newline=""), delimiter=self.delimiter)
        for number, cells in enumerate(reader, start=1):
            if number > 1:
                yield number, cells


def open_table(text: str) -> Table | None:
    """The table in ``text``, or None when its first line has no delimiter at all."""
    # Spreadsheets add a first line "sep=;" that is for them alone.
    first, _, rest = text.partition("\n")
    if re.fullmatch(r'"?sep=."?\r?', first, re.IGNORECASE):
        text = rest
        first = text.partition("\n")[0]
    best = max(_DELIMITERS, key=lambda delimiter: _count_outside_quotes(first, delimiter))
    if not _count_outside_quotes(first, best):
        return None
    csv.field_size_limit(16 * 1024 * 1024)
    try:
        header = next(csv.reader(io.StringIO(text, newline=""), delimiter=best), [])
    except csv.Error:
        return None
    return Table(header=tuple(cell.strip() for cell in header), delimiter=best, body=text)


def plain_name(name: str) -> str:
    """A column name without case, accents, spaces or punctuation, so that one header's variants are equal."""
    bare = unicodedata.normalize("NFKD", name)
    return "".join(character for character in bare.casefold() if character.isalnum())


def number(text: str) -> float | None:
    """A number with a decimal point or comma; None when it is neither."""
    text = text.strip().replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
    if "," in text and "." not in text:
        text = text.replace(",", ".", 1)
    try:
        return float(text)
    except ValueError:
        return None


def _count_outside_quotes(line: str, delimiter: str) -> int:
    return sum(part.count(delimiter) for part in line.split('"')[::2])
