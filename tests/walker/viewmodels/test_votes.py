"""Three voices a person, no name, no total before the end; taken up again after the tablet went off."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from sync.protocol.records import ExploratoryWalk, Photo, Report, SpaceCandidate, Vote
from tests.walker.window import DEMO, settle
from walker.store import Store
from walker.store.photos import Shot
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


@pytest.fixture
def walk(store: Store, make: Any) -> ExploratoryWalk:
    """Of three, with two findings and a space."""
    kept: ExploratoryWalk = store.records.save(make(ExploratoryWalk, state="held", headcount_start=3))
    store.records.save(make(Report, walk_id=kept.id, category="litter"))
    store.records.save(make(Report, walk_id=kept.id, category="lamp_out"))
    store.records.save(make(SpaceCandidate, walk_id=kept.id, kind="nook"))
    return kept


def items(app: App) -> list[str]:
    return [row["itemId"] for row in app.votes.items.rows]


def vote(app: App, gender: str, *given: str) -> None:
    for item in given:
        app.votes.give(item)
    app.votes.sayGender(gender)
    app.votes.handIn()


def test_few_findings_are_all_on_the_ballot(app: App, walk: ExploratoryWalk) -> None:
    app.openVotes(walk.id)
    assert (app.page, app.votes.stage, app.votes.group, app.votes.people) == ("votes", "ballot", 3, 0)
    assert [row["kind"] for row in app.votes.items.rows] == ["report", "report", "space"]
    assert app.votes.left == 3


def test_a_person_has_three_voices_and_can_think_again(app: App, walk: ExploratoryWalk, store: Store) -> None:
    app.openVotes(walk.id)
    litter, lamp, _ = items(app)
    for _ in range(5):
        app.votes.give(litter)
    assert (app.votes.left, app.votes.items.rows[0]["voices"]) == (0, 3)
    app.votes.takeBack(litter)
    app.votes.give(lamp)
    assert store.records.all(Vote) == []  # a ballot is written nowhere
    app.votes.handIn()
    assert app.votes.people == 0  # woman, man or other was not said
    app.votes.sayGender("women")
    app.votes.handIn()
    assert (app.votes.people, app.votes.left, app.votes.gender) == (1, 3, "")
    held = {(one.item_id, one.gender): one.tally for one in store.records.all(Vote) if one.tally}
    assert held == {(litter, "women"): 2, (lamp, "women"): 1}


def test_totals_are_hidden_until_the_vote_is_over(app: App, walk: ExploratoryWalk, store: Store) -> None:
    app.openVotes(walk.id)
    litter, lamp, nook = items(app)
    vote(app, "women", litter, litter, lamp)
    vote(app, "men", lamp, lamp, lamp)
    vote(app, "women", nook)
    assert {row["total"] for row in app.votes.items.rows} == {0}
    assert {row["voices"] for row in app.votes.items.rows} == {0}
    app.votes.close()
    assert [(row["itemId"], row["total"]) for row in app.votes.items.rows] == [(lamp, 4), (litter, 2), (nook, 1)]
    assert app.votes.stage == "results"
    assert all(one.closed_at for one in store.records.all(Vote))
    assert "other_or_unsaid" not in {one.gender for one in store.records.all(Vote)}


@pytest.mark.parametrize("men", [0, 1, 2, 3])
def test_the_split_by_gender_never_tells_one_persons_ballot(app: App, walk: ExploratoryWalk, men: int) -> None:
    """One man alone would read his ballot there, two would read each other's: then totals alone are shown, for all."""
    app.openVotes(walk.id)
    litter, lamp, _ = items(app)
    for _ in range(4):
        vote(app, "women", litter, lamp)
    for _ in range(men):
        vote(app, "men", lamp, lamp)
    app.votes.close()
    shown = {row["itemId"]: (row["total"], row["women"], row["men"]) for row in app.votes.items.rows}
    split = men in (0, 3)
    assert app.votes.splits is split
    assert shown[lamp] == (4 + 2 * men, *((4, 2 * men) if split else (0, 0)))


def test_a_killed_vote_is_taken_up_at_the_next_person(
    app: App, walk: ExploratoryWalk, store: Store, make_app: Callable[[Store], App]
) -> None:
    app.openVotes(walk.id)
    litter, lamp, _ = items(app)
    vote(app, "women", litter)
    app.votes.give(lamp)  # not handed in
    again = make_app(store)
    again.openVotes(walk.id)
    assert (again.votes.people, again.votes.left, again.votes.stage) == (1, 3, "ballot")
    vote(again, "men", lamp, litter)
    again.votes.close()
    assert {row["itemId"]: row["total"] for row in again.votes.items.rows}[litter] == 2


def test_voices_that_were_not_handed_in_are_gone_with_the_page(app: App, walk: ExploratoryWalk) -> None:
    app.openVotes(walk.id)
    app.votes.give(items(app)[0])
    app.back()
    app.openVotes(walk.id)
    assert app.votes.left == 3


