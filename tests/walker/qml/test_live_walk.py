"""The live walk by touch: locked against rain, turned, layered, listed, in the dark, and help in two taps."""

from __future__ import annotations

import gc
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from PySide6.QtCore import QMetaObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sync.protocol.records import ExploratoryWalk, GridAnswer, Report, Stop
from tests.walker.qml.pages import LANDSCAPE, PORTRAIT, Open, Opened, cut_words, touchable
from tests.walker.window import DEMO, HERE, FakeVoice, Feed, SlowClock
from walker.domain.units import position
from walker.maps.build import build_pack
from walker.maps.features import read_basemap
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")

TILE = (8303, 5638)  # of zoom 14, where we are
NIGHT = datetime(2026, 12, 21, 21, 0, tzinfo=UTC)


def texts(shown: Opened) -> list[str]:
    shown.settle()
    return [str(item.property("text")) for item in shown.items() if item.inherits("QQuickText")]


def map_of(shown: Opened) -> Any:
    shown.settle()
    return next(item for item in shown.items() if item.inherits("QDeclarativeGeoMap"))


def begin(app: App, feed: Feed) -> None:
    app.startWalk()
    feed.give(*HERE)
    app.live.headcount.done()


def test_what_was_read_for_good_is_not_looked_through_for_garbage(
    opened: Open, app: App, store: Store, make: Any, qtbot: QtBot
) -> None:
    """Fifty milliseconds in the midst of a touch, with a district."""
    report = store.records.save(make(Report, category="litter"))
    opened()
    app.startWalk()
    kept = store.records.get(report.id)
    qtbot.waitUntil(lambda: not any(one is kept for one in gc.get_objects()), timeout=20_000)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_rain_on_a_locked_screen_does_nothing_and_two_taps_open_it(
    opened: Open, app: App, store: Store, feed: Feed, size: tuple[int, int]
) -> None:
    begin(app, feed)
    shown = opened(size=size)
    shown.tap("Verrouiller l’écran")
    for x in range(20, size[0], 90):
        for y in range(20, size[1] - 120, 90):
            QTest.mouseClick(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, y))
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Z, Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(shown.window, key)
    shown.settle()
    assert (app.page, app.live.locked) == ("live", True)
    assert store.drafts.all() == [] and store.records.all(Stop) == []
    feed.give(48.8301, 2.4480)
    assert app.live.running  # the walk goes on
    if "Oui, ouvrir" not in texts(shown):  # a key may have asked already
        shown.tap("Déverrouiller")
    shown.tap("Oui, ouvrir")
    assert not app.live.locked
    shown.tap("Halte")
    assert len(store.records.all(Stop)) == 1


def test_help_is_two_taps_from_a_locked_screen_and_one_from_the_map(opened: Open, app: App, feed: Feed) -> None:
    begin(app, feed)
    shown = opened()
    shown.tap("Aide")
    assert app.page == "aid"
    app.back()
    shown.tap("Verrouiller l’écran")
    shown.tap("Déverrouiller")
    (aid,) = [
        item for item in shown.items() if touchable(item) and item.property("text") == "Aide" and item.isEnabled()
    ]
    QMetaObject.invokeMethod(aid, "click")
    assert app.page == "aid"


WHILE_WALKING = {
    "camera": lambda app: app.openCamera("", QUrl()),
    "report": lambda app: app.capture("report", *HERE),
    "space": lambda app: app.capture("space", *HERE),
    "outline": lambda app: (app.capture("space", *HERE), app.drawOutline("space")),
    "place": lambda app: (app.capture("report", *HERE), app.placeOnMap("report")),
    "grid": lambda app: app.live.stopHere(*HERE),
    "revisit": lambda app: app.openRevisit(""),
    "photos": lambda app: app.open("photos"),
    "home": lambda app: app.open("home"),
}


@pytest.mark.parametrize("page", WHILE_WALKING)
def test_help_is_one_tap_from_every_page_while_a_walk_runs(opened: Open, app: App, feed: Feed, page: str) -> None:
    """Whatever the group is doing at that moment."""
    begin(app, feed)
    shown = opened()
    WHILE_WALKING[page](app)
    shown.settle()
    assert app.page == page
    shown.tap("Aide")
    assert app.page == "aid"
    assert "Aide" not in [item.property("text") for item in shown.items() if touchable(item)]
    shown.tap("Retour")
    assert app.page == page


