"""A walk being prepared: every tap is on disk and can be taken back; nothing but the territory is asked for."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl

from sync.protocol.records import ExploratoryWalk, Point, Record, WalkPlan
from tests.walker.viewmodels.test_home import receive
from tests.walker.window import Feed, SlowClock, finish_walk, settle
from walker.domain.words import TERRITORIES_SETTING
from walker.store import Store, open_store
from walker.viewmodels.app import App
from walker.viewmodels.prepare import ONE, SEVERAL

LIST_OF = {"period_planned": "day_night", "organiser_kind": "organiser_kinds", "sign_language": "interpreters"}


def only(store: Store) -> ExploratoryWalk:
    (walk,) = store.records.all(ExploratoryWalk)
    return walk


@pytest.fixture
def plan(app: App) -> Any:
    app.prepareWalk("")
    return app.walks.plan


def test_nothing_is_written_before_the_first_tap_and_everything_after_it(app: App, store: Store, plan: Any) -> None:
    assert store.records.all(ExploratoryWalk) == []
    plan.pick("publics", "women")
    plan.pick("publics", "seniors")
    plan.pick("period_planned", "night")
    plan.pick("step_free", "yes")
    plan.chooseDay("2026-10-20")
    walk = only(store)
    assert (walk.state, walk.publics, walk.period_planned, walk.step_free, walk.planned_on) == (
        *("planned", ("women", "seniors"), "night"),
        *(True, "2026-10-20"),
    )
    plan.pick("publics", "women")
    plan.pick("step_free", "yes")
    plan.chooseDay("2026-10-20")
    walk = only(store)
    assert (walk.publics, walk.step_free, walk.planned_on) == (("seniors",), None, None)


def test_day_and_night_are_a_choice_apart_from_the_public(store: Store, plan: Any) -> None:
    """S-11: a women's walk by day and one by night are two things."""
    plan.pick("period_planned", "day")
    assert only(store).publics == ()
    plan.pick("publics", "women")
    plan.pick("period_planned", "mixed")
    assert (only(store).publics, only(store).period_planned) == (("women",), "mixed")


def test_a_territory_known_to_the_tablet_is_not_asked_for(app: App, store: Store) -> None:
    store.settings.set(TERRITORIES_SETTING, json.dumps(["grand_belleville"]))
    app.prepareWalk("")
    plan = app.walks.plan
    assert plan.territory.startswith("Grand Belleville")
    plan.pick("publics", "women")
    assert only(store).territory == "grand_belleville"


def test_every_tap_can_be_taken_back_down_to_the_first(store: Store, plan: Any) -> None:
    plan.pick("publics", "women")
    plan.pick("themes", "lighting")
    plan.chooseDay("2026-10-20")
    plan.undo()
    assert (only(store).planned_on, only(store).themes) == (None, ("lighting",))
    plan.undo()
    plan.undo()
    assert (only(store).publics, only(store).themes) == ((), ())
    assert not plan.canUndo
    plan.undo()


def test_a_walk_of_which_nothing_is_said_is_no_walk(app: App, store: Store, plan: Any) -> None:
    plan.pick("publics", "women")
    plan.undo()
    app.open("home")
    assert store.records.all(ExploratoryWalk) == []
    app.prepareWalk("")
    app.walks.plan.chooseDay("2026-10-20")
    app.open("home")
    assert only(store).planned_on == "2026-10-20"


def test_words_just_typed_are_on_disk_when_the_page_is_left(
    app: App, store: Store, plan: Any, tmp_path: Path, qtbot: Any
) -> None:
    plan.write("organiser_name", "Femmes de la rue Léon")
    plan.write("title", "Le tour du soir")
    assert plan.title == "Le tour du soir"
    app.back()
    assert (only(store).organiser_name, only(store).title) == ("Femmes de la rue Léon", "Le tour du soir")
    app.prepareWalk(only(store).id)
    plan.write("note", "lampe")
    qtbot.waitUntil(lambda: only(store).note == "lampe", timeout=3000)


