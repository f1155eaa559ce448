"""Two tablets and a server, anything at any time: what was saved stays, what was acknowledged is there, all converge.

GUP_SYNC_RUNS=1000 GUP_SYNC_SEED=7 makes the long form, which also seeks the shortest way to a failure (minutes);
without a seed the runs are the same every time.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from sync.protocol.records import Photo, Report
from tests.sync.client.field import HERE, Office, Tablet, picture
from tests.sync.client.folders import copy_of
from tests.sync.client.proxy import BAD_GATEWAY, PORTAL, Fault, Proxy

RUNS = int(os.environ.get("GUP_SYNC_RUNS", "15"))
SEED = os.environ.get("GUP_SYNC_SEED")
STEPS = 25

which = st.integers(0, 1)
pick = st.integers(0, 1000)
words = st.text(alphabet='aéŒ\n"\\😀 b', max_size=20)
step = st.sampled_from(["hello", "push", "previews", "media", "pull"])
place = st.integers(1, 4000)


@dataclass(frozen=True)
class World:
    """What every run begins with: a server and two tablets that know it, as folders to copy."""

    office: Office
    proxy: Proxy
    database: Path
    tablets: tuple[Path, Path]
    runs: Path


@pytest.fixture(scope="module")
def world(migrated_gup: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("world")
    office = Office(copy_of(migrated_gup, folder / "gup"), serve=True)
    proxy = Proxy(office.url)
    tablets = (folder / "tablet-0", folder / "tablet-1")
    for path in tablets:
        tablet = Tablet(path, proxy.url)
        tablet.enrol(office.enrol_code(territories=[HERE], minutes=60))
        tablet.sync_whole()
        tablet.close()
    office.snapshot(file=str(folder / "start.sqlite3"))
    yield World(office, proxy, folder / "start.sqlite3", tablets, folder)
    proxy.close()
    office.close()


class Sync(RuleBasedStateMachine):
    """`saved` is the model: for each tablet, what a person last saw saved."""

    world: World
    count = 0

    @initialize()
    def begin(self) -> None:
        Sync.count += 1
        self.folder = self.world.runs / f"run-{Sync.count}"
        self.world.proxy.heal()
        self.world.office.set_back(file=str(self.world.database), media_lost=True, new_epoch=False)
        self.tablets = []
        for n, template in enumerate(self.world.tablets):
            shutil.copytree(template, self.folder / str(n))
            self.tablets.append(Tablet(self.folder / str(n), self.world.proxy.url))
        self.saved: list[dict[str, tuple[str, bool]]] = [{}, {}]
        self.backup: Path | None = None

    def keep(self, n: int, record: Any) -> None:
        text = record.text if isinstance(record, Report) else str(record.sha256)
        self.saved[n][record.id] = (text, record.deleted_at is not None)

    def one_of(self, n: int, chosen: int, kind: type[Any]) -> Any:
        found = self.tablets[n].store.records.all(kind)
        return found[chosen % len(found)] if found else None

    # What a person does

    @rule(n=which, text=words)
    def report(self, n: int, text: str) -> None:
        self.keep(n, self.tablets[n].report(text))

    @rule(n=which, chosen=pick, text=words)
    def edit(self, n: int, chosen: int, text: str) -> None:
        if (found := self.one_of(n, chosen, Report)) is not None:
            self.keep(n, self.tablets[n].edit(found.id, text=text))

    @rule(n=which, chosen=pick, kind=st.sampled_from([Report, Photo]))
    def delete(self, n: int, chosen: int, kind: type[Any]) -> None:
        if (found := self.one_of(n, chosen, kind)) is not None:
            store = self.tablets[n].store
            self.keep(n, store.photos.delete(found.id) if kind is Photo else store.records.delete(found.id))

    @rule(n=which, chosen=pick, look=st.integers(0, 3))
    def photo(self, n: int, chosen: int, look: int) -> None:
        about = self.one_of(n, chosen, Report)
        if about is not None:
            self.keep(n, self.tablets[n].photo(self.picture(look), about=about.id))

    @rule(n=which, chosen=pick, look=st.integers(0, 3))
    def blur(self, n: int, chosen: int, look: int) -> None:
        if (found := self.one_of(n, chosen, Photo)) is not None:
            self.keep(n, self.tablets[n].store.photos.check(found.id, self.picture(look)))

    def picture(self, look: int) -> Any:
        """Few pictures, so that the same bytes come and go."""
        return picture(2000 + 1000 * look, seed=look, preview=500)

    @rule(n=which, days=st.integers(-4000, 4000))
    def turn_the_clock(self, n: int, days: int) -> None:
        self.tablets[n].now = lambda: datetime.now(UTC) + timedelta(days=days)

    @rule(n=which)
    def start_again(self, n: int) -> None:
        self.tablets[n].close()
        self.tablets[n].open()

    # What the link and the server do

    @rule(n=which)
    def sync(self, n: int) -> None:
        self.tablets[n].sync_whole()
        self.check_acknowledged(n)

    @rule(n=which, to=step, at=place, kind=st.sampled_from(["request", "answer", "lost", "twice", "portal", "gateway"]))
    def sync_on_a_bad_link(self, n: int, to: str, at: int, kind: str) -> None:
        fault = {
            "request": Fault(to=to, cut_request=at),
            "answer": Fault(to=to, cut_answer=at),
            "lost": Fault(to=to, drop_answer=True),
            "twice": Fault(to=to, repeat=True),
            "portal": Fault(to=to, page=PORTAL),
            "gateway": Fault(to=to, page=BAD_GATEWAY),
        }[kind]
        self.sync_with(n, fault)

    @rule(n=which, chosen=pick, text=words)
    def edit_during_a_push(self, n: int, chosen: int, text: str) -> None:
        found = self.one_of(n, chosen, Report)
        if found is not None:
            self.sync_with(
                n, Fault(to="push", meanwhile=lambda: self.keep(n, self.tablets[n].edit(found.id, text=text)))
            )

    def sync_with(self, n: int, fault: Fault) -> None:
        self.world.proxy.plan(fault)
        result = self.tablets[n].sync()
        self.world.proxy.heal()
        assert result.kept == 0, result.backlog
        self.check_acknowledged(n)

    @rule()
    def back_up(self) -> None:
        self.backup = self.folder / "backup.sqlite3"
        self.world.office.snapshot(file=str(self.backup))

    @precondition(lambda self: self.backup is not None)
    @rule(media_lost=st.booleans())
    def restore(self, media_lost: bool) -> None:
        self.world.office.set_back(file=str(self.backup), media_lost=media_lost)

    # What must hold

    @invariant()
    def every_saved_value_is_on_its_tablet(self) -> None:
        for tablet, saved in zip(getattr(self, "tablets", ()), getattr(self, "saved", ()), strict=True):
            for record_id, (text, deleted) in saved.items():
                record = tablet.store.records.get(record_id)
                held = record.text if isinstance(record, Report) else str(record.sha256)  # type: ignore[attr-defined]
                assert (held, record.deleted_at is not None) == (text, deleted)

    def check_acknowledged(self, n: int) -> None:
        """Whatever the tablet counts as sent in this epoch is on the server, as head or in its history."""
        tablet, state = self.tablets[n], self.world.office.state()
        enrolment = tablet.store.outbox.enrolment()
        assert enrolment is not None
        if enrolment.epoch != state["epoch"]:
            return
        held = set(state["heads"].values()) | set(state["known"])
        rows = tablet.store.database.query("SELECT id, base FROM records WHERE pushed_revision > 0")
        assert {row["base"] for row in rows} <= held

    def teardown(self) -> None:
        if not hasattr(self, "tablets"):
            return
        self.world.proxy.heal()
        for n in (0, 1, 0, 1):
            self.tablets[n].sync_whole()
        one, two = self.tablets
        state = self.world.office.state()
        assert state["heads"] == one.heads() | two.heads()
        media = self.world.office.media()
        for tablet, other in ((one, two), (two, one)):
            assert set(tablet.copies()) == set(other.heads())
            for photo in tablet.store.records.all(Photo):
                assert media[str(photo.sha256)] == media[str(photo.preview_sha256)] == "held"
                for sha256 in (photo.sha256, photo.preview_sha256):
                    assert (
                        self.on_the_server(str(sha256)).read_bytes()
                        == tablet.store.media.path(str(sha256)).read_bytes()
                    )
            tablet.close()
        shutil.rmtree(self.folder)

    def on_the_server(self, sha256: str) -> Path:
        return self.world.runs / "gup" / "media" / sha256[:2] / sha256[2:4] / sha256


@pytest.mark.timeout(60 + 30 * RUNS)
def test_two_tablets_and_a_server_lose_nothing_whatever_happens(world: World) -> None:
    Sync.world = world
    chosen = settings(
        max_examples=RUNS,
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=SEED is None,
        database=None,
        print_blob=True,
        phases=list(Phase) if SEED else [Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    seeded: Callable[[type[Sync]], type[Sync]] = seed(int(SEED)) if SEED else lambda machine: machine
    run_state_machine_as_test(seeded(Sync), settings=chosen)