def test_what_was_being_done_is_there_after_help(opened: Open, app: App, feed: Feed) -> None:
    """Help lies over a page: corners can still be drawn, the photo keeps its purpose, the photos can be judged."""
    begin(app, feed)
    shown = opened()
    app.capture("space", *HERE)
    app.drawOutline("space")
    shown.settle()
    shown.tap("Coin sous la croix")
    shown.tap("Aide")
    shown.tap("Retour")
    shown.tap("Coin sous la croix")
    assert app.outline.corners.count == 2
    app.photographAgain(app.space.id, QUrl())
    shown.settle()
    shown.tap("Aide")
    shown.tap("Retour")
    assert (app.page, app.camera.property("purpose")) == ("camera", "after")


def test_mark_and_leave_keeps_what_was_being_filled_in(opened: Open, app: App, store: Store, feed: Feed) -> None:
    begin(app, feed)
    shown = opened()
    app.capture("report", *HERE)
    app.report.pickCategory("needles")
    app.report.write("Derrière le banc")
    shown.settle()
    shown.tap("Aide")
    shown.tap("Marquer et partir")
    assert (app.page, app.report.recordId) == ("live", "")
    drafts = [draft.body for draft in store.drafts.all(Report)]
    assert [body.get("text") for body in drafts if body.get("category") == "needles"] == ["Derrière le banc"]
    assert len(drafts) == 2
    assert app.last.kind == "marked"


def test_no_help_button_stands_on_a_page_when_nobody_is_out(opened: Open, app: App) -> None:
    shown = opened()
    app.capture("report", *HERE)
    shown.settle()
    assert "Aide" not in [item.property("text") for item in shown.items() if touchable(item)]


