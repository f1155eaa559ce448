"""Two tablets in one walk, without a network between them: each sends its own records, the office sees one walk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from sync.client.engine import Engine
from sync.client.enrol import enrol
from sync.protocol.records import ExploratoryWalk, Report
from tests.e2e.office import CHROMIUM, Office, signed_in
from walker.device.position import OnFix, PositionFix
from walker.domain.joining import invitation_of, join
from walker.domain.units import position
from walker.domain.walk_session import WalkSession
from walker.store import Store, open_store

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(180)]

BEGUN = datetime(2026, 10, 15, 17, 0, tzinfo=UTC)
STREET = (48.8300, 2.4480)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(CHROMIUM))
        yield chromium
        chromium.close()


class Walking:
    """A receiver that gives a straight line at once."""

    def __init__(self, east: float, seconds: int) -> None:
        self._fixes = [
            PositionFix(
                lat=STREET[0] + second * 1.2e-5,
                lon=STREET[1] + east,
                time=BEGUN + timedelta(seconds=second),
                accuracy_m=4.0,
            )
            for second in range(seconds)
        ]

    def start(self, on_fix: OnFix) -> None:
        for fix in self._fixes:
            on_fix(fix, False)

    def stop(self) -> None:
        """Nothing goes on."""


def clock() -> datetime:
    return BEGUN + timedelta(minutes=20)


def recorded(store: Store, walk_id: str, east: float, texts: Sequence[str]) -> ExploratoryWalk:
    """A tablet's part of the walk, to its end."""
    session = WalkSession.resume(store, walk_id, clock)
    session.add_fixes(Walking(east, 150))
    for text in texts:
        session.add_report(category="litter", text=text, position=position(STREET[0], STREET[1] + east))
    return session.finish().walk


def send(store: Store, office: Office) -> None:
    code = office.gup("enrol-code").strip()
    answer = enrol(office.url, code, store.identity)
    store.outbox.set_enrolment(office.url, answer.token, answer.epoch)
    synced(store)


def synced(store: Store) -> None:
    result = Engine(store.outbox).sync()
    assert (result.fault, result.kept, result.backlog.left) == (None, 0, 0)


@pytest.mark.parametrize("first", ["other", "lead"])
def test_the_office_sees_one_walk_with_the_findings_of_both(browser: Browser, tmp_path: Path, first: str) -> None:
    with (
        Office(tmp_path / "office") as office,
        open_store(tmp_path / "lead") as lead,
        open_store(tmp_path / "other") as other,
    ):
        person = office.person("cellule", "administrator")
        walk = WalkSession.start(lead, lambda: BEGUN, title="Marche à deux tablettes", publics=("women",)).walk
        join(other, clock, invitation_of(lead, walk))
        led = recorded(lead, walk.id, 0.0, ["vu de la tête"])
        followed = recorded(other, walk.id, 4e-4, ["vu de la queue", "vu aussi"])
        assert led.length_cm is not None and followed.length_cm is not None
        # Whoever sends first: records may come before the walk they belong to.
        order: list[Callable[[], None]] = [lambda: send(other, office), lambda: send(lead, office)]
        for turn in order if first == "other" else reversed(order):
            turn()

        (kept,) = exported(office, tmp_path, "walks")
        assert kept["geometry"]["type"] == "MultiLineString"
        assert len(kept["geometry"]["coordinates"]) == 2
        assert len(exported(office, tmp_path, "reports")) == 3
        with signed_in(browser, office, person) as page:
            page.goto(f"{office.url}/walks/{walk.id}")
            expect(page.get_by_role("heading", name="Marche à deux tablettes")).to_be_visible()
            expect(page.get_by_role("heading", name="Constats (3)")).to_be_visible()
            drawn = json.loads(page.locator("#map-data").inner_text())
            assert (len(drawn["track"]), len(drawn["points"])) == (2, 3)
            metres = f"{round(led.length_cm / 100)}"
            expect(page.locator("dl")).to_contain_text(f"{metres}\u00a0m")
        for store in (lead, other):  # and each tablet reads the other's findings of their walk
            synced(store)
        assert [report.text for report in other.copies.all(Report)] == ["vu de la tête"]
        assert {report.text for report in lead.copies.all(Report)} == {"vu de la queue", "vu aussi"}
        assert [each.id for each in other.copies.all(ExploratoryWalk)] == [walk.id]
        office.gup("check")


def exported(office: Office, folder: Path, what: str) -> list[dict[str, dict[str, list[object]]]]:
    file = folder / f"{what}.geojson"
    office.gup("export", what, "--to", file)
    features: list[dict[str, dict[str, list[object]]]] = json.loads(file.read_text(encoding="utf-8"))["features"]
    return features
