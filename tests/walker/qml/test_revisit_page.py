"""The return visit by touch: one tap on the card is a verdict, the next is asked for, and hundreds stay fluid."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scripts.scenes.revisit import findings_of_march
from scripts.scenes.stage import PHOTO
from sync.protocol.records import Photo, Report, Revisit
from tests.walker.qml.pages import PORTRAIT, Open, Opened, cut_words, keep
from tests.walker.window import HERE, Feed
from walker.domain.units import position
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


@pytest.fixture
def march(store: Store) -> list[str]:
    return findings_of_march(store)


Come = Callable[..., Opened]


@pytest.fixture
def come(opened: Open, app: App, feed: Feed, qtbot: QtBot) -> Come:
    """come(report_id): as the map's marker, or its card « à revoir ici », opens the page during a walk."""

    def come_(report_id: str, *, total: int = 4, **wishes: Any) -> Opened:
        shown = opened(**wishes)
        app.startWalk()
        feed.give(*HERE)
        app.openRevisit(report_id)
        qtbot.waitUntil(lambda: app.revisit.total == total, timeout=20_000)
        return shown

    return come_


def said(shown: Opened) -> list[str]:
    shown.settle()
    return [str(item.property("text")) for item in shown.items() if item.inherits("QQuickText")]


@pytest.mark.parametrize(
    "said_and_meant",
    [("Résolu", "resolved"), ("Persiste", "persists"), ("Aggravé", "worse"), ("Pas pu voir", "not_seen")],
)
def test_standing_there_one_tap_says_it(
    come: Come, app: App, store: Store, march: list[str], said_and_meant: tuple[str, str]
) -> None:
    """S-03, S-172: two taps from the map, the first being its marker."""
    shown = come(march[0])
    word, verdict = said_and_meant
    shown.tap(word)
    assert [visit.verdict for visit in store.records.all(Revisit)] == [verdict]
    assert app.page == "revisit"


def test_the_promise_is_read_on_the_card(come: Come, app: App, march: list[str]) -> None:
    """S-92: « Prévu le 12 avril par Paris Habitat » can be contradicted there."""
    shown = come(march[3])
    words = said(shown)
    assert {"Prévu le 12 avril par Paris Habitat", "Prévu le 12 avril 2026 par Paris Habitat"} & set(words)
    assert "La date est passée." in words
    app.revisit.pick(march[1])
    assert "Non retenu\u00a0: Autre raison" in said(shown)
    app.revisit.pick(march[0])
    assert "Annoncé fait par Propreté de Paris. Est-ce vrai\u00a0?" in said(shown)
    assert any(
        re.fullmatch("Réponse du 12 mars( 2026)?\u00a0: «\u00a0Enlevés le 28 septembre.\u00a0»", one)
        for one in said(shown)
    )


def test_a_round_by_touch_with_next_undo_and_the_list(come: Come, app: App, store: Store, march: list[str]) -> None:
    shown = come("")
    shown.tap("Persiste")
    shown.tap("Aggravé")  # thought over
    assert [visit.verdict for visit in store.records.all(Revisit)] == ["worse"]
    shown.tap("Annuler")
    assert [visit.verdict for visit in store.records.all(Revisit)] == ["persists"]
    shown.tap("Suivant")
    assert app.revisit.reportId == march[1]
    shown.tap("Plus tard")
    assert app.revisit.reportId == march[2]
    shown.tap("Lampe éteinte, rue Myrha")
    assert app.revisit.reportId == march[3]
    shown.tap("Résolu")
    for _ in range(2):
        shown.tap("Suivant")
        shown.tap("Pas pu voir")
    assert "2 vus sur 4" in said(shown)
    assert app.revisit.hasNext  # those that nobody could see are asked again
    shown.tap("Retour")
    assert app.page == "live"


