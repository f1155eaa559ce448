"""Every page in every arrangement: nothing cut, nothing too small, no warning; and a whole walk by touch."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scripts.scenes import PARTS, Stage
from sync.protocol.records import ExploratoryWalk, Photo, Report, SpaceCandidate, Stop
from tests.walker.qml.pages import ARRANGEMENTS, Open, cut_words, fill, keep, small_targets
from tests.walker.window import DEMO, HERE, Feed, SlowClock
from walker.device.replay_camera import ReplayCamera
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


@pytest.fixture(params=["empty", "full"])
def contents(request: pytest.FixtureRequest, app: App, store: Store, make: Any) -> str:
    """A new tablet, or one at the end of a long day."""
    if request.param == "full":
        fill(store, make, None, 500)
        app.tablet.recordsChanged.emit()
    return str(request.param)


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("part", PARTS)
def test_every_page_is_whole_and_large_enough(
    opened: Open, stage: Stage, contents: str, part: str, arrangement: str
) -> None:
    """S-208, S-210: targets of at least 64 px (80 with gloves); no word cut at any text size; 500 findings."""
    wishes = ARRANGEMENTS[arrangement]
    shown = opened(**wishes)
    wrong = []
    for scene in PARTS[part](stage):
        keep(shown, f"{scene}, {arrangement}, {contents}")
        wrong += [(scene, what) for what in cut_words(shown)]
        wrong += [(scene, what) for what in small_targets(shown, 80 if wishes.get("gloves") else 64)]
    assert wrong == []


def test_the_details_of_a_report_are_whole_at_the_largest_size(opened: Open, app: App) -> None:
    shown = opened(scale=1.6)
    app.capture("report", *HERE)
    shown.tap("Détails")
    app.report.openPlaceGroup("building")
    keep(shown, "details, very large")
    assert cut_words(shown) == []
    assert small_targets(shown) == []


def test_a_night_walk_does_not_dazzle(opened: Open, app: App, feed: Feed, qtbot: QtBot) -> None:
    """Mean luminance at most 4 % of white, no pixel above 65 %."""
    from tests.walker.qml.test_gallery import luminance

    shown = opened(theme="nuit")
    app.startWalk()
    feed.walk(60)
    qtbot.wait(300)
    mean, brightest = luminance(shown.picture())
    assert mean <= 0.04
    assert brightest <= 0.65


def test_a_whole_walk_by_touch(opened: Open, store: Store, feed: Feed, lens: ReplayCamera, qtbot: QtBot) -> None:
    """Start, a report with a photo in two taps after the shutter, undo, stop, finish, look at the photo."""
    shown = opened()
    app = shown.app
    shown.tap("Commencer la marche")
    assert app.page == "live"
    feed.walk(40)

    lens.pictures[:] = [DEMO / "photos" / "03-encombrants.jpg"]
    shown.tap("Photo")
    qtbot.waitUntil(lambda: app.viewfinder.state == "ready", timeout=20_000)
    shown.tap("Prendre la photo")  # the shutter
    qtbot.waitUntil(lambda: app.page == "report", timeout=20_000)
    shown.tap("Encombrants")
    shown.tap("Enregistrer")
    (report,) = store.records.all(Report)
    assert (report.category, app.page) == ("bulky_items", "live")
    assert report.position is not None and report.position.source == "gps"
    assert store.records.all(Photo)[0].about == report.id

    shown.tap("Signaler")
    shown.tap("Lampe éteinte")
    shown.tap("Enregistrer")
    assert len(store.records.all(Report)) == 2
    shown.tap("Annuler")
    assert [one.id for one in store.records.all(Report)] == [report.id]

    shown.tap("Lieu apprécié")
    shown.tap("Enregistrer")
    shown.tap("Espace à requalifier")
    shown.tap("Friche")
    shown.tap("Enregistrer")
    shown.tap("Halte")
    assert app.page == "grid"
    shown.tap("Retour")
    assert [len(store.records.all(kind)) for kind in (Report, SpaceCandidate, Stop)] == [2, 1, 1]

    shown.tap("Menu (la marche continue)")
    assert (app.page, app.live.running) == ("home", True)
    feed.walk(80)
    shown.tap("Reprendre la marche")
    shown.tap("Finir la marche")
    qtbot.waitUntil(lambda: app.page == "end", timeout=20_000)  # the walk is on disk by then
    (walk,) = store.records.all(ExploratoryWalk)
    assert walk.ended_at is not None and (walk.length_cm or 0) > 1000
    qtbot.waitUntil(lambda: app.end.ready, timeout=20_000)
    shown.tap("Vérifier")
    qtbot.waitUntil(lambda: app.photos.ready, timeout=60_000)
    shown.tap("Tout est bon")
    qtbot.waitUntil(lambda: app.photos.saving == 0, timeout=20_000)
    assert store.records.all(Photo)[0].checked_at is not None
    shown.tap("Retour")
    shown.tap("Envoyer")
    assert app.page == "sync"


def test_a_place_is_put_by_hand_with_buttons_alone(opened: Open, app: App) -> None:
    shown = opened()
    shown.tap("Signaler")
    assert app.page == "report"
    shown.tap("Placer sur la carte")
    before = (app.live.latitude, app.live.longitude)
    shown.tap("Plus haut")
    shown.tap("À droite")
    shown.tap("C’est ici")
    assert app.page == "report"
    assert app.report.latitude > before[0]
    assert app.report.longitude > before[1]


def test_the_keyboard_alone_saves_undoes_and_goes_back(opened: Open, app: App, store: Store, feed: Feed) -> None:
    """S-210: Enter is the yellow button, Esc the way back, Ctrl+Z takes back."""
    shown = opened()
    QTest.keyClick(shown.window, Qt.Key.Key_Return)
    assert app.page == "live"
    feed.give(*HERE)
    app.capture("report", *HERE)
    shown.settle()
    app.report.pickCategory("litter")
    QTest.keyClick(shown.window, Qt.Key.Key_Return)
    assert len(store.records.all(Report)) == 1
    shown.settle()
    QTest.keyClick(shown.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert store.records.all(Report) == []
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)
    assert app.page == "home"


def test_a_server_that_does_not_answer_is_said_on_the_page_that_enrols(opened: Open, app: App, qtbot: QtBot) -> None:
    shown = opened()
    app.open("enrol")
    app.sharing.enrolment.typeAddress("http://127.0.0.1:9")
    app.sharing.enrolment.typeCode("ABCD")
    app.sharing.enrolment.ask()
    qtbot.waitUntil(lambda: app.sharing.enrolment.fault != "", timeout=20_000)
    shown.picture()
    said = [str(item.property("text")) for item in shown.items() if item.inherits("QQuickText")]
    assert "Le serveur ne répond pas" in said
    assert cut_words(shown) == []


def test_a_full_disk_stays_said_until_it_is_read(opened: Open, app: App) -> None:
    shown = opened(scale=1.6)
    app.tablet.troubled.emit("disk_full", "walker.db: the disk is full")
    shown.settle()
    assert cut_words(shown) == []
    shown.tap("Compris")
    assert app.trouble == ""


def test_every_button_that_the_help_names_exists() -> None:
    """Help and window use the same words, in both languages."""
    import re
    from xml.etree import ElementTree

    root = Path(__file__).parent.parent.parent.parent
    for language in ("fr", "en"):
        texts = set()
        for message in ElementTree.parse(root / "resources" / "i18n" / "walker_fr.ts").iter("message"):
            found = message.find("source" if language == "en" else "translation")
            texts.add((found.text or "") if found is not None else "")
        help_page = (root / "resources" / "help" / language / "walk-leader.md").read_text("utf-8")
        named = set(re.findall(r"\*\*(.+?)\*\*", help_page))
        assert len(named) >= 9
        assert named - texts == set()


def test_a_damaged_database_is_said_in_a_window(qapp: QApplication, qt_warnings: list[str]) -> None:
    from walker.engine import new_engine, speak

    engine = new_engine()
    speak(engine, "fr")
    engine.setInitialProperties({"code": "database_damaged", "words": "walker.db: this database is damaged"})
    engine.loadFromModule("Walker", "Failure")
    (window,) = engine.rootObjects()
    QApplication.processEvents()
    said = []
    waiting = [window.contentItem()]
    while waiting:
        item = waiting.pop()
        waiting += item.childItems()
        if item.inherits("QQuickText"):
            said.append(str(item.property("text")))
    assert "Le fichier des données est abîmé" in said
    window.close()
    engine.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_times_of_the_sun_reach_the_open_window(opened: Open, app: App, daytime: SlowClock) -> None:
    app.display.chooseTheme("auto")
    shown = opened(theme="auto")
    assert app.display.theme == "jour"
    daytime.now = datetime(2026, 12, 21, 19, 0, tzinfo=UTC)
    app.display.look_at_sun()
    shown.settle()
    assert app.display.theme == "nuit"
    colour = shown.picture().pixelColor(2, 700)
    assert colour.lightness() < 40