def test_the_tablet_handed_on_too_early_takes_the_ballot_back_unseen(
    app: App, walk: ExploratoryWalk, store: Store
) -> None:
    app.openVotes(walk.id)
    litter, lamp, _ = items(app)
    vote(app, "women", litter)
    vote(app, "men", lamp)
    assert app.votes.justHanded
    app.votes.takeBackLast()
    assert (app.votes.people, app.votes.left, app.votes.gender, app.votes.justHanded) == (1, 3, "", False)
    assert {(one.item_id, one.gender) for one in store.records.all(Vote) if one.tally} == {(litter, "women")}
    app.votes.takeBackLast()
    assert app.votes.people == 1  # one only: the ballot before it belongs to somebody who has gone


def test_once_the_next_person_has_begun_nobody_elses_ballot_can_be_taken_back(app: App, walk: ExploratoryWalk) -> None:
    app.openVotes(walk.id)
    litter, *_ = items(app)
    for touch in (lambda: app.votes.give(litter), lambda: app.votes.sayGender("men"), app.back):
        vote(app, "women", litter)
        touch()
        assert not app.votes.justHanded
        app.openVotes(walk.id)


def test_a_vote_gone_wrong_begins_again(app: App, walk: ExploratoryWalk, store: Store) -> None:
    app.openVotes(walk.id)
    litter, lamp, nook = items(app)
    app.votes.restart()  # nothing to begin again
    vote(app, "women", litter)
    app.votes.restart()
    assert (app.votes.people, app.votes.begun, app.votes.stage, len(items(app))) == (0, False, "ballot", 3)
    app.votes.begin(True)
    app.votes.count(lamp, "men", 2)
    app.votes.close()
    app.votes.restart()
    vote(app, "men", nook)
    app.votes.close()
    assert next((row["itemId"], row["total"]) for row in app.votes.items.rows) == (nook, 1)
    assert sum(one.tally for one in store.records.all(Vote)) == 1


def test_many_findings_are_chosen_from_at_most_ten(app: App, walk: ExploratoryWalk, store: Store, make: Any) -> None:
    store.records.save_all(make(Report, walk_id=walk.id, category="litter") for _ in range(20))
    app.openVotes(walk.id)
    assert (app.votes.stage, app.votes.chosenCount, len(items(app))) == ("choose", 10, 23)
    first, *_, last = items(app)
    app.votes.toggle(first)
    app.votes.toggle(last)
    app.votes.begin(False)
    assert (len(items(app)), first in items(app), last in items(app)) == (10, False, True)
    vote(app, "men", last)
    app.votes.toggle(last)
    app.votes.chooseAgain()
    assert (app.votes.stage, last in items(app)) == ("ballot", True)  # it stays once somebody has voted
    assert len(store.records.all(Vote)) == 30


def test_the_ballot_is_there_at_once_and_its_pictures_are_opened_beside_the_window(
    app: App, walk: ExploratoryWalk, store: Store, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    litter = store.records.all(Report, walk_id=walk.id)[0]
    shot = (DEMO / "photos" / "03-encombrants.jpg").read_bytes()
    photo = store.photos.add(make(Photo, walk_id=walk.id, about=litter.id), shot)
    look, looking = store.photos.shot, []

    def watched(photo_id: str) -> Shot:
        looking.append(threading.current_thread())
        return look(photo_id)

    monkeypatch.setattr(store.photos, "shot", watched)
    app.openVotes(walk.id)
    assert items(app)[0] == litter.id
    app.votes.give(litter.id)
    settle(app.tablet.reads)
    assert app.votes.items.rows[0]["photo"].toLocalFile() == str(look(photo.id).file)
    assert app.votes.items.rows[0]["voices"] == 1
    assert threading.main_thread() not in looking


def test_hands_are_counted_by_line_and_gender(app: App, walk: ExploratoryWalk, store: Store) -> None:
    app.openVotes(walk.id)
    app.votes.begin(True)
    litter, lamp, _ = items(app)
    app.votes.count(litter, "women", 6)
    app.votes.count(litter, "men", 2)
    app.votes.count(lamp, "other_or_unsaid", 1)
    assert [(row["women"], row["men"], row["others"]) for row in app.votes.items.rows[:2]] == [(6, 2, 0), (0, 0, 1)]
    app.votes.begin(False)
    assert app.votes.stage == "hands"
    app.openVotes(walk.id)
    assert app.votes.stage == "hands"
    app.votes.close()
    assert app.votes.items.rows[0]["total"] == 8
    assert store.outbox.backlog().held == ()


def test_a_walk_without_findings_has_nothing_to_vote_on(app: App, store: Store, make: Any) -> None:
    app.openVotes(store.records.save(make(ExploratoryWalk, state="held")).id)
    assert items(app) == []
    app.votes.handIn()
    app.votes.close()
    assert store.records.all(Vote) == []
