"""A vote is tallies and nothing else: no row, no time, no trace in the files says who voted what (DESIGN §4)."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.protocol import codec
from sync.protocol.ids import new_id
from sync.protocol.records import Vote
from walker.store import Store, open_store

GENDERS = ("women", "men", "other_or_unsaid")
LAMP, WALL, BENCH = (f"01a20000-0000-7000-8000-00000000000{number}" for number in (1, 2, 3))
ITEMS = (LAMP, WALL, BENCH)


@pytest.fixture
def walk_id(store: Store) -> str:
    held = new_id()
    store.votes.begin(held, ITEMS, GENDERS)
    return held


def tally(store: Store, walk_id: str) -> dict[tuple[str, str], int]:
    """What the records hold, whether it may be shown or not."""
    return {(vote.item_id, vote.gender): vote.tally for vote in store.records.all(Vote, walk_id=walk_id)}


def test_voices_are_added_in_place_to_one_tally_an_item_and_gender(store: Store, walk_id: str) -> None:
    store.votes.hand_in(walk_id, "women", {LAMP: 2, WALL: 1})
    store.votes.hand_in(walk_id, "women", {LAMP: 3})
    store.votes.hand_in(walk_id, "men", {BENCH: 1})
    held = tally(store, walk_id)
    assert len(held) == len(ITEMS) * len(GENDERS)
    assert {key: count for key, count in held.items() if count} == {
        (LAMP, "women"): 5,
        (WALL, "women"): 1,
        (BENCH, "men"): 1,
    }
    poll = store.votes.poll(walk_id)
    assert poll is not None
    assert (poll.people, poll.voters) == (3, {"women": 2, "men": 1})


def test_an_open_vote_shows_no_total_and_does_not_leave(store: Store, walk_id: str) -> None:
    store.votes.hand_in(walk_id, "women", {LAMP: 1})
    assert store.votes.tallies(walk_id) == []
    assert store.outbox.outgoing(100) == []
    assert len(store.outbox.backlog().held) == 9


def test_neither_revision_nor_time_says_when_a_ballot_came(store: Store, walk_id: str) -> None:
    before = {vote.id: (vote.revision, vote.created_at, vote.updated_at) for vote in store.records.all(Vote)}
    store.votes.hand_in(walk_id, "women", {LAMP: 1})
    store.votes.hand_in(walk_id, "men", {WALL: 2})
    assert {vote.id: (vote.revision, vote.created_at, vote.updated_at) for vote in store.records.all(Vote)} == before
    assert len(set(before.values())) == 1
    poll = store.votes.close(walk_id)
    assert {(vote.revision, vote.closed_at) for vote in store.records.all(Vote)} == {(2, poll.closed_at)}


def test_the_files_hold_the_tallies_of_now_and_nothing_of_how_they_came(store: Store, walk_id: str) -> None:
    """Database and journal, byte for byte: no earlier tally, so no difference that would be a ballot."""
    bodies = set()
    for gender, voices in (("women", {LAMP: 3}), ("women", {WALL: 2, LAMP: 1}), ("men", {BENCH: 1})):
        bodies |= {codec.encode(vote) for vote in store.records.all(Vote)}
        store.votes.hand_in(walk_id, gender, voices)
    now = {codec.encode(vote) for vote in store.records.all(Vote)}
    content = _bytes(store)
    assert all(body in content for body in now)
    assert [body for body in bodies - now if body in content] == []
    for vote in store.records.all(Vote):
        assert content.count(f'"id":"{vote.id}"'.encode()) == 1
    store.votes.close(walk_id)
    content = _bytes(store)
    assert [body for body in bodies | now if body in content] == []  # closed ones differ by their closing time
    assert b'"gender":"other_or_unsaid"' not in content  # nobody of that class voted: not collected, not zero


def test_the_control_an_ordinary_save_leaves_its_earlier_bytes_in_the_journal(store: Store, walk_id: str) -> None:
    """Without it the test of the files proves nothing."""
    before = store.records.all(Vote)[0]
    store.records.save(before)
    store.records.save(store.records.get(before.id))
    assert codec.encode(before) in _bytes(store)


def test_a_closed_vote_may_leave_and_takes_no_more_voices(store: Store, walk_id: str) -> None:
    store.votes.hand_in(walk_id, "women", {LAMP: 2, BENCH: 1})
    poll = store.votes.close(walk_id)
    assert poll.closed_at is not None
    assert {(vote.item_id, vote.gender, vote.tally) for vote in store.votes.tallies(walk_id)} == {
        (LAMP, "women", 2),
        (WALL, "women", 0),
        (BENCH, "women", 1),
    }
    assert len(store.outbox.outgoing(100)) == 3
    for late in (
        lambda: store.votes.hand_in(walk_id, "women", {LAMP: 1}),
        lambda: store.votes.close(walk_id),
        lambda: store.votes.count(walk_id, LAMP, "men", 3),
    ):
        with pytest.raises(ValueError, match="not open"):
            late()


def test_a_ballot_taken_back_leaves_the_tallies_without_it_and_no_trace(store: Store, walk_id: str) -> None:
    """The tablet was handed on too early: no byte says that somebody voted, and for what."""
    store.votes.hand_in(walk_id, "women", {LAMP: 1})
    before = tally(store, walk_id)
    store.votes.hand_in(walk_id, "women", {WALL: 2, LAMP: 1})
    with_it = {codec.encode(vote) for vote in store.records.all(Vote)}
    poll = store.votes.take_back(walk_id, "women", {WALL: 2, LAMP: 1})
    assert (poll.people, tally(store, walk_id)) == (1, before)
    now = {codec.encode(vote) for vote in store.records.all(Vote)}
    content = _bytes(store)
    assert [body for body in with_it - now if body in content] == []


def test_what_was_not_handed_in_cannot_be_taken_back(store: Store, walk_id: str) -> None:
    store.votes.hand_in(walk_id, "women", {LAMP: 1})
    for gender, voices in (("men", {LAMP: 1}), ("women", {LAMP: 2})):
        with pytest.raises(ValueError, match="no such ballot"):
            store.votes.take_back(walk_id, gender, voices)
    assert tally(store, walk_id)[LAMP, "women"] == 1


def test_a_vote_begun_again_leaves_nothing_of_the_first(store: Store, walk_id: str) -> None:
    store.votes.hand_in(walk_id, "women", {LAMP: 2, WALL: 1})
    first = {codec.encode(vote) for vote in store.records.all(Vote)}
    store.votes.restart(walk_id)
    assert (store.votes.poll(walk_id), store.records.all(Vote, with_deleted=True)) == (None, [])
    content = _bytes(store)
    assert [body for body in first if body in content] == []
    store.votes.begin(walk_id, ITEMS, GENDERS)
    store.votes.hand_in(walk_id, "men", {BENCH: 1})
    assert {key for key, count in tally(store, walk_id).items() if count} == {(BENCH, "men")}


def test_a_closed_vote_begun_again_tells_the_server_that_its_tallies_are_void(store: Store, walk_id: str) -> None:
    store.votes.hand_in(walk_id, "women", {LAMP: 2})
    store.votes.close(walk_id)
    store.votes.restart(walk_id)
    assert store.records.all(Vote, walk_id=walk_id) == []
    leaving = [codec.decode(one.body) for one in store.outbox.outgoing(100)]
    assert [(vote.deleted_at is not None, vote.RECORD) for vote in leaving] == [(True, "vote")] * 3
    store.votes.begin(walk_id, ITEMS, GENDERS)
    store.votes.hand_in(walk_id, "men", {BENCH: 1})
    store.votes.close(walk_id)
    assert sum(vote.tally for vote in store.votes.tallies(walk_id)) == 1


@pytest.mark.parametrize("voices", [{}, {LAMP: 4}, {LAMP: 2, WALL: 2}, {LAMP: 4, WALL: -1}, {LAMP: 0}])
def test_nobody_gives_more_than_three_voices(store: Store, walk_id: str, voices: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="1 to 3"):
        store.votes.hand_in(walk_id, "women", voices)
    assert sum(tally(store, walk_id).values()) == 0


def test_hands_are_counted_aloud_and_shown_at_once(store: Store) -> None:
    walk_id = new_id()
    store.votes.begin(walk_id, ITEMS, GENDERS, by_hand=True)
    store.votes.count(walk_id, LAMP, "women", 6)
    store.votes.count(walk_id, LAMP, "women", 5)
    store.votes.count(walk_id, WALL, "men", -1)
    shown = {(vote.item_id, vote.gender): vote.tally for vote in store.votes.tallies(walk_id) if vote.tally}
    assert shown == {(LAMP, "women"): 5}
    store.votes.close(walk_id)
    assert {vote.gender for vote in store.votes.tallies(walk_id)} == {"women"}


ballots = st.lists(
    st.tuples(
        st.sampled_from(GENDERS),
        st.lists(st.sampled_from(ITEMS), min_size=1, max_size=3),
    ),
    max_size=12,
)


@given(cast=ballots)
@settings(deadline=None, derandomize=True, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_tallies_are_the_sum_of_the_ballots(store: Store, cast: list[tuple[str, list[str]]]) -> None:
    walk_id = new_id()
    store.votes.begin(walk_id, ITEMS, GENDERS)
    for gender, given_to in cast:
        store.votes.hand_in(walk_id, gender, {item: given_to.count(item) for item in set(given_to)})
    held = tally(store, walk_id)
    for item in ITEMS:
        for gender in GENDERS:
            assert held[item, gender] == sum(given_to.count(item) for who, given_to in cast if who == gender)


_VOTER = f"""
import os, sys
from pathlib import Path
from walker.store import open_store
with open_store(Path(sys.argv[1])) as store:
    walk_id = "01a20000-0000-7000-8000-0000000000ff"
    store.votes.begin(walk_id, ["{LAMP}", "{WALL}"], ["women", "men"])
    for number in range(1, 1000):
        store.votes.hand_in(walk_id, "women", {{"{LAMP}": 2, "{WALL}": 1}})
        os.write(1, f"{{number}}\\n".encode())
