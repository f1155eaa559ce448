"""`gup person` makes the first people of a server; `gup export` writes what anyone may read, and only that."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sync.formats.export import write_layers
from sync.formats.report_table import read_reports
from sync.protocol import records
from sync.protocol.catalogue import load_seed
from sync.server.accounts.access import scope_of
from sync.server.accounts.actions import give_role
from sync.server.accounts.models import Membership, Role, User
from sync.server.catalogue.actions import publish_entries
from sync.server.layers import LAYERS
from sync.server.organisations.models import Organisation
from sync.server.territories.models import Territory

Gup = Callable[..., subprocess.CompletedProcess[str]]
pytestmark = [pytest.mark.database, pytest.mark.django_db]


def a_territory(code: str) -> Territory:
    return Territory.objects.get_or_create(code=code, defaults={"kind": "qpv", "name": code})[0]


def test_a_person_is_made_once_and_may_have_several_roles() -> None:
    here = a_territory("goutte_dor")
    dpe = Organisation.objects.get_or_create(code="dpe", defaults={"kind": "directorate", "name_fr": "DPE"})[0]
    user, password = give_role("marie", Role.GUP_CELL, territories=[here], first_name="Marie")
    again, unchanged = give_role("marie", Role.ASSIGNEE, organisation=dpe)
    assert password is not None
    assert unchanged is None
    assert again.pk == user.pk
    assert User.objects.get(username="marie").check_password(password)
    scope = scope_of(user)
    assert set(scope.territories) == {"gup_cell", "assignee"}
    assert scope.territories["gup_cell"] == {"goutte_dor"}
    assert scope.acts_for == {dpe.pk}


def test_a_role_given_again_gets_the_new_territories() -> None:
    give_role("marie", Role.GUP_CELL, territories=[a_territory("goutte_dor")])
    user, _ = give_role("marie", Role.GUP_CELL, territories=[a_territory("blemont")])
    assert Membership.objects.filter(user=user).count() == 1
    assert scope_of(user).territories == {"gup_cell": {"blemont"}}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--role", "assignee"), "--organisation"),
        (("--role", "gup_cell", "--organisation", "dpe"), "--organisation"),
        (("--role", "assignee", "--organisation", "nobody"), "--organisation nobody"),
        (("--role", "gup_cell", "--territory", "atlantis"), "--territory atlantis"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(gup: Gup, tmp_path: Path, words: tuple[str, ...], named: str) -> None:
    result = gup("person", "paul", *words, "--data", str(tmp_path))
    assert result.returncode == 4
    assert result.stdout == ""
    assert named in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_an_export_is_read_again_as_reports_and_leaves_out_restricted_ones(
    enrol_tablet: Any, as_item: Any, tmp_path: Path
) -> None:
    publish_entries(load_seed().entries("categories"))
    tablet = enrol_tablet()
    moment = "2026-11-22T21:14:05.120Z"
    place = records.Position(lat_e7=488867310, lon_e7=23553120)
    made = [
        records.Report(
            id=f"0193547c-7a20-7b1e-8a52-3c1f5d2a9e0{at}",
            writer=tablet.id,
            created_at=moment,
            updated_at=moment,
            observed_at=moment,
            category=category,
            position=place,
            address="1 rue de la Marelle",
            text="Lampe éteinte ; on ne voit rien",
        )
        for at, category in enumerate(("lamp_out", "racist_inscription"))
    ]
    tablet.push(*(as_item(report) for report in made))
    layer = LAYERS["reports"]()
    assert [feature.id for feature in layer.features] == [made[0].id]  # S-205: restricted readers

    write_layers(tmp_path / "out.csv", [layer])
    table = read_reports(tmp_path / "out.csv")
    assert table.refused == ()
    (row,) = table.rows
    assert row.position == (48.886731, 2.355312)
    assert (row.address, row.description) == ("1 rue de la Marelle", "Lampe éteinte ; on ne voit rien")


def test_the_ending_chooses_the_format(gup: Gup, tmp_path: Path) -> None:
    target = tmp_path / "spaces.geojson"
    assert gup("person", "marie", "--role", "administrator", "--data", str(tmp_path / "data")).returncode == 0
    done = gup("export", "spaces", "--to", str(target), "--json", "--data", str(tmp_path / "data"))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"file": str(target), "spaces": 0}
    assert json.loads(target.read_text(encoding="utf-8"))["features"] == []
    refused = gup("export", "spaces", "--to", str(tmp_path / "spaces.docx"), "--data", str(tmp_path / "data"))
    assert (refused.returncode, len(refused.stderr.splitlines())) == (4, 1)
    said = gup("export", "spaces", "--to", str(tmp_path / "spaces.docx"), "--json", "--data", str(tmp_path / "data"))
    assert json.loads(said.stdout)["error"]["message"] in said.stderr
