"""Folders copied, put back, edited and synced in any order: no two keep one identity, nothing a person typed is lost.

GUP_SYNC_RUNS=300 GUP_SYNC_SEED=7 makes the long form.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from sync.protocol import codec
from sync.protocol.records import Report
from tests.sync.client.field import HERE, Office, Tablet
from tests.sync.client.folders import copy_of

RUNS = int(os.environ.get("GUP_SYNC_RUNS", "12"))
SEED = os.environ.get("GUP_SYNC_SEED")
MOST_TABLETS = 4

pick = st.integers(0, 1000)
Texts = dict[str, str]


@dataclass(frozen=True)
class World:
    """A server, and a tablet that knows it, as a folder to copy."""

    office: Office
    template: Path
    runs: Path


class Copies(RuleBasedStateMachine):
    """`typed`: for each folder what a person typed there last; `gone`: what folders said that were put back since.

    `over`: for each text the one that its writer had before the eyes and typed over.
    """

    world: World
    count = 0

    @initialize()
    def begin(self) -> None:
        Copies.count += 1
        self.folder = self.world.runs / f"run-{Copies.count}"
        self.world.office.set_back(file=str(self.world.runs / "start.sqlite3"), new_epoch=False)
        shutil.copytree(self.world.template, self.folder / "0")
        self.tablets = [Tablet(self.folder / "0", self.world.office.url)]
        self.typed: list[Texts] = [{}]
        self.gone: list[Texts] = []
        self.over: Texts = {}
        self.synced: list[Texts] = [{}]
        self.backups: list[tuple[int, Path, Texts, Texts]] = []
        self.said = 0

    def chosen(self, number: int) -> int:
        return number % len(self.tablets)

    @rule(number=pick)
    def report(self, number: int) -> None:
        n = self.chosen(number)
        self.said += 1
        made = self.tablets[n].report(f"mot {self.said}")
        self.typed[n][made.id] = made.text

    @rule(number=pick, which=pick)
    def edit(self, number: int, which: int) -> None:
        n = self.chosen(number)
        found = self.tablets[n].store.records.all(Report)
        if found:
            self.said += 1
            record = found[which % len(found)]
            self.over[f"mot {self.said}"] = record.text
            self.tablets[n].edit(record.id, text=f"mot {self.said}")
            self.typed[n][record.id] = f"mot {self.said}"

    @rule(number=pick)
    def sync(self, number: int) -> None:
        n = self.chosen(number)
        result = self.tablets[n].sync()
        assert result.fault is None and result.backlog.left == 0, result
        self.synced[n] = dict(self.typed[n])

    @rule(number=pick, mine=st.booleans())
    def decide(self, number: int, mine: bool) -> None:
        tablet = self.tablets[self.chosen(number)]
        for line in tablet.store.outbox.backlog().conflicts:
            if mine or not tablet.store.versions.keep_theirs(line.id):
                tablet.store.versions.keep_mine(line.id)

    @precondition(lambda self: len(self.tablets) < MOST_TABLETS)
    @rule(number=pick)
    def copy(self, number: int) -> None:
        n = self.chosen(number)
        self.tablets[n].close()
        shutil.copytree(self.tablets[n].folder, self.folder / str(len(self.tablets)))
        self.tablets[n].open()
        self.tablets.append(Tablet(self.folder / str(len(self.tablets)), self.world.office.url))
        self.typed.append(dict(self.typed[n]))
        self.synced.append(dict(self.synced[n]))

    @rule(number=pick)
    def back_up(self, number: int) -> None:
        n = self.chosen(number)
        target = self.folder / f"backup-{len(self.backups)}"
        self.tablets[n].close()
        shutil.copytree(self.tablets[n].folder, target)
        self.tablets[n].open()
        self.backups.append((n, target, dict(self.typed[n]), dict(self.synced[n])))

    @precondition(lambda self: self.backups)
    @rule(which=pick)
    def put_back(self, which: int) -> None:
        n, kept, typed, synced = self.backups[which % len(self.backups)]
        # Of what was sent since the backup; what stood there then may be typed over, as by anybody.
        sent = self.synced[n].items()
        self.gone.append({key: text for key, text in sent if text not in (typed.get(key), synced.get(key))})
        self.tablets[n].close()
        shutil.rmtree(self.tablets[n].folder)
        shutil.copytree(kept, self.tablets[n].folder)
        self.tablets[n].open()
        self.typed[n], self.synced[n] = dict(typed), dict(synced)

    def teardown(self) -> None:
        if not hasattr(self, "tablets"):
            return
        for _ in range(6):
            decided = 0
            for tablet in self.tablets:
                assert tablet.sync().fault is None
                for line in tablet.store.outbox.backlog().conflicts:
                    tablet.store.versions.keep_mine(line.id)
                    decided += 1
            if not decided:
                break
        for tablet in (*self.tablets, *self.tablets):
            result = tablet.sync_whole()
            assert not result.parted, "told once, then never again"
        assert len({tablet.id for tablet in self.tablets}) == len(self.tablets), "no two bear one name"
        self.check()
        for tablet in self.tablets:
            tablet.close()
        shutil.rmtree(self.folder)

    def check(self) -> None:
        heads = self.world.office.state()["heads"]
        readable: dict[str, set[str]] = {}
        for record_id in heads:
            bodies = self.world.office.versions(record=record_id)
            readable[record_id] = {codec.decode(body.encode()).text for body in bodies}  # type: ignore[attr-defined]
        for tablet in self.tablets:
            for record_id, record_hash in tablet.heads().items():
                assert heads[record_id] == record_hash, "every tablet says what the server says"
        for texts in (*self.typed, *self.gone):
            for record_id, text in texts.items():
                known = {word for each in readable[record_id] for word in self.lineage(each)}
                assert text in known, f"{text} of {record_id} is in no version that the office can read"

    def lineage(self, text: str) -> Iterator[str]:
        """A text, what it was typed over, what that was typed over…"""
        step: str | None = text
        while step is not None:
            yield step
            step = self.over.get(step)


@pytest.fixture(scope="module")
def world(migrated_gup: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("copies")
    served = Office(copy_of(migrated_gup, folder / "gup"), serve=True)
    tablet = Tablet(folder / "template", served.url)
    tablet.enrol(served.enrol_code(territories=[HERE], minutes=60))
    tablet.sync_whole()
    tablet.close()
    served.snapshot(file=str(folder / "start.sqlite3"))
    yield World(served, folder / "template", folder)
    served.close()


@pytest.mark.timeout(120 + 30 * RUNS)
def test_copied_folders_part_and_nothing_a_person_typed_is_lost(world: World) -> None:
    Copies.world = world
    chosen = settings(
        max_examples=RUNS,
        stateful_step_count=20,
        deadline=None,
        derandomize=SEED is None,
        database=None,
        print_blob=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    seeded: Callable[[type[Copies]], type[Copies]] = seed(int(SEED)) if SEED else lambda machine: machine
    run_state_machine_as_test(seeded(Copies), settings=chosen)