"""


@pytest.mark.timeout(60)
def test_a_killed_vote_goes_on_with_every_ballot_that_was_handed_in(tmp_path: Path) -> None:
    """SIGKILL in the middle: whole ballots only, and none that was said to be in is lost."""
    folder = tmp_path / "data"
    command = [sys.executable, "-c", _VOTER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as voting:
        assert voting.stdout is not None
        said = 0
        while said < 5:
            said = int(voting.stdout.readline())
        voting.send_signal(signal.SIGKILL)
        said = int((voting.stdout.read().splitlines() or [said])[-1])
    with open_store(folder) as store:
        walk_id = "01a20000-0000-7000-8000-0000000000ff"
        poll = store.votes.poll(walk_id)
        assert poll is not None
        assert said <= poll.people <= said + 1
        assert tally(store, walk_id) == {
            (LAMP, "women"): 2 * poll.people,
            (WALL, "women"): poll.people,
            (LAMP, "men"): 0,
            (WALL, "men"): 0,
        }
        store.votes.hand_in(walk_id, "men", {WALL: 1})
        store.votes.close(walk_id)
        assert store.records.damaged() == []


def _bytes(store: Store) -> bytes:
    folder: Any = store.folder
    return b"".join(file.read_bytes() for file in sorted(folder.glob("walker.db*")))
