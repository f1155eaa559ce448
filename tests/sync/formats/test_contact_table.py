"""A directory of organisations is read as offices write it, and what cannot be used is named with its row."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.formats.contact_table import read_contacts
from sync.formats.errors import InputError


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "contacts.csv"
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    "header", ["code;kind;name_fr;short_name;email", "Code;Nature;Nom;Sigle;Courriel", "CODE,Type,Nom,Nom court,E-mail"]
)
def test_the_columns_are_found_in_both_languages_and_any_encoding(tmp_path: Path, header: str, encoding: str) -> None:
    mark = "," if "," in header else ";"
    row = mark.join(("tilleuls", "landlord", "Société des Tilleuls", "SdT", "gup@tilleuls.example"))
    (read,), refused = read_contacts(written(tmp_path, f"{header}\r\n{row}\r\n", encoding))
    assert not refused
    assert (read.row, read.code) == (2, "tilleuls")
    assert read.values == {
        "kind": "landlord",
        "name_fr": "Société des Tilleuls",
        "short_name": "SdT",
        "email": "gup@tilleuls.example",
    }


def test_an_empty_cell_a_short_row_and_a_foreign_column_say_nothing(tmp_path: Path) -> None:
    rows, refused = read_contacts(written(tmp_path, "code;téléphone;email\n;;\ndpe;01;\ndvd\n"))
    assert [(each.row, each.code, dict(each.values)) for each in rows] == [(3, "dpe", {}), (4, "dvd", {})]
    assert not refused


def test_bad_rows_are_named_and_the_others_read(tmp_path: Path) -> None:
    text = "code;email\na;a@x.example\n;b@x.example\na;c@x.example\nd;d@x.example;surplus\ne;e@x.example\n"
    rows, refused = read_contacts(written(tmp_path, text))
    assert [each.code for each in rows] == ["a", "e"]
    assert [(each.row, each.code) for each in refused] == [(3, "code_missing"), (4, "code_twice"), (5, "wrong_columns")]
    assert "row 2" in refused[1].message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file_empty"),
        ("just words\n", "unknown_format"),
        ("nom;email\nX;x@example.org\n", "table_no_columns"),
        ("code;téléphone\nx;01\n", "table_no_columns"),
        ("code;email\n\n;\n", "table_empty"),
    ],
)
def test_a_file_that_is_no_directory_is_refused_whole(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_contacts(written(tmp_path, text))
    assert refusal.value.code == code
    assert str(tmp_path) in str(refusal.value)
