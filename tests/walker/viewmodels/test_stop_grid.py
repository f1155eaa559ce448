"""The grid at a stop: one record a question, the earlier answer only afterwards, nothing lost (S-12, S-47, S-101)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from sync.protocol.records import (
    Attendance,
    CatalogueEntry,
    CommitmentView,
    ExploratoryWalk,
    GridAnswer,
    Photo,
    ShowOfHands,
    Stop,
)
from tests.walker.copies import pulled
from tests.walker.window import HERE, SlowClock, finish_walk
from walker.domain.units import position
from walker.store import Store
from walker.viewmodels.app import App
from walker.viewmodels.stop_grid import StopGrid

EARLIER = "2026-03-15T18:00:00.000Z"


@pytest.fixture
def at_stop(app: App) -> App:
    """A walk that stopped here, its grid open."""
    app.startWalk()
    app.live.stopHere(*HERE)
    assert app.page == "grid"
    return app


def _kept(store: Store, item: str) -> GridAnswer | None:
    return next((one for one in store.records.all(GridAnswer) if one.item == item), None)


def _row(grid: StopGrid, key: str) -> dict[str, Any]:
    return dict(next(row for row in grid.questions.rows if row["key"] == key))


def test_a_stop_opens_the_common_grid_frozen_at_the_start(at_stop: App, store: Store) -> None:
    (walk,) = store.records.all(ExploratoryWalk)
    assert (walk.grid_code, walk.grid_version) == ("common", 1)
    assert (at_stop.grid.header.number, at_stop.grid.theme, at_stop.grid.themes.count) == (1, "way", 9)
    assert (at_stop.grid.header.gridLabel, at_stop.grid.header.gridVersion) == ("Grille commune d’analyse", 1)


def test_an_answer_is_on_disk_at_its_tap_and_the_same_again_takes_it_back(at_stop: App, store: Store) -> None:
    at_stop.grid.openTheme("see")
    at_stop.grid.pick("light", "1")
    kept = _kept(store, "light")
    assert kept is not None
    assert (kept.value, kept.stop_id, kept.grid_version) == ("1", at_stop.grid.header.stopId, 1)
    at_stop.grid.pick("light", "3")
    again = _kept(store, "light")
    assert again is not None
    assert (again.id, again.value) == (kept.id, "3")
    at_stop.grid.pick("light", "3")
    assert _kept(store, "light") is None
    assert len(store.records.all(GridAnswer, with_deleted=True)) == 1


def test_not_observed_is_one_tap_and_an_answer_of_its_own(at_stop: App, store: Store) -> None:
    """DESIGN-UI §7: « Pas observé » is an answer, not a gap."""
    grid = at_stop.grid
    grid.openTheme("good")
    for key in [row["key"] for row in grid.questions.rows]:
        grid.notObserved(key)
    kept = _kept(store, "heritage")
    assert kept is not None
    assert kept.not_observed and kept.value is None
    standing = {row["code"]: (row["standing"], row["done"]) for row in grid.themes.rows}
    assert standing["good"] == ("unseen", 3)
    assert standing["wish"] == ("todo", 0)
    grid.pick("heritage", "yes")
    assert dict(grid.themes.rows[7])["standing"] == "done"


def test_no_answer_turns_the_page(at_stop: App) -> None:
    """ODK's double selection: only « Next » goes on."""
    grid = at_stop.grid
    for row in list(grid.questions.rows):
        grid.notObserved(row["key"])
    assert grid.theme == "way"
    grid.next()
    assert grid.theme == "see"
    grid.previous()
    assert grid.theme == "way"


def test_several_answers_where_the_question_says_so(at_stop: App, store: Store) -> None:
    at_stop.grid.openTheme("seen")
    for code in ("men", "boys", "men", "seniors"):
        at_stop.grid.pick("who_is_here", code)
    kept = _kept(store, "who_is_here")
    assert kept is not None and kept.value == "boys,seniors"


def test_a_count_of_none_is_an_answer_and_no_count_is_not(at_stop: App, store: Store) -> None:
    grid = at_stop.grid
    grid.openTheme("see")
    assert _row(grid, "lamps_out")["count"] == -1
    grid.count("lamps_out", 0)
    kept = _kept(store, "lamps_out")
    assert kept is not None and kept.value == "0"
    grid.count("lamps_out", -1)
    assert _kept(store, "lamps_out") is None