def test_a_prepared_walk_survives_the_tablet_going_off(
    make_app: Callable[[Store], App], app: App, store: Store, plan: Any
) -> None:
    plan.pick("publics", "women")
    walk_id = only(store).id
    again = make_app(store)
    assert (again.page, again.home.planId, again.walks.lists.coming.count) == ("home", walk_id, 1)


def test_counts_start_unsaid_and_not_collected_is_not_zero(app: App, store: Store, plan: Any) -> None:
    """S-203: a dash is shown until somebody counts; « Non recueilli » is a value of its own."""
    group = app.walks.group
    assert [row["count"] for row in group.genders.rows] == [-1, -1, -1, -1]
    assert group.people == -1
    group.toggleUncollected()
    assert group.uncollected and group.people == -1
    assert {one.count for one in only(store).attendance} == {None}
    group.count("women", 9)
    group.count("men", 0)
    assert (group.people, group.uncollected) == (9, False)
    assert {(one.gender, one.count) for one in only(store).attendance} == {
        ("women", 9),
        ("men", 0),
        ("other_or_unsaid", None),
    }


def test_roles_and_ages_are_said_of_people_already_counted(app: App, store: Store, plan: Any) -> None:
    group = app.walks.group
    group.count("women", 9)
    group.openRole("resident")
    group.openAge("age_60_74")
    for number in (1, 2, 3):
        group.detail("women", number)
    assert group.people == 9
    assert group.genders.rows[0]["least"] == 3
    assert [(row["label"], row["count"]) for row in group.known.rows] == [("Habitants · Femmes · 60 à 74 ans", 3)]
    group.detail("women", 2)
    assert group.people == 9
    group.openRole("resident")
    assert group.role == "not_collected"


def test_newly_posted_staff_is_counted_by_employer(app: App, store: Store, plan: Any) -> None:
    """S-07, S-174: how many is not collected until somebody counts."""
    group = app.walks.group
    group.toggleEmployer("police")
    assert [(one.code, one.count) for one in only(store).newly_posted] == [("police", None)]
    group.countPosted("police", 3)
    group.toggleEmployer("landlord")
    assert [(one.code, one.count) for one in only(store).newly_posted] == [("police", 3), ("landlord", None)]
    group.toggleEmployer("police")
    assert group.employers == "landlord"


def test_a_youth_walk_warns_and_never_blocks(app: App, store: Store, plan: Any) -> None:
    """S-19: an adult referent and consent are asked for, yes or no, without a name."""
    plan.pick("publics", "young_people")
    assert plan.youth and plan.youthWarns
    app.startPrepared()
    assert (app.page, only(store).state) == ("live", "held")
    app.prepareWalk(only(store).id)
    plan.pick("adult_referent", "yes")
    plan.pick("consent_collected", "no")
    assert plan.youthWarns
    plan.pick("consent_collected", "yes")
    assert plan.youth and not plan.youthWarns


def test_minors_among_those_counted_ask_the_same(app: App, plan: Any) -> None:
    group = app.walks.group
    group.openRole("resident")
    group.openAge("age_13_17")
    assert not plan.youth
    group.detail("women", 1)
    assert plan.youthWarns


def test_stops_and_the_way_are_put_moved_and_taken_by_taps(app: App, store: Store, plan: Any) -> None:
    route = app.walks.route
    route.tap(48.83, 2.448)
    route.tap(48.831, 2.449)
    route.tap(48.832, 2.45)
    assert route.stops == 3
    route.joinStops()
    assert route.lengthM == pytest.approx(266, abs=3)
    route.choose(1)
    route.tap(48.84, 2.44)
    assert only(store).planned_stops[1] == Point(lat_e7=488400000, lon_e7=24400000)
    assert route.chosen == -1
    route.choose(0)
    route.choose(0)
    route.tap(48.85, 2.46)
    assert route.stops == 4
    route.choose(3)
    route.remove()
    route.use("route")
    route.choose(2)
    route.moveTo(48.9, 2.5)
    assert [point.lat_e7 for point in only(store).route] == [488300000, 488310000, 489000000]
    plan.undo()
    plan.undo()
    assert (route.points, route.stops) == (3, 4)


