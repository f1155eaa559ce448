"""How many touches an act takes, by doing it with a finger on the window; docs/taps.md holds the table.

A new act: a line in the table, and a test that asks for its counter: `with counting("act") as tap: tap("Halte")`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scripts.scenes.revisit import findings_of_march
from sync.protocol.records import ExploratoryWalk, GridAnswer, Photo, Report, Revisit, SpaceCandidate, Stop
from tests.walker.qml.pages import Open, Opened
from tests.walker.window import HERE, Feed
from walker.device.camera import CameraState
from walker.device.replay_camera import ReplayCamera
from walker.domain.units import DEGREES
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")

TABLE = Path(__file__).parents[3] / "docs" / "taps.md"
ROW = re.compile(r"^\| (?P<act>[^|]+) \| (?P<page>[^|]+) \| (?P<taps>\d+) \| (?P<touched>[^|]+) \|$", re.MULTILINE)
ROWS = {row["act"]: row for row in ROW.finditer(TABLE.read_text("utf-8"))}
SHUTTER = "Prendre la photo"

Tap = Callable[[str], None]
Counting = Callable[[str], "Counter"]


class Counter:
    """Counts what is touched between `with` and its end, and holds it against the table."""

    def __init__(self, shown: Opened, act: str) -> None:
        self._shown = shown
        self._act = act
        self.touched: list[str] = []

    def __enter__(self) -> Tap:
        return self._tap

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            row = ROWS[self._act]
            touched = ", ".join(self.touched).replace("\u00a0", " ")
            assert (len(self.touched), touched) == (int(row["taps"]), row["touched"]), TABLE.name

    def _tap(self, text: str) -> None:
        self.touched.append(text)
        self._shown.tap(text)


@pytest.fixture
def counting(opened: Open, app: App) -> Counting:
    """counting("stop"): over the window, by the finger."""
    shown = opened()
    return lambda act: Counter(shown, act)


@pytest.fixture
def walking(counting: Counting, app: App, feed: Feed) -> App:
    """On the live map, with a position."""
    app.startWalk()
    feed.give(*HERE)
    return app


@pytest.fixture
def camera(walking: App, qtbot: QtBot) -> Callable[[Tap], None]:
    """camera(tap): touches « Photo », waits for the picture, touches the shutter, waits for the form."""
    lens = walking.tablet.camera
    assert isinstance(lens, ReplayCamera)
    lens.become(CameraState.READY)

    def shoot(tap: Tap) -> None:
        tap("Photo")
        qtbot.waitUntil(lambda: walking.viewfinder.source != "", timeout=20_000)
        tap(SHUTTER)
        qtbot.waitUntil(lambda: walking.page == "report", timeout=20_000)

    return shoot


@contextmanager
def one_more(store: Store, kind: type, by: int = 1) -> Iterator[None]:
    """That many records of a kind are made inside."""
    before = len(store.records.all(kind))
    yield
    assert len(store.records.all(kind)) == before + by


def test_a_report_with_a_photo_is_two_taps_after_the_shutter(
    counting: Counting, camera: Callable[[Tap], None], walking: App, store: Store
) -> None:
    with one_more(store, Report), counting("report with a photo") as tap:
        camera(tap)
        tap("Encombrants")
        tap("Enregistrer")
    (report,), (photo,) = store.records.all(Report), store.records.all(Photo)
    assert (report.category, photo.about, walking.page) == ("bulky_items", report.id, "live")


def test_three_when_its_picture_is_in_another_family(
    counting: Counting, camera: Callable[[Tap], None], store: Store
) -> None:
    with one_more(store, Report), counting("report with a photo, other family") as tap:
        camera(tap)
        tap("Lumière")
        tap("Trop sombre")
        tap("Enregistrer")
    assert store.records.all(Report)[0].category == "too_dark"


def test_a_report_without_a_photo(counting: Counting, walking: App, store: Store) -> None:
    with one_more(store, Report), counting("report without a photo") as tap:
        tap("Signaler")
        tap("Lampe éteinte")
        tap("Enregistrer")


def test_a_place_we_like(counting: Counting, walking: App, store: Store) -> None:
    with one_more(store, Report), counting("place we like") as tap:
        tap("Lieu apprécié")
        tap("Enregistrer")


def test_me_too(counting: Counting, walking: App, store: Store) -> None:
    walking.capture("report", *HERE)
    walking.report.pickCategory("bulky_items")
    walking.report.save()
    with one_more(store, Report, by=0), one_more(store, Revisit), counting("me too") as tap:
        tap("Signaler")
        tap("Encombrants")
        tap("Oui, le même")
    assert walking.page == "live"


def test_a_stop(counting: Counting, walking: App, store: Store) -> None:
    with one_more(store, Stop), counting("stop") as tap:
        tap("Halte")


def test_a_grid_answer(counting: Counting, walking: App, store: Store) -> None:
    walking.live.stopHere(*HERE)
    with one_more(store, GridAnswer), counting("grid answer") as tap:
        tap("corrects")


def test_a_grid_question_not_observed(counting: Counting, walking: App, store: Store) -> None:
    walking.live.stopHere(*HERE)
    walking.grid.openTheme("good")
    with one_more(store, GridAnswer), counting("grid, not observed") as tap:
        tap("Pas observé")


def test_a_verdict_of_a_return_visit(counting: Counting, app: App, store: Store, feed: Feed, qtbot: QtBot) -> None:
    """From the card « À revoir ici » of the live map."""
    march = [store.records.find(report_id) for report_id in findings_of_march(store)]
    report = next(one for one in march if isinstance(one, Report) and one.category == "bulky_items")
    assert report.position is not None
    app.startWalk()
    app.live.headcount.done()
    feed.give(report.position.lat_e7 / DEGREES, report.position.lon_e7 / DEGREES)
    qtbot.waitUntil(lambda: app.live.map.here.recordId == report.id, timeout=20_000)
    with one_more(store, Revisit), counting("return visit: a verdict") as tap:
        tap("Vérifier")
        qtbot.waitUntil(lambda: app.revisit.total > 0, timeout=20_000)
        tap("Résolu")


def test_the_change_to_night(counting: Counting, walking: App) -> None:
    with counting("change to night") as tap:
        tap("Couches")
        tap("Nuit")
    assert walking.display.theme == "nuit"


def test_a_candidate_space(counting: Counting, walking: App, store: Store) -> None:
    with one_more(store, SpaceCandidate), counting("candidate space") as tap:
        tap("Espace à requalifier")
        tap("Friche")
        tap("Enregistrer")


def test_undo(counting: Counting, walking: App, store: Store) -> None:
    walking.capture("report", *HERE)
    walking.report.pickCategory("litter")
    walking.report.save()
    with one_more(store, Report, by=-1), counting("undo of the last capture") as tap:
        tap("Annuler")


def test_the_start_of_a_walk(counting: Counting, app: App, store: Store) -> None:
    with one_more(store, ExploratoryWalk), counting("start of a walk") as tap:
        tap("Commencer la marche")
    assert app.page == "live"


def test_every_act_of_the_table_is_performed_by_a_test() -> None:
    performed = set(re.findall(r'counting\("([^"]+)"\)', Path(__file__).read_text("utf-8")))
    assert set(ROWS) <= performed
