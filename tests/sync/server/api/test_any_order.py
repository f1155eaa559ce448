"""Whatever order records come in, however often, whatever answers are lost: one result on the server."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wire import Tablet, item

from sync.protocol import codec, messages, records, times
from sync.server.records.models import Conflict, Feed, KnownHash, Naming, Record
from sync.server.reports.models import ReportHandling

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@dataclass
class Author:
    """A tablet's own rule: base is what was acknowledged; on `stale` it goes on from a head that it once sent."""

    tablet: Tablet
    now: dict[str, records.Report] = field(default_factory=dict)
    acknowledged: dict[str, str] = field(default_factory=dict)
    sent: dict[str, set[str]] = field(default_factory=dict)

    def edit(self, which: int) -> None:
        if which >= len(self.now):
            report = self.tablet.report()
            self.now[report.id] = report
            return
        report = list(self.now.values())[which]
        text = f"{report.text}+"
        self.now[report.id] = dataclasses.replace(report, revision=report.revision + 1, text=text)

    def waiting(self) -> list[records.Report]:
        return [
            each for each in self.now.values() if self.acknowledged.get(each.id) != codec.sha256(codec.encode(each))
        ]

    def push(self, *, backwards: bool, twice: bool, answer_lost: bool) -> None:
        batch = self.waiting()[:: -1 if backwards else 1] * (2 if twice else 1)
        items = [item(each, self.acknowledged.get(each.id)) for each in batch]
        for each, pushed in zip(batch, items, strict=True):
            self.sent.setdefault(each.id, set()).add(pushed.hash)
        answer = self.tablet.push(*items)
        if answer_lost:
            return
        for each, outcome in zip(batch, answer.outcomes, strict=True):
            if outcome.outcome in (messages.ACCEPTED, messages.SAME):
                self.acknowledged[each.id] = outcome.hash
            else:
                assert outcome.outcome == messages.STALE
                assert outcome.head in self.sent[each.id]
                self.acknowledged[each.id] = outcome.head


STEPS = st.lists(
    st.one_of(
        st.integers(0, 3),
        st.fixed_dictionaries({"backwards": st.booleans(), "twice": st.booleans(), "answer_lost": st.booleans()}),
    ),
    min_size=1,
    max_size=25,
)


@settings(deadline=None, derandomize=True, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_edits_and_pushes_with_lost_answers_end_in_the_last_revision(
    enrol_tablet: Callable[..., Tablet], steps: list[int | dict[str, bool]]
) -> None:
    author = Author(enrol_tablet())
    for step in steps:
        if isinstance(step, int):
            author.edit(step)
        else:
            author.push(**step)
    for _ in range(2):
        author.push(backwards=False, twice=False, answer_lost=False)
    assert not author.waiting()
    held = {row.id: bytes(row.body) for row in Record.objects.filter(writer=author.tablet.id)}
    assert held == {each.id: codec.encode(each) for each in author.now.values()}
    numbers = list(Record.objects.values_list("seq", flat=True))
    assert len(numbers) == len(set(numbers))


@settings(deadline=None, derandomize=True, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(6)), cuts=st.sets(st.integers(1, 5)))
def test_a_walk_is_placed_alike_in_any_order_of_arrival(
    enrol_tablet: Callable[..., Tablet], order: list[int], cuts: set[int]
) -> None:
    tablet = enrol_tablet()
    walk = tablet.walk(territory="goutte_dor")
    report = tablet.report(walk_id=walk.id, category=None)
    unknown = tablet.report(walk_id=walk.id, category="from_a_newer_tablet")
    photos = [tablet.photo(b"\xff\xd8\xff", about=about.id, walk_id=walk.id) for about in (report, unknown)]
    first, second = walk, dataclasses.replace(walk, revision=2, title="La nuit")
    everything = [report, unknown, *photos, tablet.report(walk_id=walk.id, category=None), first]
    arriving = [everything[number] for number in order]
    edges = [0, *sorted(cuts), len(arriving)]
    for start, end in pairwise(edges):
        tablet.push(*arriving[start:end])
    tablet.push(item(second, base=item(first).hash))
    rows = {row.id: (row.territory, row.restricted) for row in Record.objects.filter(writer=tablet.id)}
    assert rows[photos[0].id] == rows[report.id] == ("goutte_dor", False)
    assert rows[photos[1].id] == rows[unknown.id] == ("goutte_dor", True)
    assert not Conflict.objects.filter(device=tablet.id).exists()


