"""A walk prepared with the fingers: home, the five steps, the territory, the way on the map, findings for others."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sync.protocol.records import Answer, ExploratoryWalk, Report, TerritoryView, WalkPlan
from tests.walker.domain.test_perimeters import square
from tests.walker.qml.pages import Open, Opened, cut_words, keep, small_targets, touchable
from tests.walker.viewmodels.test_home import receive
from tests.walker.window import HERE, settle
from walker.domain.units import position
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


def only(store: Store) -> ExploratoryWalk:
    (walk,) = store.records.all(ExploratoryWalk)
    return walk


def reach(shown: Opened, text: str) -> None:
    """Brings a control into view as the keyboard does, then touches it."""
    shown.button(text).forceActiveFocus(Qt.FocusReason.TabFocusReason)
    shown.settle()
    shown.tap(text)


def field(shown: Opened, label: str) -> QQuickItem:
    """The box to type in under that label."""
    shown.settle()
    found = [item for item in shown.items() if item.inherits("QQuickTextField") or item.inherits("QQuickTextArea")]
    for item in found:
        holder = item.parentItem()
        while holder is not None and holder.property("label") is None:
            holder = holder.parentItem()
        if holder is not None and holder.property("label") == label:
            return item
    raise AssertionError(f"no field {label!r}")


def type_into(shown: Opened, label: str, text: str) -> None:
    field(shown, label).forceActiveFocus(Qt.FocusReason.TabFocusReason)
    shown.settle()
    for letter in text:
        QTest.keyClick(shown.window, letter)
    shown.settle()


def map_of(shown: Opened) -> QQuickItem:
    shown.settle()
    return next(item for item in shown.items() if item.inherits("QDeclarativeGeoMap"))


def tap_mark(shown: Opened, qtbot: QtBot, text: str) -> None:
    """A finger on a mark of the map: the map makes them a moment after they are known."""
    qtbot.waitUntil(
        lambda: any(touchable(item) and item.property("text") == text for item in shown.items()), timeout=5000
    )
    shown.tap(text)


def touch(shown: Opened, item: QQuickItem, dx: float = 0, dy: float = 0) -> None:
    """A finger on an item, so far from its middle."""
    middle = item.mapToScene(QPointF(item.width() / 2 + dx, item.height() / 2 + dy))
    QTest.mouseClick(
        shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(*map(round, middle.toTuple()))
    )
    shown.settle()


def home(opened: Open, app: App, qtbot: QtBot) -> Opened:
    """The first page, once it has looked whether a walk can begin."""
    shown = opened()
    qtbot.waitUntil(lambda: app.walks.checks.rows.count > 0, timeout=5000)
    return shown


def test_a_walk_is_prepared_and_begun_by_touch_alone(opened: Open, app: App, store: Store, qtbot: QtBot) -> None:
    """Nothing but the territory holds it back, and every step is a record before the next one is shown."""
    shown = home(opened, app, qtbot)
    reach(shown, "Préparer une marche")
    assert app.page == "prepare"
    shown.tap("Rôles et sécurité")
    assert shown.button("Commencer la marche").property("reason") == "Choisissez d’abord le territoire"
    shown.tap("Lieu et parcours")
    shown.tap("Choisir le territoire")
    type_into(shown, "Chercher", "belleville")
    shown.tap("Grand Belleville 10ème, 11ème, et 20ème")
    shown.tap("C’est celui-ci")
    assert only(store).territory == "grand_belleville"
    shown.tap("Aujourd’hui")
    shown.tap("Suite\N{NO-BREAK SPACE}: Type de marche")
    shown.tap("Femmes")
    reach(shown, "De nuit")
    reach(shown, "Former les agents nouvellement arrivés")
    shown.tap("Suite\N{NO-BREAK SPACE}: Le groupe")
    for _ in range(3):
        shown.tap("Un de plus\N{NO-BREAK SPACE}:\N{NO-BREAK SPACE}Femmes")
    shown.tap("Un de moins\N{NO-BREAK SPACE}:\N{NO-BREAK SPACE}Hommes")
    shown.tap("Annuler")
    walk = only(store)
    assert (walk.planned_on, walk.publics, walk.period_planned) == ("2026-10-15", ("women",), "night")
    assert walk.purposes == ("staff_training",)
    assert [(one.gender, one.count) for one in walk.attendance] == [("women", 3)]
    shown.tap("Suite\N{NO-BREAK SPACE}: Grille")
    shown.tap("Grille des femmes")
    shown.tap("Suite\N{NO-BREAK SPACE}: Rôles et sécurité")
    shown.tap("Retour")
    assert app.page == "home"
    shown.tap("Commencer la marche")
    assert (app.page, only(store).state, only(store).grid_code) == ("live", "held", "women")


def test_the_territory_is_chosen_by_a_touch_inside_its_line(
    opened: Open, app: App, store: Store, make: Any, qtbot: QtBot
) -> None:
    rings = (square(HERE[0] - 0.004, HERE[1] - 0.004, 0.008),)
    receive(store, make(TerritoryView, writer="server", code="essai", kind="gup", name="Quartier d’essai", rings=rings))
    shown = opened()
    app.prepareWalk("")
    app.open("territory")
    ground = map_of(shown)
    keep(shown, "territory with a map")
    touch(shown, ground)
    assert only(store).territory == "essai"
    ground.setProperty("zoomLevel", 11)
    shown.settle()
    touch(shown, ground, 200, 200)
    assert only(store).territory == "essai"
    assert "Pas de périmètre ici. Touchez à l’intérieur d’un trait." in words(shown)
    shown.tap("Par arrondissement")
    shown.tap("13")
    assert "Bédier-Boutroux" in words(shown)
    assert cut_words(shown) == []
    assert small_targets(shown) == []


def words(shown: Opened) -> list[str]:
    shown.settle()
    return [str(item.property("text")) for item in shown.items() if item.inherits("QQuickText")]


def test_stops_are_put_moved_and_taken_back_on_the_map(opened: Open, app: App, store: Store, qtbot: QtBot) -> None:
    """A tap adds, a tap on a stop chooses it, the next tap moves it; no drag is needed (S-208)."""
    shown = opened()
    app.prepareWalk("")
    app.open("route")
    ground = map_of(shown)
    touch(shown, ground, -100, 0)
    touch(shown, ground, 150, -80)
    assert len(only(store).planned_stops) == 2
    before = only(store).planned_stops
    tap_mark(shown, qtbot, "Halte 2")
    assert app.walks.route.chosen == 1
    touch(shown, ground, 0, 120)
    after = only(store).planned_stops
    assert after[0] == before[0] and after[1].lat_e7 < before[1].lat_e7
    shown.tap("Annuler")
    assert only(store).planned_stops == before
    shown.tap("Relier les haltes")
    shown.tap("Parcours")
    tap_mark(shown, qtbot, "Point 1 du parcours")
    shown.tap("Déplacer ici")
    assert only(store).route[0] != before[0] and only(store).route[1] == before[1]
    shown.tap("Plus haut")
    shown.tap("Tourner ici")
    assert len(only(store).route) == 3
    keep(shown, "route by touch")
    QTest.keyClick(shown.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(only(store).route) == 2
    shown.tap("Le parcours est bon")
    assert app.page == "prepare"


def test_another_day_is_chosen_on_a_month(opened: Open, app: App, store: Store) -> None:
    shown = opened()
    app.prepareWalk("")
    reach(shown, "Un autre jour")
    keep(shown, "month")
    assert cut_words(shown) == []
    assert small_targets(shown) == []
    reach(shown, "Le mois d’après")
    reach(shown, "20 novembre")
    assert only(store).planned_on == "2026-11-20"


def test_not_collected_is_shown_as_a_dash_never_as_zero(opened: Open, app: App, store: Store) -> None:
    """S-203."""
    shown = opened()
    app.prepareWalk("")
    app.walks.plan.openStep("group")
    assert words(shown).count("–") == 4 and "0" not in words(shown)
    reach(shown, "Non recueilli\N{NO-BREAK SPACE}: ce n’est pas zéro")
    assert "0" not in words(shown)
    assert {one.count for one in only(store).attendance} == {None}
    reach(shown, "Préciser les rôles et les âges")
    reach(shown, "Habitants")
    keep(shown, "roles and ages")
    assert cut_words(shown) == []


def test_a_youth_walk_warns_and_begins(opened: Open, app: App, store: Store) -> None:
    shown = opened()
    app.prepareWalk("")
    app.walks.plan.chooseTerritory("grand_belleville")
    app.walks.plan.pick("publics", "young_people")
    assert "Adulte et accord\N{NO-BREAK SPACE}?" in words(shown)
    app.walks.plan.openStep("roles")
    shown.tap("Commencer la marche")
    assert (app.page, only(store).state) == ("live", "held")


def test_a_walk_of_the_office_is_opened_from_home(opened: Open, app: App, store: Store, make: Any) -> None:
    receive(store, make(WalkPlan, writer="server", title="Marche du conseil citoyen", planned_on="2026-10-20"))
    app.tablet.recordsChanged.emit()
    shown = opened()
    shown.tap("Modifier")
    assert (app.page, app.walks.plan.title) == ("prepare", "Marche du conseil citoyen")
    assert only(store).plan_id is not None


def test_a_walk_is_cancelled_with_its_reason_and_taken_up_again(opened: Open, app: App, store: Store) -> None:
    shown = opened()
    app.prepareWalk("")
    app.walks.plan.chooseDay("2026-10-20")
    reach(shown, "Cette marche n’aura pas lieu")
    reach(shown, "Mauvais temps")
    assert (only(store).state, only(store).cancel_reason) == ("cancelled", "weather")
    app.open("walks")
    shown.tap("Annulées (1)")
    assert "Mauvais temps" in words(shown)
    shown.tap("Marche sans nom")
    reach(shown, "Elle a lieu finalement")
    assert only(store).state == "planned"


def test_answers_are_marked_new_until_their_page_was_read(
    opened: Open, app: App, store: Store, make: Any, qtbot: QtBot
) -> None:
    bench = store.records.save(make(Report, category="bench_broken", position=position(*HERE)))
    answer = {"status": "refused", "reason": "networks_safety", "published_at": "2026-10-12T08:00:00.000Z"}
    receive(store, make(Answer, writer="server", report_id=bench.id, words="Autre lieu proposé.", **answer))
    app.tablet.recordsChanged.emit()
    shown = home(opened, app, qtbot)
    app.walks.wake()
    settle(app.tablet.reads)  # answers are read beside the window
    shown.settle()
    assert {"Nouveau", "Non retenu", "1 nouvelle depuis la dernière fois"} <= set(words(shown))
    reach(shown, "Lire la réponse")
    keep(shown, "answers, one refused")
    assert any(text.endswith("Autre lieu proposé.") for text in words(shown))
    shown.tap("Retour")
    qtbot.waitUntil(lambda: "Nouveau" not in words(shown))
    assert app.walks.answers.unread == 0


def test_a_slip_of_an_idea_box_is_typed_in_for_somebody_else(
    opened: Open, app: App, store: Store, qtbot: QtBot
) -> None:
    """S-33: who speaks is counted, never named; the page stays for the next slip."""
    shown = home(opened, app, qtbot)
    reach(shown, "Pour quelqu’un d’autre")
    assert shown.button("Signaler").property("reason") == "Dites d’abord qui parle"
    shown.tap("Boîte à idées")
    shown.tap("Un de plus\N{NO-BREAK SPACE}:\N{NO-BREAK SPACE}Femmes")
    shown.tap("Signaler")
    assert app.page == "report"
    app.report.pickCategory("litter")
    shown.tap("Enregistrer")
    (report,) = store.records.all(Report)
    assert (report.channel, [(one.code, one.count) for one in report.reported_by]) == ("idea_box", [("women", 1)])
    assert app.page == "helper"


def test_the_keyboard_alone_prepares_and_starts(opened: Open, app: App, store: Store) -> None:
    """S-210: Enter is the next step, Ctrl+Z takes back, Esc goes home."""
    shown = opened()
    app.prepareWalk("")
    shown.settle()
    app.walks.plan.chooseTerritory("grand_belleville")
    for step in ("kind", "group", "grid", "roles"):
        QTest.keyClick(shown.window, Qt.Key.Key_Return)
        shown.settle()
        assert app.walks.plan.step == step
    QTest.keyClick(shown.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert app.walks.plan.territory == ""
    app.walks.plan.chooseTerritory("grand_belleville")
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)
    shown.settle()
    assert app.page == "home"
    QTest.keyClick(shown.window, Qt.Key.Key_Return)
    assert app.page == "live"


def test_home_with_many_walks_and_answers_is_whole(opened: Open, app: App, store: Store, make: Any) -> None:
    """A tablet of a long year: sixty walks, forty answers, long words."""
    from tests.walker.qml.pages import LONG_WORD

    walks = [
        make(
            ExploratoryWalk, title=LONG_WORD if number == 0 else "", publics=("women",), planned_on=f"2026-10-{day:02d}"
        )
        for number, day in enumerate(range(1, 31))
    ]
    held = [
        make(ExploratoryWalk, state="held", ended_at="2026-09-01T10:00:00.000Z", length_cm=100, started_at=at)
        for at in ["2026-09-01T09:00:00.000Z"] * 30
    ]
    store.records.save_all([*walks, *held])
    reports = store.records.save_all([make(Report, category="litter", address=LONG_WORD) for _ in range(40)])
    said = {"status": "done", "published_at": "2026-10-12T08:00:00.000Z"}
    receive(store, *[make(Answer, writer="server", report_id=one.id, words=LONG_WORD, **said) for one in reports])
    app.tablet.recordsChanged.emit()
    shown = opened(scale=1.6)
    keep(shown, "home, a long year, very large")
    assert cut_words(shown) == []
    app.open("walks")
    keep(shown, "walks, a long year, very large")
    assert cut_words(shown) == []
    shown.tap("Faites (30)")
    assert cut_words(shown) == []
    app.open("answers")
    keep(shown, "answers, a long year, very large")
    assert cut_words(shown) == []


def test_what_was_begun_is_found_again_before_something_new_is(opened: Open, app: App, store: Store) -> None:
    """« Préparer » opens the walks to come when there are some, else a new one."""
    shown = opened()
    shown.tap("Préparer")
    assert app.page == "prepare"
    app.walks.plan.chooseDay("2026-10-20")
    app.walks.plan.openStep("grid")
    app.open("home")
    shown.tap("Préparer")
    assert app.page == "walks"
    shown.tap("Marche sans nom")
    assert (app.page, app.walks.plan.walkId, app.walks.plan.step) == ("prepare", only(store).id, "place")
