"""The votes of a walk: only tallies, added to in place, so that nobody can ever tell who voted what (DESIGN §4).

There is no ballot row. While a vote is open its tallies keep their revision and their times, whatever is added: the
time of a change would be the time of a ballot. After each ballot the write-ahead journal is emptied too, since it would
hold one tally after the other; freed bytes are zeroed by `secure_delete`. What a person has not handed in is nowhere.
A ballot taken back, or a vote begun again, leaves as little: the tallies without it, or none.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sync.protocol import codec, times
from sync.protocol.frozen import frozen
from sync.protocol.ids import new_id
from sync.protocol.records import Vote
from walker.store.database import StoreDatabase
from walker.store.identity import Settings
from walker.store.records import OPEN_VOTE, Records

VOICES = 3  # each person has as many
POLL = "poll"  # the setting of each vote begins with it

_OWN = "SELECT id FROM visible_records WHERE kind = ? AND walk_id = ?"  # not those of another tablet of the walk


@frozen()
class Poll:
    """One vote of a walk: on what, how it is counted, and how many of each gender class handed in a ballot."""

    items: tuple[str, ...]
    by_hand: bool = False
    voters: Mapping[str, int] = dataclasses.field(default_factory=dict)
    closed_at: str | None = None

    @property
    def people(self) -> int:
        return sum(self.voters.values())


class Votes:
    """Every method that changes something is on disk when it returns."""

    def __init__(
        self, database: StoreDatabase, records: Records, settings: Settings, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._records = records
        self._settings = settings
        self._clock = clock

    def poll(self, walk_id: str) -> Poll | None:
        """None before the first ballot."""
        held = self._settings.get(_name(walk_id))
        if held is None:
            return None
        plain = json.loads(held)
        return Poll(
            items=tuple(plain["items"]),
            by_hand=plain["by_hand"],
            voters=plain["voters"],
            closed_at=plain["closed_at"],
        )

    def begin(self, walk_id: str, items: Sequence[str], genders: Sequence[str], *, by_hand: bool = False) -> Poll:
        """One tally of nothing for each item and gender class, all at the same time."""
        now = times.format_time(self._clock())
        poll = Poll(items=tuple(items), by_hand=by_hand)
        with self._database.write():
            self._records.save_all(
                Vote(
                    id=new_id(),
                    writer="",
                    created_at=now,
                    updated_at=now,
                    walk_id=walk_id,
                    item_id=item,
                    gender=gender,
                )
                for item in items
                for gender in genders
            )
            self._keep(walk_id, poll)
        return poll

    def hand_in(self, walk_id: str, gender: str, voices: Mapping[str, int]) -> Poll:
        """One person's voices, added to the tallies of that gender class. Raises ValueError beyond `VOICES`."""
        if not 0 < sum(voices.values()) <= VOICES or min(voices.values()) < 0:
            raise ValueError(f"a person gives 1 to {VOICES} voices")
        poll = self._open_poll(walk_id)
        with self._database.write():
            for vote in self._open_tallies(walk_id, gender):
                self._write(vote, vote.tally + voices.get(vote.item_id, 0))
            poll = dataclasses.replace(poll, voters={**poll.voters, gender: poll.voters.get(gender, 0) + 1})
            self._keep(walk_id, poll)
        self._database.empty_journal()
        return poll

    def take_back(self, walk_id: str, gender: str, voices: Mapping[str, int]) -> Poll:
        """A ballot that was just handed in, taken off again. Raises ValueError when it cannot have been one of them."""
        poll = self._open_poll(walk_id)
        tallies = self._open_tallies(walk_id, gender)
        if not poll.voters.get(gender) or any(vote.tally < voices.get(vote.item_id, 0) for vote in tallies):
            raise ValueError("no such ballot is in the tallies")
        with self._database.write():
            for vote in tallies:
                self._write(vote, vote.tally - voices.get(vote.item_id, 0))
            poll = dataclasses.replace(poll, voters={**poll.voters, gender: poll.voters[gender] - 1})
            self._keep(walk_id, poll)
        self._database.empty_journal()
        return poll

    def restart(self, walk_id: str) -> None:
        """As if nobody had voted. Tallies that may have left are marked as deleted, so that a server learns it."""
        with self._database.write():
            own = [str(row["id"]) for row in self._database.query(_OWN, (Vote.RECORD, walk_id))]
            for vote in self._records.all(Vote, walk_id=walk_id):
                if vote.id not in own:
                    continue
                if vote.closed_at is None:
                    self._database.execute("DELETE FROM records WHERE id = ? AND held = ?", (vote.id, OPEN_VOTE))
                else:
                    self._records.delete(vote.id)
            self._settings.set(_name(walk_id), None)
        self._database.empty_journal()

    def count(self, walk_id: str, item: str, gender: str, hands: int) -> None:
        """So many hands went up: said aloud before everybody, so it is no secret."""
        self._open_poll(walk_id)
        with self._database.write():
            for vote in self._open_tallies(walk_id, gender):
                if vote.item_id == item:
                    self._write(vote, max(0, hands))

    def close(self, walk_id: str) -> Poll:
        """Everybody has voted: the tallies may leave. Classes nobody voted in are not sent: they are not zero."""
        poll = self._open_poll(walk_id)
        closed_at = times.format_time(self._clock())
        tallies = self._open_tallies(walk_id)
        voted = {vote.gender for vote in tallies if vote.tally} | {code for code, n in poll.voters.items() if n}
        with self._database.write():
            for vote in tallies:
                if vote.gender in voted:
                    self._records.save(dataclasses.replace(vote, closed_at=closed_at))
                else:  # it never left this tablet
                    self._database.execute("DELETE FROM records WHERE id = ? AND pushed_revision = 0", (vote.id,))
            poll = dataclasses.replace(poll, closed_at=closed_at)
            self._keep(walk_id, poll)
        self._database.empty_journal()
        return poll

    def tallies(self, walk_id: str) -> list[Vote]:
        """By item and gender class: once the vote is closed, or counted by hand. Nothing while it is secret."""
        poll = self.poll(walk_id)
        if poll is None or not (poll.closed_at or poll.by_hand):
            return []
        return self._records.all(Vote, walk_id=walk_id)

    def _open_poll(self, walk_id: str) -> Poll:
        poll = self.poll(walk_id)
        if poll is None or poll.closed_at is not None:
            raise ValueError("this vote is not open")
        return poll

    def _open_tallies(self, walk_id: str, gender: str | None = None) -> list[Vote]:
        return [
            vote
            for vote in self._records.all(Vote, walk_id=walk_id)
            if vote.closed_at is None and gender in (None, vote.gender)
        ]

    def _write(self, vote: Vote, tally: int) -> None:
        """In place: same revision, same times."""
        body = codec.encode(dataclasses.replace(vote, tally=tally))
        self._database.execute(
            "UPDATE records SET body = ?, hash = ? WHERE id = ? AND held = ? AND pushed_revision = 0",
            (body, codec.sha256(body), vote.id, OPEN_VOTE),
        )

    def _keep(self, walk_id: str, poll: Poll) -> None:
        self._settings.set(_name(walk_id), json.dumps(dataclasses.asdict(poll)))


def _name(walk_id: str) -> str:
    return f"{POLL} {walk_id}"