def histories(tablet: Tablet) -> list[list[records.Record]]:
    """Every revision of a small walk: edits, a deletion, a photo blurred again, children of all."""
    walk = tablet.walk(territory="goutte_dor")
    kept, gone = (tablet.report(walk_id=walk.id) for _ in range(2))
    photo = tablet.photo(b"\xff\xd8\xff", about=kept.id, walk_id=walk.id)
    blurred = tablet.photo(b"\xff\xd8\xff blurred", about=kept.id, walk_id=walk.id)
    moment = times.now()
    return [
        [walk, dataclasses.replace(walk, revision=2, title="La nuit")],
        [kept, *(dataclasses.replace(kept, revision=n, text=f"Constat {n}") for n in (2, 3))],
        [
            gone,
            dataclasses.replace(gone, revision=2, text="Trompé"),
            dataclasses.replace(gone, revision=3, text="Trompé", deleted_at=moment),
        ],
        [photo, dataclasses.replace(blurred, id=photo.id, created_at=photo.created_at, revision=2)],
    ]


def chain(history: list[records.Record]) -> list[messages.PushItem]:
    """Each revision on the one before it, as they left one by one."""
    first, *later = history
    items = [item(first)]
    for record in later:
        items.append(item(record, base=items[-1].hash))
    return items


def as_it_stands(tablet: Tablet, made: list[list[records.Record]]) -> list[object]:
    """What the server makes of a tablet's records, without ids and times: heads, places, office files, media."""
    rows = {row.id: row for row in Record.objects.filter(writer=tablet.id)}
    files = {each.report_id: each.number != "" for each in ReportHandling.objects.filter(report_id__in=rows)}
    stands: list[object] = []
    for history in made:
        row = rows.pop(history[0].id)
        last = history[-1]
        assert bytes(row.body) == codec.encode(last)
        named = Naming.objects.filter(record_id=row.id).values_list("kind", "size")
        known = KnownHash.objects.filter(record_id=row.id).values_list("hash", flat=True)
        assert row.hash not in known
        stands.append((row.kind, row.territory, row.restricted, row.deleted, files.get(row.id), sorted(named)))
    assert rows == {}, "a record that nobody made"
    return stands


@settings(deadline=None, derandomize=True, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    order=st.lists(st.integers(0, 9), max_size=30).flatmap(
        lambda more: st.permutations([*range(10), *more])  # each at least once, some again and again
    ),
    cuts=st.sets(st.integers(1, 39)),
)
def test_batches_that_come_twice_late_reordered_or_in_parts_end_in_one_result(
    enrol_tablet: Callable[..., Tablet], order: list[int], cuts: set[int]
) -> None:
    """Issue 4, item 2. Then the tablet follows its rule; a deleted thing does not come back."""
    calm, tablet = enrol_tablet(), enrol_tablet()
    expected = histories(calm)
    for history in expected:
        for each in chain(history):
            assert [outcome.outcome for outcome in calm.push(each).outcomes] == [messages.ACCEPTED]
    made = histories(tablet)
    items = [each for history in made for each in chain(history)]
    assert len(items) == 10
    arriving = [items[number] for number in order]
    edges = [0, *sorted(cut for cut in cuts if cut < len(arriving)), len(arriving)]
    for start, end in pairwise(edges):
        tablet.push(*arriving[start:end])
    sent = {each.hash for each in items}
    for history in made:
        last = item(history[-1])
        for _ in range(2):
            (outcome,) = tablet.push(last).outcomes
            if outcome.outcome == messages.STALE:
                assert outcome.head in sent
                last = item(history[-1], base=outcome.head)
        assert outcome.outcome in (messages.ACCEPTED, messages.SAME)
    assert as_it_stands(tablet, made) == as_it_stands(calm, expected)
    before = Feed.objects.get().seq
    tablet.push(*arriving)  # all of it once more, long after
    assert as_it_stands(tablet, made) == as_it_stands(calm, expected)
    assert Feed.objects.get().seq == before, "what came late took no number"