def test_a_walk_of_the_office_is_completed_and_started_as_ours(app: App, store: Store, make: Any) -> None:
    office = make(WalkPlan, writer="server", title="Marche de nuit", planned_on="2026-10-16", territory="zsp_18")
    receive(store, office)
    app.tablet.recordsChanged.emit()
    (row,) = app.walks.lists.coming.rows
    assert (row["walkId"], row["fromOffice"], row["standing"]) == (office.id, True, "later")
    app.prepareWalk(office.id)
    app.walks.plan.pick("recruitments", "volunteer")
    walk = only(store)
    assert (walk.plan_id, walk.territory, walk.recruitments, walk.state) == (
        *(office.id, "zsp_18"),
        *(("volunteer",), "planned"),
    )
    assert app.walks.lists.coming.count == 1
    app.startPrepared()
    assert (app.page, only(store).id, only(store).state) == ("live", walk.id, "held")


def test_a_cancelled_walk_keeps_its_reason_and_comes_back(app: App, store: Store, plan: Any) -> None:
    plan.pick("publics", "women")
    plan.cancel("weather")
    assert (only(store).state, only(store).cancel_reason) == ("cancelled", "weather")
    assert (app.walks.lists.coming.count, app.walks.lists.cancelled.rows[0]["why"]) == (0, "Mauvais temps")
    plan.undo()
    assert only(store).state == "planned"
    plan.cancel("too_few")
    app.walks.lists.takeUp(only(store).id)
    assert (only(store).state, only(store).cancel_reason) == ("planned", None)


def test_an_earlier_walk_is_made_again(app: App, store: Store, feed: Feed) -> None:
    app.startWalk()
    feed.walk(80)
    finish_walk(app)
    earlier = only(store)
    app.openWalk(earlier.id)
    assert app.page == "walk"
    app.openEnd(earlier.id)
    assert app.page == "end"
    app.back()
    app.prepareAgain(earlier.id)
    walk = store.records.all(ExploratoryWalk)[-1]
    assert (app.page, walk.follows_walk_id, walk.state) == ("prepare", earlier.id, "planned")
    assert len(walk.route) > 1
    assert app.walks.plan.follows == "2026-10-15"


def test_the_grid_of_a_walk_that_began_no_longer_changes(app: App, store: Store, plan: Any) -> None:
    grid = app.walks.grid
    grid.choose("women")
    assert (grid.version, grid.questions > 10) == (1, True)
    app.startPrepared()
    app.prepareWalk(only(store).id)
    assert grid.frozen
    grid.choose("common")
    assert (only(store).grid_code, only(store).grid_version) == ("women", 1)


def test_a_day_is_chosen_on_the_page_of_a_month(app: App, daytime: SlowClock) -> None:
    calendar = app.walks.calendar
    calendar.show("")
    rows = calendar.days.rows
    assert (calendar.month, len(rows) % 7, rows[0]["day"]) == ("2026-10-01", 0, "2026-09-28")
    assert [row["day"] for row in rows if row["today"]] == ["2026-10-15"]
    assert all(row["past"] == (row["day"] < "2026-10-15") for row in rows)
    assert not calendar.canGoBack
    calendar.next()
    calendar.next()
    assert calendar.month == "2026-12-01"
    calendar.previous()
    assert calendar.month == "2026-11-01"
    assert (calendar.inDays(0), calendar.inDays(1)) == ("2026-10-15", "2026-10-16")


