"""The page of a space to requalify: three touches at best, everything else beside them (S-54, S-57, S-210)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sync.protocol.records import SpaceCandidate
from tests.walker.qml.pages import Open, Opened
from tests.walker.window import HERE, Feed
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


@pytest.fixture
def shown(opened: Open, app: App, feed: Feed) -> Opened:
    """The form of a new space, opened by its button on the map."""
    window = opened()
    app.startWalk()
    feed.give(*HERE)
    window.tap("Espace à requalifier")
    assert app.page == "space"
    return window


def _words(shown: Opened) -> list[str]:
    shown.settle()
    return [str(item.property("text")) for item in shown.items() if item.inherits("QQuickText")]


def test_a_space_by_touch_with_its_answers(shown: Opened, app: App, store: Store) -> None:
    shown.tap("Mur pignon")
    shown.tap("Dégradé")
    shown.tap("A du potentiel")
    shown.tap("Ville")
    shown.tap("À clarifier")
    shown.tap("Enregistrer")
    (space,) = store.records.all(SpaceCandidate)
    assert (space.kind, space.degraded, space.dysfunctional, space.potential) == ("gable_wall", True, False, True)
    assert space.owners == ("city", "to_clarify")
    assert app.page == "live"


def test_the_outline_is_drawn_from_the_form_and_its_size_stands_there(shown: Opened, app: App) -> None:
    shown.tap("Friche")
    shown.tap("Dessiner le contour")
    assert app.page == "outline"
    for north, east in ((0, 0), (0, 1e-4), (1e-4, 1e-4), (1e-4, 0)):
        app.outline.touch(HERE[0] + north, HERE[1] + east)
    shown.tap("Fermer le contour")
    assert app.page == "space"
    assert any(words.startswith("env. 8") and words.endswith("m²") for words in _words(shown))
    shown.button("Changer le tracé")


def test_walking_round_it_begins_at_one_touch(shown: Opened, app: App) -> None:
    shown.tap("Faire le tour à pied")
    assert app.page == "outline"
    assert app.outline.tracing


def test_later_keeps_the_draft_and_goes_back_to_the_map(shown: Opened, app: App, store: Store) -> None:
    shown.tap("Friche")
    shown.tap("Plus tard")
    assert app.page == "live"
    (draft,) = store.drafts.all(SpaceCandidate)
    assert draft.body["kind"] == "wasteland"


def test_one_aim_of_nature_plus_without_the_other_is_said(shown: Opened, app: App) -> None:
    """S-57: a project with only one aim is incomplete."""
    warning = "Il manque encore un des deux. Un projet Nature\u00a0+ a besoin des deux."
    assert warning not in _words(shown)
    app.space.writeWords("greening_aim", "Des arbres")
    assert warning in _words(shown)
    app.space.writeWords("appropriation_aim", "Un jardin partagé")
    assert warning not in _words(shown)


def test_the_keyboard_alone_describes_a_space(shown: Opened, app: App, store: Store) -> None:
    shown.button("Friche").forceActiveFocus()
    QTest.keyClick(shown.window, Qt.Key.Key_Right)
    QTest.keyClick(shown.window, Qt.Key.Key_Space)
    shown.button("Tout minéral").forceActiveFocus()
    QTest.keyClick(shown.window, Qt.Key.Key_Space)
    QTest.keyClick(shown.window, Qt.Key.Key_Return)
    (space,) = store.records.all(SpaceCandidate)
    assert (space.kind, space.mineral_share) == ("interstice", 100)