def test_hands_are_counted_by_gender_and_too_many_are_said_and_kept(at_stop: App, store: Store) -> None:
    grid = at_stop.grid
    store.records.change(
        store.records.all(ExploratoryWalk)[0].id,
        lambda walk: _with(walk, attendance=(Attendance(role="resident", gender="women", age_band="all", count=9),)),
    )
    at_stop.openGrid(grid.header.stopId)
    grid.openTheme("feel")
    assert _row(grid, "avoided")["handsOpen"]
    grid.raiseHands("avoided", "yes", "women", 6)
    grid.raiseHands("avoided", "yes", "men", 0)
    kept = _kept(store, "avoided")
    assert kept is not None
    assert kept.show_of_hands == (
        ShowOfHands(value="yes", gender="women", count=6),
        ShowOfHands(value="yes", gender="men", count=0),
        ShowOfHands(value="yes", gender="other_or_unsaid", count=None),
    )
    assert _row(grid, "avoided")["over"] == ""
    grid.raiseHands("avoided", "yes", "women", 10)
    assert _row(grid, "avoided")["over"] == "women"
    kept = _kept(store, "avoided")
    assert kept is not None and kept.show_of_hands[0].count == 10


def _with(walk: ExploratoryWalk, **fields: Any) -> ExploratoryWalk:
    import dataclasses

    return dataclasses.replace(walk, **fields)


def test_who_sees_it_otherwise_is_noted_beside_the_answer(at_stop: App, store: Store) -> None:
    grid = at_stop.grid
    grid.openTheme("see")
    grid.pick("light", "2")
    grid.dissent("light", "Tout le monde n’est pas d’accord.")
    grid.write("light", "Sous les arbres, on ne voit rien.")
    grid.next()  # what was typed is on disk
    kept = _kept(store, "light")
    assert kept is not None
    assert (kept.value, kept.dissent) == ("2", "Sous les arbres, on ne voit rien.")


def test_what_is_typed_is_on_disk_when_the_page_is_left(at_stop: App, store: Store) -> None:
    grid = at_stop.grid
    grid.openTheme("wish")
    grid.write("wish", "  Des bancs  ")
    grid.header.rename("Square Léon")
    at_stop.back()
    kept = _kept(store, "wish")
    assert kept is not None and kept.value == "Des bancs"
    assert store.records.all(Stop)[0].name == "Square Léon"


def test_undo_brings_each_answer_back_as_it_was(at_stop: App, store: Store) -> None:
    grid = at_stop.grid
    grid.openTheme("see")
    grid.pick("light", "1")
    grid.pick("light", "2")
    grid.notObserved("light")
    for wanted in ("2", "1"):
        grid.undo()
        kept = _kept(store, "light")
        assert kept is not None
        assert (kept.value, kept.not_observed) == (wanted, False)
    grid.undo()
    assert _kept(store, "light") is None
    assert not grid.canUndo


def _earlier_walk(store: Store, make: Any, **fields: Any) -> ExploratoryWalk:
    walk = store.records.save(make(ExploratoryWalk, state="held", started_at=EARLIER, ended_at=EARLIER, **fields))
    stop = store.records.save(make(Stop, walk_id=walk.id, ordinal=0, position=position(*HERE)))
    said = {"walk_id": walk.id, "stop_id": stop.id, "grid_code": "common", "grid_version": 1}
    store.records.save_all(
        [
            make(GridAnswer, item="light", value="0", **said),
            make(GridAnswer, item="glare", value="yes", **said),
            make(GridAnswer, item="of_another_grid", value="3", **said),
        ]
    )
    assert isinstance(walk, ExploratoryWalk)
    return walk


def test_what_the_last_walk_said_is_shown_only_after_answering(app: App, store: Store, make: Any, qtbot: QtBot) -> None:
    """Never before, so that it does not lead the group; taken back, it is hidden again."""
    before = _earlier_walk(store, make)
    app.startWalk()
    store.records.change(store.records.all(ExploratoryWalk)[-1].id, lambda walk: _with(walk, follows_walk_id=before.id))
    app.live.stopHere(*HERE)
    grid = app.grid
    grid.openTheme("see")
    qtbot.waitUntil(lambda: grid._earlier is not None, timeout=20_000)
    assert [row["earlier"] for row in grid.questions.rows] == [""] * grid.questions.count
    grid.pick("light", "2")
    assert _row(grid, "light")["earlier"] == "pas de lumière"
    assert _row(grid, "light")["earlierMs"] > 0
    assert _row(grid, "glare")["earlier"] == ""
    grid.notObserved("glare")  # who looks away learns nothing yet
    assert _row(grid, "glare")["earlier"] == ""
    grid.pick("light", "2")
    assert _row(grid, "light")["earlier"] == ""
    grid.pick("openness", "1")  # not asked then: nothing to compare
    assert _row(grid, "openness")["earlier"] == ""