def test_the_list_takes_the_card_s_place_where_it_is_narrow(come: Come, app: App, march: list[str]) -> None:
    shown = come(march[0], size=PORTRAIT, scale=1.6)
    shown.tap("Liste")
    shown.tap("Graffiti sur un mur")
    assert app.revisit.reportId == march[2]
    shown.tap("Persiste")
    assert cut_words(shown) == []


def test_the_keyboard_alone_says_it_and_goes_on(come: Come, app: App, store: Store, march: list[str]) -> None:
    """S-210: Space chooses, Enter is the yellow button, Ctrl+Z takes back, Esc goes back."""
    shown = come(march[0])
    tile = shown.button("Persiste")
    tile.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(shown.window, Qt.Key.Key_Left)
    QTest.keyClick(shown.window, Qt.Key.Key_Space)
    assert [visit.verdict for visit in store.records.all(Revisit)] == ["resolved"]
    QTest.keyClick(shown.window, Qt.Key.Key_Return)
    assert app.revisit.reportId == march[1]
    QTest.keyClick(shown.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert store.records.all(Revisit) == []
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)
    assert app.page == "live"


def test_five_hundred_due_ones_stay_fluid(come: Come, app: App, store: Store, make: Any) -> None:
    """Only the rows on screen exist; a verdict and a step take no time that a finger feels."""
    store.records.save_all(
        make(
            Report,
            category="litter",
            position=position(HERE[0] + index * 1e-5, HERE[1]),
            observed_at="2026-03-12T17:00:00.000Z",
        )
        for index in range(500)
    )
    shown = come("", total=500)
    shown.settle()
    rows = [item for item in shown.items() if item.metaObject().className().startswith("DueRow")]
    assert 0 < len(rows) < 40
    began = time.thread_time()
    for _ in range(10):
        app.revisit.say("resolved")
        app.revisit.next()
        shown.settle()
    assert (time.thread_time() - began) / 10 < 0.25
    keep(shown, "revisit, 500")
    assert app.revisit.seen == 10


def test_one_tap_more_opens_the_camera_on_the_same_frame_and_its_photo_stands_beside_the_first(
    come: Come, app: App, store: Store, march: list[str], qtbot: QtBot
) -> None:
    """The verdict is on disk before the photo; the photo is about it, so that the office sees before and after."""
    shown = come(march[0])
    shown.tap("Résolu")
    (visit,) = store.records.all(Revisit)
    shown.tap("Photo, même cadre")
    assert app.page == "camera"
    assert (app.camera.about, app.camera.before) == (visit.id, app.revisit.card.beforePhoto)
    app.camera.bring(PHOTO.toString())
    qtbot.waitUntil(lambda: len(store.records.all(Photo)) == 2, timeout=20_000)
    (photo,) = [photo for photo in store.records.all(Photo) if photo.about == visit.id]
    assert photo.purpose == "after"
    qtbot.waitUntil(lambda: app.page == "revisit", timeout=20_000)  # the shot is on disk before the page says so
    qtbot.waitUntil(lambda: not app.revisit.card.afterPhoto.isEmpty(), timeout=20_000)
    keep(shown, "revisit, before and now")
    assert "Maintenant" in said(shown)


def test_two_taps_from_the_map_where_the_finding_was(  # noqa: PLR0917
    opened: Open, app: App, store: Store, feed: Feed, march: list[str], qtbot: QtBot
) -> None:
    """The map offers what is due within thirty metres: its button, then the verdict (the table of taps: 2)."""
    shown = opened()
    app.startWalk()
    app.live.headcount.done()
    feed.give(*HERE)
    qtbot.waitUntil(lambda: app.live.map.here.recordId == march[0], timeout=20_000)
    shown.tap("Vérifier")
    qtbot.waitUntil(lambda: app.revisit.reportId == march[0], timeout=20_000)
    shown.tap("Résolu")
    (visit,) = store.records.all(Revisit)
    assert (visit.report_id, visit.verdict) == (march[0], "resolved")
