"""The rooms of the tablet by touch: display, checks, maps, room, erasing, unclear words; and both languages at once."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scripts.scenes import PARTS, Stage
from sync.protocol.records import Report, WordingNote
from tests.walker.qml.pages import Open, Opened, cut_words, fill, keep, small_targets
from tests.walker.window import DEMO, HERE, FakeVoice, Feed, SlowClock, finish_walk
from walker.device.position import SourceState
from walker.maps.build import build_pack
from walker.maps.features import read_basemap
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


def words(shown: Opened) -> list[str]:
    """Everything that is written on the page."""
    shown.settle()
    return [str(item.property("text")) for item in shown.items() if item.inherits("QQuickText")]


def focus_and_tap(shown: Opened, text: str) -> None:
    """A finger on a button that the page must first bring on screen."""
    shown.button(text).forceActiveFocus(Qt.FocusReason.TabFocusReason)
    shown.tap(text)


@pytest.mark.parametrize("part", PARTS)
def test_every_open_page_changes_its_language_at_once(
    opened: Open, stage: Stage, store: Store, make: Any, part: str
) -> None:
    """Catalogue words, dates, decimals and plurals of the page that is open, without a restart."""
    fill(store, make, None, 2)
    stage.app.tablet.recordsChanged.emit()
    shown = opened()
    for scene in PARTS[part](stage):
        french = words(shown)
        stage.app.display.chooseLanguage("en")
        english = words(shown)
        assert english != french, scene
        shown.picture()
        assert cut_words(shown) == [], scene
        stage.app.display.chooseLanguage("fr")
        again = words(shown)
        assert len(set(again) & set(french)) > len(set(english) & set(french)), scene
        shown.picture()
        assert cut_words(shown) == [], scene


def test_decimals_plurals_and_dates_follow_the_language(opened: Open, app: App, feed: Feed, qtbot: QtBot) -> None:
    shown = opened()
    app.startWalk()
    feed.walk(200)
    finish_walk(app)
    app.open("storage")
    qtbot.waitUntil(lambda: app.care.storage.walks.count == 1, timeout=10_000)
    qtbot.waitUntil(lambda: app.care.storage.freeMb >= 0, timeout=10_000)
    french = "\n".join(words(shown))
    app.display.chooseLanguage("en")
    english = "\n".join(words(shown))
    assert re.search(r"\d,\d Go", french) and re.search(r"\d\.\d GB", english)
    assert "15 octobre" in french and "October 15" in english
    assert "éléments ne sont pas envoyés" in french and "things are not sent" in english


def test_display_choices_apply_at_once_by_touch(opened: Open, app: App) -> None:
    shown = opened()
    shown.tap("Affichage")
    shown.tap("Nuit")
    shown.tap("Grande")
    shown.tap("Main gauche")
    assert (app.display.theme, app.display.textScale, app.display.hand) == ("nuit", 1.25, "left")
    focus_and_tap(shown, "Toute seule, le jour")
    assert app.speech.byItself


def test_unclear_words_are_noted_in_two_touches_from_the_help(opened: Open, app: App, store: Store) -> None:
    """S-214."""
    shown = opened()
    shown.tap("Notice")
    shown.tap("Ces mots ne sont pas clairs")
    (note,) = store.records.all(WordingNote)
    assert (note.place, app.page) == ("help", "wording")
    app.care.wording.write("Trop long")
    shown.tap("Terminé")
    assert app.page == "help"
    assert store.records.all(WordingNote)[0].text == "Trop long"
    shown.tap("Ces mots ne sont pas clairs")
    shown.tap("Annuler")
    assert len(store.records.all(WordingNote)) == 1


def test_each_question_and_picture_of_forms_and_grids_is_noted_in_two_touches(
    opened: Open, app: App, feed: Feed, store: Store
) -> None:
    """S-214: « Ces mots ne sont pas clairs », then which of them."""

    def note(which: str) -> WordingNote:
        shown.tap("Ces mots ne sont pas clairs")
        shown.tap(which)
        shown.tap("Terminé")
        return store.records.all(WordingNote)[-1]

    shown = opened(size=(1280, 2000))  # all of a page is on screen
    app.capture("report", *HERE)
    shown.settle()
    seen = note("Déchets par terre")
    assert (seen.place, seen.list, seen.code, seen.shown) == ("report", "categories", "litter", "Déchets par terre")
    app.report.pickCategory("litter")
    shown.tap("Plus de détails")
    assert note("Où, précisément\u00a0?").shown == "Où, précisément\u00a0?"
    app.report.throwAway()
    app.capture("space", *HERE)
    shown.settle()
    assert (note("Friche").list, note("À qui est-il\u00a0?").shown) == ("space_kinds", "À qui est-il\u00a0?")
    app.space.throwAway()
    app.startWalk()
    feed.give(*HERE)
    app.live.stopHere(*HERE)
    shown.settle()
    first = app.grid.asked.split("\n")[0]
    assert note(first).shown == first


def test_the_page_of_checks_says_each_state_of_the_receiver_in_words(
    opened: Open, app: App, feed: Feed, daytime: SlowClock, qtbot: QtBot
) -> None:
    shown = opened()
    app.open("checks")
    shown.settle()
    assert feed.listener is not None
    said = []
    for state in (SourceState.SEARCHING, SourceState.DENIED, SourceState.ABSENT):
        feed.say(state)
        said += [line for line in words(shown) if "position" in line or "GPS" in line]
        assert cut_words(shown) == []
    assert {"La tablette cherche la position", "La tablette interdit la position"} <= set(said)
    assert "Cette tablette n’a pas de GPS" in said
    feed.say(SourceState.FIXED, 9)
    feed.give(*HERE)
    feed.give(HERE[0] + 0.0002, HERE[1])
    assert {"La position est bonne", "± 6 m", "9 satellites", "nord", "il y a 0 s"} <= set(words(shown))
    at = daytime.now
    feed.give(HERE[0], HERE[1], at)
    feed.give(HERE[0] + 0.02, HERE[1], at + timedelta(seconds=1))  # two kilometres in a second
    assert {
        "La position saute",
        "Les faux points ne comptent pas. Les murs et les tours font cela. Éloignez-vous un peu.",
    } <= set(words(shown))
    assert cut_words(shown) == []
    feed.give(HERE[0], HERE[1], at + timedelta(seconds=2), accuracy_m=40)
    daytime.now += timedelta(seconds=15)
    app.position.changed.emit()
    assert "La position n’est pas précise" in words(shown)
    daytime.now = daytime.now.replace(minute=1)
    app.position.changed.emit()
    assert "La position est perdue" in words(shown)
    app.open("home")
    qtbot.waitUntil(lambda: feed.listener is None)  # nobody needs it any more, once the page is gone


def test_the_camera_and_the_voice_are_tried_by_touch(opened: Open, app: App, voice: FakeVoice, qtbot: QtBot) -> None:
    shown = opened()
    app.open("checks")
    focus_and_tap(shown, "Essayer l’appareil photo")
    qtbot.waitUntil(lambda: app.viewfinder.source != "", timeout=10_000)
    assert "L’appareil photo voit." in words(shown)
    focus_and_tap(shown, "Essayer la voix")
    assert voice.said[0][0].startswith("Bonjour")
    voice.languages = ()
    app.tablet.wordsChanged.emit()
    assert any("Pas de voix" in line for line in words(shown))


def test_no_position_at_all_is_a_choice(opened: Open, app: App, store: Store, feed: Feed) -> None:
    shown = opened()
    app.open("checks")
    focus_and_tap(shown, "Aucun : points à la main")
    assert (app.position.source, app.position.state) == ("none", "absent")
    assert store.settings.get("position_source") == "none"
    assert feed.listener is None


def test_maps_are_set_aside_and_brought_back_by_touch(
    opened: Open, app: App, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = store.folder / "packs"
    folder.mkdir()
    for theme in ("day", "night"):
        build_pack(
            read_basemap(DEMO / "basemap.geojson"),
            folder / f"q-{theme}.mbtiles",
            title="Quartier",
            theme=theme,
            zooms=[14],
        )
    (folder / "wrong.mbtiles").write_bytes(b"no map")
    shown = opened(scale=1.6)
    app.open("packs")
    qtbot.waitUntil(lambda: app.care.packs.rows.count == 3, timeout=10_000)
    keep(shown, "packs, three")
    assert cut_words(shown) == []
    assert small_targets(shown) == []
    focus_and_tap(shown, "Mettre de côté : wrong")
    qtbot.waitUntil(lambda: any(row["aside"] for row in app.care.packs.rows.rows), timeout=10_000)
    keep(shown, "packs, aside")
    assert cut_words(shown) == []
    shown.tap("Annuler")
    qtbot.waitUntil(lambda: not any(row["aside"] for row in app.care.packs.rows.rows), timeout=10_000)


def test_erasing_by_touch_takes_a_copy_two_steps_and_a_word(
    opened: Open, app: App, make: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    """By touch alone nothing goes before it was copied and the word was typed."""
    store = app.tablet.store
    store.records.save(make(Report))
    (tmp_path / "stick").mkdir()
    shown = opened()
    app.open("storage")
    qtbot.waitUntil(lambda: app.care.storage.unsent == 1, timeout=10_000)
    app.care.storage.typeFolder(str(tmp_path / "stick"))
    assert "Envoyez d’abord, ou copiez tout" in words(shown)
    focus_and_tap(shown, "Copier tout d’abord")
    qtbot.waitUntil(lambda: app.care.storage.copied, timeout=10_000)
    focus_and_tap(shown, "Tout effacer…")
    keep(shown, "storage, erasing")
    assert cut_words(shown) == []
    assert "Tapez d’abord EFFACER" in words(shown)
    field = next(item for item in shown.items() if item.inherits("QQuickTextField") and not item.property("text"))
    field.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    for key in "effacer":
        QTest.keyClick(shown.window, key)
    focus_and_tap(shown, "Effacer pour de bon")
    qtbot.waitUntil(lambda: app.page == "home", timeout=10_000)
    assert store.records.all(Report) == []