def test_a_newer_grid_that_comes_during_the_walk_changes_nothing(at_stop: App, store: Store, make: Any) -> None:
    """S-12: frozen per walk."""
    grid = at_stop.grid
    newer = make(
        CatalogueEntry,
        **{"writer": "server", "list": "grids", "code": "common", "version": 2, "valid_from": "2020-01-01"},
        **{"fr": "Nouvelle", "en": "New"},
        data={"sections": [{"code": "only", "fr": "Une", "en": "One", "items": [{"item": "light"}]}]},
    )
    pulled(store, newer)
    at_stop.tablet.forget_words()
    assert grid.themes.count == 9
    grid.pick("street_sign", "2")
    kept = _kept(store, "street_sign")
    assert kept is not None
    assert (kept.grid_code, kept.grid_version) == ("common", 1)
    finish_walk(at_stop)
    at_stop.open("home")
    at_stop.startWalk()
    at_stop.live.stopHere(*HERE)
    assert (grid.header.gridLabel, grid.header.gridVersion, grid.themes.count) == ("Nouvelle", 2, 1)


def test_a_site_with_a_cleaning_schedule_is_asked_whether_it_is_displayed_and_followed(
    app: App, store: Store, make: Any
) -> None:
    """S-47, S-101: evidence for that promise, one answer a promise and question."""
    promises = [
        make(CommitmentView, writer="server", kind="cleaning_schedule", title=title, position=position(*HERE))
        for title in ("Planning propreté, hall A", "Planning propreté, hall B")
    ]
    pulled(store, *promises)
    app.startWalk()
    app.live.stopHere(*HERE)
    grid = app.grid
    grid.openTheme("promises")
    assert [row["promise"] for row in grid.questions.rows] == [promises[0].title] * 2 + [promises[1].title] * 2
    keys = [row["key"] for row in grid.questions.rows]
    grid.pick(keys[0], "yes")
    grid.pick(keys[1], "no")
    grid.pick(keys[2], "no")
    grid.pick(keys[0], "no")
    kept = {(one.item, one.commitment_id): one.value for one in store.records.all(GridAnswer)}
    assert kept == {
        ("commitment_displayed", promises[0].id): "no",
        ("commitment_followed", promises[0].id): "no",
        ("commitment_displayed", promises[1].id): "no",
    }


def test_an_answer_that_is_on_no_page_is_still_shown(at_stop: App, store: Store, make: Any) -> None:
    """The quick question at night, or a grid of tomorrow: nothing is lost from sight."""
    grid = at_stop.grid
    walk_id = store.records.all(ExploratoryWalk)[0].id
    said = {"walk_id": walk_id, "stop_id": grid.header.stopId, "grid_code": "common", "grid_version": 1}
    store.records.save(make(GridAnswer, item="drawn_by_hand", value="un plan", **said))
    at_stop.openGrid(grid.header.stopId)
    grid.openTheme("others")
    assert _row(grid, "drawn_by_hand")["value"] == "un plan"


def test_a_stop_of_a_walk_that_is_over_can_still_be_completed(at_stop: App, store: Store) -> None:
    stop = at_stop.grid.header.stopId
    at_stop.back()
    finish_walk(at_stop)
    at_stop.openGrid(stop)
    assert at_stop.page == "grid"
    at_stop.grid.pick("street_sign", "2")
    assert _kept(store, "street_sign") is not None
    at_stop.back()
    assert at_stop.page == "end"


def test_photos_of_a_photo_question_are_counted_as_its_answer(at_stop: App, store: Store, make: Any) -> None:
    grid = at_stop.grid
    item = make(
        CatalogueEntry,
        **{"writer": "server", "list": "grid_items", "code": "view", "version": 1, "valid_from": "2020-01-01"},
        **{"fr": "La vue", "en": "The view"},
        data={"kind": "photo", "question_fr": "Prenez la vue", "question_en": "Take the view"},
    )
    section = [{"code": "only", "fr": "Une", "en": "One", "items": [{"item": "view"}]}]
    with_photo = make(
        CatalogueEntry,
        **{"writer": "server", "list": "grids", "code": "seen", "version": 1, "valid_from": "2020-01-01"},
        **{"fr": "Vue", "en": "View"},
        data={"sections": section},
    )
    pulled(store, item, with_photo)
    at_stop.tablet.forget_words()
    walk_id = store.records.all(ExploratoryWalk)[0].id
    store.records.change(walk_id, lambda walk: _with(walk, grid_code="seen", grid_version=1))
    at_stop.openGrid(grid.header.stopId)
    assert _row(grid, "view")["kind"] == "photo"
    about = grid.answerFor("view")
    assert not _row(grid, "view")["answered"]
    store.photos.add(make(Photo, about=about, walk_id=walk_id), b"no picture", original_name="x.jpg")
    grid.look()
    kept = _kept(store, "view")
    assert kept is not None
    assert (kept.id, kept.value, _row(grid, "view")["photos"]) == (about, "1", 1)


