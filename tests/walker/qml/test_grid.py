"""Every grid of the catalogue on screen; questions answered by touch and by the keyboard (S-12, S-208, S-210)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sync.protocol.catalogue import load_seed
from sync.protocol.records import ExploratoryWalk, GridAnswer, Stop
from tests.walker.qml.pages import Open, Opened, cut_words, keep, small_targets
from tests.walker.window import HERE, FakeVoice
from walker.domain.units import position
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")

GRIDS = [entry.code for entry in load_seed().entries("grids")]


@pytest.fixture
def at_stop(opened: Open, app: App) -> Opened:
    """The window after one tap on « Halte »."""
    shown = opened()
    app.startWalk()
    shown.settle()
    shown.tap("Halte")
    return shown


@pytest.fixture
def stop_of(store: Store, make: Any) -> Callable[[str], str]:
    """stop_of(grid): the id of a stop at night, of a walk with that grid."""

    def made(code: str) -> str:
        walk = store.records.save(make(ExploratoryWalk, state="held", grid_code=code, grid_version=1))
        stop = make(Stop, walk_id=walk.id, ordinal=0, position=position(*HERE), period="night")
        return str(store.records.save(stop).id)

    return made


def _kept(store: Store) -> dict[str, GridAnswer]:
    return {one.item: one for one in store.records.all(GridAnswer)}


def test_a_question_is_read_aloud_with_its_answers(at_stop: Opened, app: App, voice: FakeVoice) -> None:
    """S-213: for who reads little."""
    at_stop.button("Écouter").forceActiveFocus(Qt.FocusReason.TabFocusReason)  # the page brings it on screen
    at_stop.tap("Écouter")
    ((words, language),) = voice.said
    assert language == "fr"
    (asked,) = (row for row in app.grid.questions.rows if words.startswith(row["question"]))
    assert words == ". ".join(filter(None, [asked["question"], *(each["label"] for each in asked["options"].rows)]))


@pytest.mark.parametrize("code", GRIDS)
@pytest.mark.parametrize(
    "wishes", [{}, {"language": "en"}, {"scale": 1.6}, {"scale": 1.6, "language": "en"}], ids=lambda w: str(w) or "day"
)
def test_every_page_of_every_grid_is_whole(
    opened: Open, app: App, stop_of: Callable[[str], str], code: str, wishes: Any
) -> None:
    shown = opened(**wishes)
    app.openGrid(stop_of(code))
    wrong: list[tuple[str, Any]] = []
    for theme in [row["code"] for row in app.grid.themes.rows]:
        app.grid.openTheme(theme)
        for row in list(app.grid.questions.rows):  # answered, a question shows the most
            if row["mayShowHands"]:
                app.grid.pick(row["key"], row["options"].rows[0]["code"])
        shown.picture()  # the bar may need one more round when its words change
        wrong += [(theme, what) for what in (*cut_words(shown), *small_targets(shown))]
    keep(shown, f"grid {code}, {wishes.get('language', 'fr')}, {wishes.get('scale', 1)}")
    assert wrong == []


def test_one_tap_stops_one_tap_answers_one_tap_says_not_observed(at_stop: Opened, app: App, store: Store) -> None:
    """DESIGN-UI §5: the tap counts of stop, answer and « Pas observé »."""
    assert app.page == "grid"
    assert len(store.records.all(Stop)) == 1
    at_stop.tap("corrects")
    kept = _kept(store)["street_sign"]
    assert kept.value == "2"
    unseen = [item for item in at_stop.items() if item.objectName() == "unseen"]
    QTest.mouseClick(
        at_stop.window,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        unseen[1].mapToScene(unseen[1].boundingRect().center()).toPoint(),
    )
    assert _kept(store)["district_map"].not_observed


def test_back_returns_to_the_map_with_the_way_to_take_the_stop_back(at_stop: Opened, app: App, store: Store) -> None:
    at_stop.tap("Retour")
    assert app.page == "live"
    at_stop.tap("Annuler")
    assert store.records.all(Stop) == []


def test_next_names_the_next_page_and_the_last_one_ends(at_stop: Opened, app: App) -> None:
    at_stop.tap("Suivant\u00a0: Voir")
    assert app.grid.theme == "see"
    at_stop.tap("Idées, 0 sur 2")
    at_stop.tap("C’est fini ici")
    assert app.page == "live"


def test_a_show_of_hands_by_touch(at_stop: Opened, app: App, store: Store) -> None:
    app.grid.openTheme("feel")
    app.grid.openHands("feeling_alone")
    app.grid.openHands("feeling")
    at_stop.settle()
    at_stop.button("Un de plus\u00a0:\u00a0bien, Femmes").forceActiveFocus()
    for _ in range(3):
        QTest.keyClick(at_stop.window, Qt.Key.Key_Space)
    assert [(hand.value, hand.gender, hand.count) for hand in _kept(store)["feeling_alone"].show_of_hands] == [
        *(("3", "women", 3), ("3", "men", None), ("3", "other_or_unsaid", None))
    ]


def test_a_stop_is_named_by_the_group(at_stop: Opened, app: App, store: Store) -> None:
    at_stop.tap("Renommer")
    field = next(item for item in at_stop.items() if item.inherits("QQuickTextField"))
    field.forceActiveFocus()
    for key in (Qt.Key.Key_L, Qt.Key.Key_E, Qt.Key.Key_O):
        QTest.keyClick(at_stop.window, key)
    app.grid.leave()
    assert store.records.all(Stop)[0].name.lower() == "leo"
    at_stop.settle()
    said = [str(item.property("text")) for item in at_stop.items()]
    assert any(text.lower() == "halte 1 · leo" for text in said)


def test_the_keyboard_alone_answers_goes_on_and_takes_back(at_stop: Opened, app: App, store: Store) -> None:
    at_stop.button("corrects").forceActiveFocus()
    QTest.keyClick(at_stop.window, Qt.Key.Key_Right)
    QTest.keyClick(at_stop.window, Qt.Key.Key_Space)
    assert _kept(store)["street_sign"].value == "3"
    QTest.keyClick(at_stop.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _kept(store) == {}
    QTest.keyClick(at_stop.window, Qt.Key.Key_Return)
    assert app.grid.theme == "see"
    QTest.keyClick(at_stop.window, Qt.Key.Key_Escape)
    assert app.page == "live"


def test_what_the_last_walk_said_stands_below_the_answer(at_stop: Opened, app: App, store: Store, make: Any) -> None:
    from walker.domain.earlier_answers import Earlier
    from walker.domain.grid import day_of

    grid = app.grid
    walk = store.records.all(ExploratoryWalk)[0]
    said = make(GridAnswer, walk_id=walk.id, grid_code="common", grid_version=1, item="district_map", value="yes")
    grid._compare((grid.header.stopId, Earlier(day=day_of(walk), answers={"district_map": said})))
    at_stop.settle()

    def earlier() -> list[str]:
        rows = [item for item in at_stop.items() if item.objectName() == "earlier"]
        return [str(row.property("text")) for row in rows]

    assert earlier() == []
    grid.pick("district_map", "no")
    at_stop.settle()
    (words,) = earlier()
    assert words.endswith("le groupe disait\u00a0: «\u00a0oui\u00a0».")