def test_a_new_walk_looks_once_for_the_territory_that_need_not_be_asked(
    app: App, store: Store, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each line of the page asks for it; it reads all walks."""
    first = store.records.save(make(ExploratoryWalk, territory="t1"))
    read, asked = store.records.all, []

    def watched(kind: type[Record], **wanted: Any) -> list[Record]:
        asked.append(kind)
        return read(kind, **wanted)

    monkeypatch.setattr(store.records, "all", watched)
    app.prepareWalk("")
    assert app.walks.plan.territory_code() == "t1"
    assert len(asked) <= 3
    store.records.save(dataclasses.replace(first, territory="t2"))
    app.tablet.recordsChanged.emit()
    assert app.walks.plan.territory_code() == "t2"


def test_a_kit_is_opened_and_what_is_wrong_with_one_is_said(app: App, store: Store, plan: Any, tmp_path: Path) -> None:
    from sync.formats.kit import Kit, write_kit

    kit = app.walks.kit
    file = tmp_path / "x.gupkit"
    file.write_bytes(b"no kit")
    kit.bring(QUrl.fromLocalFile(str(file)))
    settle(app.tablet.shots)
    assert (kit.fault, store.records.all(ExploratoryWalk)) == ("unknown_format", [])
    file.write_bytes(write_kit(Kit(title="Le tour", instructions="Prenez une lampe.")))
    kit.bring(QUrl.fromLocalFile(str(file)))
    assert kit.busy and plan.title == ""  # the window's thread reads no file
    settle(app.tablet.shots)
    assert not kit.busy
    assert (kit.fault, kit.words, plan.title) == ("", "Prenez une lampe.", "Le tour")
    assert not kit.written
    kit.write(QUrl.fromLocalFile(str(tmp_path / "y.gupkit")))
    settle(app.tablet.shots)
    assert kit.written and (tmp_path / "y.gupkit").exists()


def test_a_kit_that_cannot_be_written_is_said(app: App, store: Store, plan: Any, tmp_path: Path) -> None:
    plan.pick("publics", "women")
    (tmp_path / "file").write_text("")
    app.walks.kit.write(QUrl.fromLocalFile(str(tmp_path / "file" / "y.gupkit")))
    settle(app.tablet.shots)
    assert (app.trouble, app.walks.kit.written) == ("disk_error", False)
    assert only(store).publics == ("women",)


def test_the_store_that_is_read_again_has_the_walk(app: App, store: Store, plan: Any) -> None:
    plan.pick("publics", "women")
    folder = store.folder
    store.close()
    with open_store(folder, writable=False) as again:
        assert only(again).publics == ("women",)


def test_the_next_group_sees_nothing_of_the_last_one(app: App, store: Store, plan: Any) -> None:
    """A lent tablet that was handed back (S-215): no page of preparation keeps the earlier group's words."""
    plan.write("organiser_name", "Femmes de la rue Léon")
    plan.pick("publics", "women")
    app.walks.helper.pickChannel("warden")
    app.walks.forget()
    assert (plan.walkId, plan.organiserName, plan.said, plan.canUndo) == ("", "", "", False)
    assert app.walks.helper.channel == ""
    assert only(store).organiser_name == "Femmes de la rue Léon"


@pytest.mark.parametrize("field", sorted(SEVERAL | ONE))
def test_every_word_of_each_list_of_the_preparation_is_kept(store: Store, plan: Any, field: str) -> None:
    """Purpose (co-training too), organiser of any kind, recruitment, sign language, conditions of the day."""
    codes = [entry["code"] for entry in plan.choices(LIST_OF.get(field, field)).rows]
    assert codes
    for code in codes:
        plan.pick(field, code)
        held = getattr(only(store), field)
        assert code in held if field in SEVERAL else held == code


def test_a_group_without_legal_existence_says_its_name_and_no_more(store: Store, plan: Any) -> None:
    plan.write("organiser_name", "Les voisines du 12")
    plan.openStep("group")
    walk = only(store)
    assert (walk.organiser_name, walk.organiser_kind) == ("Les voisines du 12", None)