def test_a_stop_with_answers_is_no_longer_taken_back_by_one_touch(at_stop: App, store: Store) -> None:
    assert at_stop.last.kind == "stop"
    at_stop.grid.pick("street_sign", "2")
    assert at_stop.last.kind == ""
    at_stop.last.undo()
    assert len(store.records.all(Stop)) == 1


def test_a_kill_in_the_middle_of_a_grid_loses_no_answer(
    at_stop: App, store: Store, make_app: Callable[[Store], App], daytime: SlowClock
) -> None:
    stop = at_stop.grid.header.stopId
    at_stop.grid.openTheme("see")
    at_stop.grid.pick("light", "1")
    at_stop.grid.notObserved("glare")
    later = make_app(store)
    later.openGrid(stop)
    assert later.grid.done == 2
    later.grid.openTheme("see")
    assert _row(later.grid, "light")["value"] == "1"
    assert _row(later.grid, "glare")["unseen"]


def test_there_is_no_grid_for_a_stop_that_was_taken_back(at_stop: App) -> None:
    stop = at_stop.grid.header.stopId
    at_stop.back()
    at_stop.last.undo()
    at_stop.openGrid(stop)
    assert at_stop.page == "live"


def test_the_next_group_sees_nothing_of_the_grid(at_stop: App, store: Store) -> None:
    """S-215: a lent tablet."""
    at_stop.grid.openTheme("wish")
    at_stop.grid.write("wish", "Des bancs")
    at_stop.grid.forget()
    assert (at_stop.grid.questions.count, at_stop.grid.themes.count, at_stop.grid.header.number) == (0, 0, 0)
    kept = _kept(store, "wish")
    assert kept is not None and kept.value == "Des bancs"


def test_a_stop_that_was_photographed_is_no_longer_taken_back_by_one_touch(
    at_stop: App, store: Store, make: Any
) -> None:
    stop = at_stop.grid.header.stopId
    store.photos.add(make(Photo, about=stop), b"no picture", original_name="x.jpg")
    at_stop.open("help")
    at_stop.back()
    assert at_stop.last.kind == ""


def test_after_the_walk_the_stop_with_the_fewest_answers_is_completed_first(at_stop: App, store: Store) -> None:
    at_stop.grid.pick("street_sign", "2")
    at_stop.back()
    at_stop.live.stopHere(HERE[0] + 1e-3, HERE[1])
    at_stop.back()
    (walk,) = store.records.all(ExploratoryWalk)
    finish_walk(at_stop)
    at_stop.completeGrid(walk.id)
    assert (at_stop.page, at_stop.grid.header.number) == ("grid", 2)
    assert [(row["number"], row["done"]) for row in at_stop.grid.stops.rows] == [(1, 1), (2, 0)]


def test_a_walk_without_stops_has_no_grid_to_complete(app: App, store: Store) -> None:
    app.startWalk()
    (walk,) = store.records.all(ExploratoryWalk)
    app.completeGrid(walk.id)
    assert app.page == "live"


def test_more_hands_than_the_group_counted_at_the_start_are_said(at_stop: App, store: Store) -> None:
    """Where nobody noted who is a woman or a man, the headcount still tells."""
    grid = at_stop.grid
    walk_id = store.records.all(ExploratoryWalk)[0].id
    store.records.change(walk_id, lambda walk: _with(walk, headcount_start=8))
    at_stop.openGrid(grid.header.stopId)
    grid.openTheme("feel")
    grid.raiseHands("avoided", "yes", "women", 6)
    grid.raiseHands("avoided", "yes", "men", 2)
    assert _row(grid, "avoided")["over"] == ""
    grid.raiseHands("avoided", "yes", "not_collected", 1)
    assert _row(grid, "avoided")["over"] == "all"


def test_an_earlier_answer_that_todays_question_does_not_know_is_not_compared(
    app: App, store: Store, make: Any, qtbot: QtBot
) -> None:
    """S-12: only what two versions of a grid have in common compares."""
    before = _earlier_walk(store, make)
    stop = store.records.all(Stop)[0]
    said = {"walk_id": before.id, "stop_id": stop.id, "grid_code": "common", "grid_version": 1}
    store.records.save(make(GridAnswer, item="openness", value="of_an_older_scale", **said))
    app.startWalk()
    store.records.change(store.records.all(ExploratoryWalk)[-1].id, lambda walk: _with(walk, follows_walk_id=before.id))
    app.live.stopHere(*HERE)
    app.grid.openTheme("see")
    qtbot.waitUntil(lambda: app.grid._earlier is not None, timeout=20_000)
    app.grid.pick("openness", "1")
    app.grid.pick("light", "1")
    assert _row(app.grid, "openness")["earlier"] == ""
    assert _row(app.grid, "light")["earlier"] == "pas de lumière"
