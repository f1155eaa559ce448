"""`gup import contacts FILE.csv`, run for real."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

Gup = Callable[..., subprocess.CompletedProcess[str]]


def test_good_rows_count_bad_ones_are_named_and_a_useless_file_changes_nothing(gup: Gup, tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "contacts.csv"
    file.write_bytes(
        "Code;Nature;Nom;Courriel\r\n"
        "tilleuls;landlord;Société des Tilleuls;gup@tilleuls.example\r\n"
        "acacias;landlord;Les Acacias;pas une adresse\r\n"
        "dpe;;;dpe@paris.example\r\n".encode("cp1252")
    )
    done = gup("import", "contacts", str(file), "--data", str(data), "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert (answer["read"], [(each["row"], each["code"]) for each in answer["refused"]]) == (2, [(3, "bad_email")])
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"{file}, row 3: email “pas une adresse”")
    assert known(data) == {"tilleuls": "gup@tilleuls.example", "dpe": "dpe@paris.example"}

    file.write_text("code;email\ndpe;nobody\ndvd;nobody\n")
    refused = gup("import", "contacts", str(file), "--data", str(data))
    assert (refused.returncode, refused.stdout, len(refused.stderr.splitlines())) == (4, "", 1)
    assert f"{file}, row 2" in refused.stderr
    missing = gup("import", "contacts", str(tmp_path / "none.csv"), "--data", str(data), "--json")
    assert missing.returncode == 4
    assert json.loads(missing.stdout)["error"]["code"] == "refused"
    assert known(data) == {"tilleuls": "gup@tilleuls.example", "dpe": "dpe@paris.example"}


def known(data: Path) -> dict[str, str]:
    with sqlite3.connect(data / "gup.sqlite3") as database:
        return dict(database.execute("SELECT code, email FROM organisations_organisation WHERE email != ''"))
