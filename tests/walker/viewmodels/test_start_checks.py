"""Before a walk: map, grid, room, battery and position are looked at; each can be skipped and none blocks (S-208)."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.walker.window import HERE, Feed
from walker.device.battery import charge
from walker.store import Store
from walker.viewmodels import start_checks
from walker.viewmodels.app import App


def shown(app: App) -> list[str]:
    return [row["code"] for row in app.walks.checks.rows.rows]


def test_a_tablet_without_a_map_says_so_and_walks_all_the_same(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start_checks, "charge", lambda: None)
    app.walks.checks.look()
    assert shown(app) == ["map", "position"]
    assert not app.walks.checks.ready
    app.walks.checks.skip("map")
    assert shown(app) == ["position"]
    app.startWalk()
    assert app.page == "live"


def test_the_map_must_hold_the_way(app: App, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from walker.maps import packs

    pack = SimpleNamespace(problem=None, bounds=(2.44, 48.82, 2.46, 48.84))
    monkeypatch.setattr(packs, "list_packs", lambda _folder: [pack])
    monkeypatch.setattr(start_checks, "charge", lambda: 78)
    app.prepareWalk("")
    app.walks.route.tap(48.83, 2.45)
    app.open("home")
    app.walks.checks.look()
    assert app.walks.checks.ready and app.walks.checks.battery == 78
    app.prepareWalk(app.home.planId)
    app.walks.route.choose(0)
    app.walks.route.moveTo(48.9, 2.3)
    app.walks.checks.look()
    assert "map" in shown(app)


def test_little_room_and_a_low_battery_are_said_in_numbers(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start_checks, "charge", lambda: 22)
    monkeypatch.setattr(start_checks.shutil, "disk_usage", lambda _folder: SimpleNamespace(free=300 * 1024 * 1024))
    app.walks.checks.look()
    values = {row["code"]: row["value"] for row in app.walks.checks.rows.rows}
    assert (values["battery"], values["storage"]) == (22, 300)


def test_the_receiver_is_tried_and_switched_off_again(app: App, feed: Feed) -> None:
    app.walks.checks.look()
    app.walks.checks.tryPosition()
    assert feed.listener is not None
    feed.give(*HERE)
    assert app.walks.checks.located and "position" not in shown(app)
    app.open("help")
    assert feed.listener is None


@pytest.mark.parametrize(
    ("files", "percent"),
    [
        ({"BAT0/type": "Battery", "BAT0/capacity": "78"}, 78),
        ({"AC/type": "Mains", "BAT1/type": "Battery", "BAT1/capacity": "101"}, 100),
        ({"mouse/type": "Battery", "mouse/scope": "Device", "mouse/capacity": "5"}, None),
        ({"BAT0/type": "Battery"}, None),
        ({}, None),
    ],
)
def test_the_battery_is_read_where_the_system_says_it(
    tmp_path: Path, files: dict[str, str], percent: int | None
) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text + "\n")
    assert charge(tmp_path) == percent
    assert charge(tmp_path / "nowhere") is None


def test_a_finding_for_somebody_else_says_who_speaks_in_numbers(app: App, store: Store) -> None:
    """S-33, S-222: an idea box's slip follows the same way; counts only, and the next slip is of somebody else."""
    from sync.protocol.records import Report

    app.open("helper")
    helper: Any = app.walks.helper
    helper.pickChannel("idea_box")
    helper.count("women", 2)
    app.captureForOther("report")
    app.report.pickCategory("litter")
    app.report.pickSpeaker("warden")  # somebody else than the box stands for
    app.report.pickSpeaker("someone_else")
    app.report.save()
    (report,) = store.records.all(Report)
    assert (report.channel, report.on_behalf_of, report.walk_id) == ("idea_box", "someone_else", None)
    assert [(one.code, one.count) for one in report.reported_by] == [("women", 2)]
    assert (app.page, helper.channel, helper.entered) == ("helper", "idea_box", 1)
    assert [row["count"] for row in helper.genders.rows] == [-1, -1, -1, -1]