def test_a_mark_under_our_own_position_can_be_touched(opened: Open, app: App, feed: Feed) -> None:
    """What was just found stands where we stand."""
    begin(app, feed)
    shown = opened()
    app.capture("report", *HERE)
    app.report.pickCategory("needles")
    app.report.save()
    shown.picture()
    (mark,) = [item for item in shown.items() if touchable(item) and item.property("anchorPoint") is not None]
    for part in (0.3, 0.9):  # its body, and its tip on the dot
        at = mark.mapToScene(QPointF(mark.width() / 2, mark.height() * part)).toPoint()
        QTest.mouseClick(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        assert (app.page, app.report.editing) == ("report", True)
        app.report.leave()
        shown.picture()


def test_a_map_taken_in_during_a_walk_is_shown_without_a_restart(
    opened: Open, app: App, feed: Feed, tmp_path: Path, qtbot: QtBot
) -> None:
    pack = tmp_path / "quartier.mbtiles"
    build_pack(read_basemap(DEMO / "basemap.geojson"), pack, title="Quartier", theme="day", zooms=[14])
    begin(app, feed)
    shown = opened()
    map_of(shown).setProperty("zoomLevel", 15)
    QApplication.processEvents()
    assert not app.live.map.covered
    app.open("packs")
    shown.settle()
    app.care.packs.take(QUrl.fromLocalFile(str(pack)))
    qtbot.waitUntil(lambda: not app.care.packs.busy, timeout=20_000)
    app.back()
    qtbot.waitUntil(lambda: app.live.map.covered, timeout=5_000)
    map_ = map_of(shown)
    assert map_.property("zoomLevel") == 15
    with urlopen(f"{app.display.mapHost}14/{TILE[0]}/{TILE[1]}.png") as answer:
        assert len(answer.read()) > 1_000  # streets, not bare ground


def test_mark_and_leave_is_two_taps_and_silent(
    opened: Open, app: App, store: Store, feed: Feed, voice: FakeVoice
) -> None:
    begin(app, feed)
    shown = opened(theme="nuit")
    shown.tap("Aide")
    shown.tap("Marquer et partir")
    assert app.page == "live"
    assert len(store.drafts.all(Report)) == 1
    assert voice.said == []
    assert "Lieu gardé, à compléter" in texts(shown)
    shown.tap("Annuler")
    assert store.drafts.all(Report) == []


def test_a_turned_map_comes_back_to_the_north_with_one_button(opened: Open, app: App, feed: Feed) -> None:
    begin(app, feed)
    shown = opened()
    assert not [item for item in shown.items() if item.property("text") == "Nord en haut"]
    map_of(shown).setProperty("bearing", 40)
    shown.tap("Nord en haut")
    assert map_of(shown).property("bearing") == 0


def test_the_map_is_moved_and_zoomed_by_keys(opened: Open, app: App, feed: Feed) -> None:
    """S-210."""
    begin(app, feed)
    shown = opened()
    map_ = map_of(shown)
    map_.forceActiveFocus()
    before, zoom = map_.property("center").latitude(), map_.property("zoomLevel")
    QTest.keyClick(shown.window, Qt.Key.Key_Up)
    QTest.keyClick(shown.window, Qt.Key.Key_Plus)
    shown.settle()
    assert map_.property("center").latitude() > before
    assert map_.property("zoomLevel") == zoom + 1


def test_another_s_finding_opens_a_card_and_ours_opens_itself(
    opened: Open, app: App, store: Store, make: Any, feed: Feed
) -> None:
    begin(app, feed)
    walk_id = store.records.all(ExploratoryWalk)[0].id
    store.records.save(make(Report, walk_id=walk_id, category="litter", position=position(HERE[0] + 1e-3, HERE[1])))
    app.tablet.recordsChanged.emit()
    shown = opened()
    shown.tap("Couches")
    shown.tap("Liste")
    assert "La carte en liste" in texts(shown)
    shown.tap("Déchets par terre")
    assert (app.page, app.report.category) == ("report", "litter")


def test_a_stop_at_night_asks_on_the_map_and_never_blocks_the_rail(
    opened: Open, app: App, store: Store, feed: Feed, daytime: SlowClock
) -> None:
    daytime.now = NIGHT
    begin(app, feed)
    shown = opened(theme="auto")
    assert app.display.theme == "nuit"
    shown.tap("Halte")
    assert app.page == "live"
    shown.tap("Un peu")
    (answer,) = store.records.all(GridAnswer)
    assert (answer.item, answer.value) == ("light", "2")
    shown.tap("Signaler")
    assert app.page == "report"
    app.back()
    shown.tap("On évite ce lieu")
    assert app.page == "report"
    assert "avoided" in [draft.body.get("avoidance") for draft in store.drafts.all(Report)]


def test_a_pause_is_said_and_one_tap_goes_on(opened: Open, app: App, feed: Feed) -> None:
    begin(app, feed)
    shown = opened(scale=1.6)
    shown.tap("Pause")
    assert "En pause. Le trajet n’est pas enregistré. Vous pouvez signaler." in texts(shown)
    assert cut_words(shown) == []
    shown.tap("Reprendre")
    assert not app.live.paused


def test_the_headcount_is_a_few_taps(opened: Open, app: App, store: Store) -> None:
    shown = opened()
    app.startWalk()
    for _ in range(2):
        shown.tap("+ 5")
    shown.tap("Une personne de plus")
    shown.tap("C’est bon")
    assert store.records.all(ExploratoryWalk)[0].headcount_start == 11
    QApplication.processEvents()
    assert "Combien êtes-vous au départ\u00a0?" not in texts(shown)


def test_without_a_map_everything_still_has_its_place(opened: Open, app: App, feed: Feed) -> None:
    begin(app, feed)
    shown = opened()
    picture = shown.picture()
    said = texts(shown)
    assert "Pas de carte ici\u00a0: quadrillage" in said, said
    assert "N" in said
    assert len({picture.pixelColor(x, 330).name() for x in range(100, 900)}) > 1  # squares are drawn


@pytest.mark.parametrize("language", ["fr", "en"])
def test_whom_to_call_stands_on_the_page_of_help_in_both_languages(
    opened: Open, app: App, feed: Feed, language: str
) -> None:
    """« An Aide button always visible (112, 17, 114, 3919, the leader's own contact) »."""
    begin(app, feed)
    shown = opened(language=language)
    shown.tap("Aide" if language == "fr" else "Help now")
    app.aid.writeContactName("Awa")
    app.aid.writeContactNumber("06 12 34 56 78")
    shown.picture()
    words = {str(item.property("text")) for item in shown.items() if item.inherits("QQuickText")}
    assert {"112", "17", "114", "3919", "06 12 34 56 78"} <= words
