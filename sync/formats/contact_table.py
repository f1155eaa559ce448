"""Reads a directory of organisations (landlords, directorates, operators) as offices keep it: a CSV, one a row."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sync.formats.errors import InputError
from sync.formats.tables import Table, open_table, plain_name
from sync.formats.text import decode, read_bytes

# Plain names (see plain_name) of each column, in English and in French.
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("code", "identifiant", "id"),
    "kind": ("kind", "type", "nature", "genre"),
    "name_fr": ("namefr", "name", "nom", "nomfr", "organisation", "organisme", "raisonsociale"),
    "short_name": ("shortname", "sigle", "nomcourt", "abrege", "acronym", "acronyme"),
    "email": ("email", "mail", "courriel", "adressemail", "adressecourriel", "adresseelectronique"),
    "catalogue_code": ("cataloguecode", "catalogcode", "codecatalogue", "codereferentiel"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactRow:
    """One organisation as the file tells it. ``values`` holds the filled cells only; the header is row 1."""

    row: int
    code: str
    values: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactRefusal:
    """A row that cannot be used, with what to mend. Codes: ``code_missing``, ``code_twice``, ``wrong_columns``;
    whoever saves the rows adds ``bad_`` and the name of a column."""

    row: int
    code: str
    message: str


def read_contacts(path: Path) -> tuple[list[ContactRow], list[ContactRefusal]]:
    """The rows that can be told apart, and the others; raises InputError when it is no such table at all."""
    text = decode(read_bytes(path)).lstrip("\ufeff \r\n")
    table = open_table(text) if "\0" not in text[:2000] else None
    if table is None:
        raise InputError(
            "unknown_format", "it is not a table", file=path, mend="export it as CSV, with ; or , between the columns"
        )
    columns = _columns(table.header)
    if "code" not in columns or len(columns) < 2:
        known = ";".join(_COLUMNS)
        raise InputError(
            "table_no_columns",
            "it has no column “code”" if "code" not in columns else "it has no column beside “code” that is known",
            file=path,
            place="row 1",
            mend=f"name the columns {known}",
        )
    found = list(_rows(table, path))
    if not found:
        raise InputError("table_empty", "it holds no row under its header", file=path, mend="export it again")
    rows, refused, seen = [], [], dict[str, int]()
    for number, cells in found:
        row = _row(number, cells, columns, len(table.header))
        if isinstance(row, ContactRow) and row.code in seen:
            why = f"“{row.code}” is already in row {seen[row.code]}; keep one of the two"
            row = ContactRefusal(row=number, code="code_twice", message=why)
        if isinstance(row, ContactRow):
            seen[row.code] = number
            rows.append(row)
        else:
            refused.append(row)
    return rows, refused


def _columns(header: tuple[str, ...]) -> dict[str, int]:
    """Where each known column is; the first of two that mean the same."""
    plain = [plain_name(name) for name in header]
    places = {
        column: next((plain.index(name) for name in names if name in plain), None) for column, names in _COLUMNS.items()
    }
    return {column: place for column, place in places.items() if place is not None}


def _rows(table: Table, path: Path) -> list[tuple[int, list[str]]]:
    try:
        return [(number, cells) for number, cells in table.rows() if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise InputError(
            "table_malformed", f"the rows cannot be told apart ({error})", file=path, mend="export it again as CSV"
        ) from error


def _row(number: int, cells: list[str], columns: Mapping[str, int], width: int) -> ContactRow | ContactRefusal:
    if any(cell.strip() for cell in cells[width:]):
        why = f"{len(cells)} columns where the header has {width}; put quotes around a cell that holds a separator"
        return ContactRefusal(row=number, code="wrong_columns", message=why)
    values = {column: cells[place].strip() for column, place in columns.items() if place < len(cells)}
    code = values.pop("code", "")
    if not code:
        return ContactRefusal(row=number, code="code_missing", message="it has no code; write a short one of your own")
    return ContactRow(row=number, code=code, values={name: value for name, value in values.items() if value})
