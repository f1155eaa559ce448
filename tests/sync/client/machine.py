"""The machine: some tablets and a server, and whatever may happen to them, one step at a time.

`saved` is the model: for each tablet what a person last saw saved. Everything else is asked of the real parts: real
stores, the real engine, HTTP through a proxy that fails on purpose, a server process that is killed and rises.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
import select
import shutil
import sys
import warnings
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as with_seed
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)
from sqlcipher3 import dbapi2 as sqlite

from sync.protocol.records import ExploratoryWalk, Photo, Record, Report
from sync.server.data_folder import ERASURES
from tests.sync.client import mortal, proxy
from tests.sync.client.field import ELSEWHERE, HERE, Office, Tablet, picture
from tests.sync.client.folders import copy_of
from tests.sync.client.proxy import Fault, Proxy

TABLETS = 3
# Enough pages for any request of ours; beyond the end of one nothing is cut.
FURTHEST = 6000
PAGES = {
    "portal": proxy.PORTAL,
    "500": proxy.SERVER_ERROR,
    "502": proxy.BAD_GATEWAY,
    "503": proxy.UNAVAILABLE,
    "413": proxy.TOO_LARGE,
    "429": proxy.TOO_MANY,
}
LINKS = ("lost", "twice", "late", *PAGES)

which = st.integers(0, TABLETS - 1)
pick = st.integers(0, 1000)
words = st.text(alphabet='aéŒ\n"\\😀 b', max_size=20)
asked = st.sampled_from(["hello", "push", "previews", "media", "pull", ""])
write = st.integers(1, 60)
places = st.sampled_from([HERE, ELSEWHERE, None])


@dataclass(frozen=True)
class World:
    """What every run begins with: a server and tablets that know it, as folders to copy."""

    office: Office
    proxy: Proxy
    database: Path
    tablets: tuple[Path, ...]
    runs: Path

    @property
    def media(self) -> Path:
        """Where the server keeps bytes."""
        return self.runs / "gup" / "media"


@contextlib.contextmanager
def a_world(migrated: Path, folder: Path) -> Iterator[World]:
    """A server on a copy of that folder, and its tablets, in this empty folder."""
    data = copy_of(migrated, folder / "gup")
    _with_few_words(data / "gup.sqlite3")
    office = Office(data, serve=True)
    link = Proxy(office.url)
    tablets = tuple(folder / f"tablet-{n}" for n in range(TABLETS))
    for path in tablets:
        tablet = Tablet(path, link.url)
        tablet.enrol(office.enrol_code(territories=[HERE], minutes=60))
        tablet.sync_whole()
        tablet.close()
    office.snapshot(file=str(folder / "start.sqlite3"))
    yield World(office, link, folder / "start.sqlite3", tablets, folder)
    link.close()
    office.close()


def _with_few_words(database: Path) -> None:
    """Each new epoch pulls the catalogue again: a dozen of its entries do here what nine hundred would."""
    connection = sqlite.connect(database)
    connection.execute("DELETE FROM records_record WHERE kind = 'catalogue_entry' AND seq % 75 != 0")
    connection.commit()
    connection.close()


def step(**drawn: Any) -> Callable[[Callable[..., None]], Any]:
    """One thing that may happen, with what is drawn for it; after it all that was saved is there."""

    def made(deed: Callable[..., None]) -> Any:
        @functools.wraps(deed)
        def taken(self: Sync, **values: Any) -> None:
            Sync.steps += 1
            self.attempt(functools.partial(deed, self), f"{deed.__name__} {values}", **values)

        ruled: Any = rule(**drawn)(taken)
        ruled.is_step = True
        return ruled

    return made


class Sync(RuleBasedStateMachine):
    """Subclass it with `world` set. `fault` is the first that was seen: a run is never the same twice."""

    world: World
    runs = itertools.count(1)
    steps = 0
    fault: Exception | None = None

    @initialize()
    def begin(self) -> None:
        self.log: list[str] = []
        self.folder = self.world.runs / f"run-{next(Sync.runs)}"
        self.world.proxy.heal()
        (self.world.runs / "gup" / ERASURES).unlink(missing_ok=True)
        self.world.office.set_back(file=str(self.world.database), media_lost=True, new_epoch=False)
        self.tablets = []
        for n, template in enumerate(self.world.tablets):
            shutil.copytree(template, self.folder / str(n))
            self.tablets.append(Tablet(self.folder / str(n), self.world.proxy.url))
        self.saved: list[dict[str, Record]] = [{} for _ in self.tablets]
        self.erased: set[str] = set()
        self.new_looks = itertools.count(100)
        self.walks: list[str] = []
        self.backup = self.world.database

    def keep(self, n: int, record: Record) -> None:
        self.saved[n][record.id] = record

    def one_of(self, n: int, chosen: int, kind: type[Any]) -> Any:
        """Any of them; made when there is none, so that no step is idle."""
        if found := self.tablets[n].store.records.all(kind):
            return found[chosen % len(found)]
        {Report: self.a_report, Photo: self.a_photo, ExploratoryWalk: self.a_walk}[kind](n)
        return self.tablets[n].store.records.all(kind)[0]

    def a_walk(self, n: int) -> None:
        self.keep(n, begun := self.tablets[n].walk())
        self.walks.append(begun.id)

    def a_report(self, n: int, text: str = "", place: str | None = HERE, walk: str | None = None) -> None:
        self.keep(n, self.tablets[n].report(text, territory=place, walk_id=walk))

    def a_photo(self, n: int, chosen: int = 0, look: int = 0) -> None:
        self.keep(n, self.tablets[n].photo(_picture(look), about=self.one_of(n, chosen, Report).id))

    # What a person does

    @step(n=which)
    def walk(self, n: int) -> None:
        self.a_walk(n)

    @step(n=which, text=words, place=places, chosen=st.none() | pick)
    def report(self, n: int, text: str, place: str | None, chosen: int | None) -> None:
        in_walk = self.walks[chosen % len(self.walks)] if self.walks and chosen is not None else None
        self.a_report(n, text, place, in_walk)

    @step(n=which, chosen=pick, text=words, place=places)
    def edit(self, n: int, chosen: int, text: str, place: str | None) -> None:
        self.keep(n, self.tablets[n].edit(self.one_of(n, chosen, Report).id, text=text, territory=place))

    @step(n=which, chosen=pick, kind=st.sampled_from([Report, Photo, ExploratoryWalk]))
    def delete(self, n: int, chosen: int, kind: type[Any]) -> None:
        found, store = self.one_of(n, chosen, kind), self.tablets[n].store
        self.keep(n, store.photos.delete(found.id) if kind is Photo else store.records.delete(found.id))

    @step(n=which, chosen=pick, look=st.integers(0, 3))
    def photo(self, n: int, chosen: int, look: int) -> None:
        self.a_photo(n, chosen, look)

    @step(n=which, chosen=pick, look=st.integers(0, 3))
    def blur(self, n: int, chosen: int, look: int) -> None:
        self.keep(n, self.tablets[n].store.photos.check(self.one_of(n, chosen, Photo).id, _picture(look)))

    # What happens to a tablet

    @step(n=which, days=st.integers(-8000, 8000))
    def turn_the_clock(self, n: int, days: int) -> None:
        self.tablets[n].now = lambda: datetime.now(UTC) + timedelta(days=days)

    @step(n=which)
    def start_again(self, n: int) -> None:
        self.tablets[n].close()
        self.tablets[n].open()

    @step(n=which, number=write)
    def killed_while_it_syncs(self, n: int, number: int) -> None:
        tablet = self.tablets[n]
        tablet.close()
        _in_a_child(lambda: _sync_and_die(tablet, number))
        tablet.open()
        self.check_acknowledged(n)

    @step(n=which, chosen=pick, harm=st.sampled_from(["gone", "changed"]))
    def lose_a_file(self, n: int, chosen: int, harm: str) -> None:
        """A photo that cannot be read is told, blocks nothing, and goes once it is put back."""
        tablet, found = self.tablets[n], self.one_of(n, chosen, Photo)
        path = tablet.store.media.path(str(found.sha256))
        content = path.read_bytes()
        path.unlink() if harm == "gone" else path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        told = tablet.sync().backlog.refused
        assert all(line.code == "missing_file" for line in told), told
        path.write_bytes(content)
        for line in told:
            tablet.store.outbox.try_again(line.id)
        self.check_acknowledged(n)

    # What the link does

    @step(n=which)
    def sync(self, n: int) -> None:
        self.whole_sync(n)

    def whole_sync(self, n: int) -> None:
        self.tablets[n].sync_whole()
        self.check_acknowledged(n)
        self.check_copies(n)

    @step(n=which, to=asked, at=st.integers(1, FURTHEST), answer=st.booleans())
    def the_link_is_cut(self, n: int, to: str, at: int, answer: bool) -> None:
        self.sync_with(n, Fault(to=to, cut_answer=at) if answer else Fault(to=to, cut_request=at))

    @step(n=which, look=st.integers(0, 3), at=st.integers(1, FURTHEST))
    def the_network_ends_during_a_photo(self, n: int, look: int, at: int) -> None:
        """At that byte, and there is none any more."""

        def no_more() -> None:
            self.world.proxy.down = True

        self.a_photo(n, look=look)
        self.sync_with(n, Fault(to="/media", cut_request=at, first=no_more))

    @step(n=which, to=asked, kind=st.sampled_from(LINKS))
    def sync_on_a_bad_link(self, n: int, to: str, kind: str) -> None:
        faults = {
            "lost": Fault(to=to, drop_answer=True),
            "twice": Fault(to=to, repeat=True),
            "late": Fault(to=to, late=True),
        }
        self.sync_with(n, faults.get(kind) or Fault(to=to, page=PAGES[kind]))

    @step(n=which, chosen=pick, text=words)
    def edit_after_a_lost_answer(self, n: int, chosen: int, text: str) -> None:
        self.one_of(n, chosen, Report)
        self.sync_with(n, Fault(to="push", drop_answer=True))
        self.keep(n, self.tablets[n].edit(self.one_of(n, chosen, Report).id, text=text))

    @step(n=which, at=st.integers(0, FURTHEST))
    def sync_while_bytes_of_a_photo_change(self, n: int, at: int) -> None:
        self.sync_with(n, Fault(to="/media", flip=at))

    @step(chosen=pick)
    def a_late_request_arrives(self, chosen: int) -> None:
        self.let_a_late_request_arrive(chosen)

    def let_a_late_request_arrive(self, chosen: int) -> None:
        if self.world.proxy.late:
            self.world.proxy.deliver_late(chosen)

    @step(n=which, chosen=pick, text=words)
    def a_push_is_overtaken(self, n: int, chosen: int, text: str) -> None:
        """Its request is late; what was edited since goes first."""
        self.one_of(n, chosen, Report)
        self.sync_with(n, Fault(to="push", late=True))
        self.keep(n, self.tablets[n].edit(self.one_of(n, chosen, Report).id, text=text))
        self.sync_with(n, Fault())
        self.let_a_late_request_arrive(-1)

    @step(n=which, chosen=pick, text=words)
    def edit_during_a_push(self, n: int, chosen: int, text: str) -> None:
        found = self.one_of(n, chosen, Report)
        self.sync_with(n, Fault(to="push", meanwhile=lambda: self.keep(n, self.tablets[n].edit(found.id, text=text))))

    def sync_with(self, n: int, fault: Fault) -> None:
        self.world.proxy.plan(fault)
        result = self.tablets[n].sync()
        self.world.proxy.heal()
        assert result.kept == 0, result.backlog
        self.check_acknowledged(n)

    # What happens to the server

    @step()
    def the_server_is_killed(self) -> None:
        self.world.office.kill()

    @step(n=which, number=write)
    def the_server_is_killed_while_a_tablet_syncs(self, n: int, number: int) -> None:
        self.world.office.die_at(number=number)
        result = self.tablets[n].sync()
        self.world.office.die_at(number=None)
        assert result.kept == 0, result.backlog
        self.check_acknowledged(n)

    @step()
    def back_up(self) -> None:
        self.backup = self.folder / "backup.sqlite3"
        self.world.office.snapshot(file=str(self.backup))

    @step(media_lost=st.booleans())
    def restored(self, media_lost: bool) -> None:
        self.world.office.set_back(file=str(self.backup), media_lost=media_lost)

    # What the office does

    @step(n=which, granted=st.sampled_from([[], [HERE], [ELSEWHERE], [HERE, ELSEWHERE]]))
    def grant(self, n: int, granted: list[str]) -> None:
        self.world.office.grant(device=self.tablets[n].id, territories=granted)

    @step(chosen=pick, text=words)
    def answer(self, chosen: int, text: str) -> None:
        if (found := self.a_report_on_the_server(chosen)) is not None:
            self.world.office.answer(
                report=found["id"], device=found["writer"], words=text, walk=found["walk_id"] or None
            )

    @step(chosen=pick, place=st.sampled_from([HERE, ELSEWHERE, ""]))
    def move(self, chosen: int, place: str) -> None:
        self.world.office.move(record=self.a_report_on_the_server(chosen)["id"], territory=place)

    @step(chosen=pick)
    def erase(self, chosen: int) -> None:
        self.erased.add(record := self.a_report_on_the_server(chosen)["id"])
        self.world.office.erase(record=record)

    @step(n=which)
    def erase_a_photo(self, n: int) -> None:
        """Of a picture like no other: its bytes may never come again, not even as another photo."""
        self.a_photo(n, look=next(self.new_looks))
        photo = self.one_of(n, -1, Photo)
        self.whole_sync(n)
        self.erased.add(photo.id)
        self.world.office.erase(record=photo.id)

    def a_report_on_the_server(self, chosen: int) -> Any:
        """Any of them; the first tablet sends what it has when there is none."""
        if not (found := self.world.office.of_tablets(kind="report")):
            self.a_report(0)
            self.whole_sync(0)
            found = self.world.office.of_tablets(kind="report")
        return found[chosen % len(found)]

    # What must hold

    def check_saved(self) -> None:
        """Every value a person saw saved is on its tablet, whole, until the office erases it."""
        for tablet, saved in zip(self.tablets, self.saved, strict=True):
            for record_id, record in saved.items():
                held = tablet.store.records.find(record_id)
                assert held == record or (held is None and record_id in self.erased)

    def check_acknowledged(self, n: int) -> None:
        """Whatever the tablet counts as sent in this epoch is on the server: as head or in its history, and bytes."""
        tablet, state = self.tablets[n], self.world.office.state()
        enrolment = tablet.store.outbox.enrolment()
        assert enrolment is not None
        assert tablet.store.settings.get("parted_at") is None, "taken for a copy of itself"
        if enrolment.epoch != state["epoch"]:
            return
        held = set(state["heads"].values()) | set(state["known"])
        rows = tablet.store.database.query("SELECT id, base FROM records WHERE pushed_revision > 0")
        assert {row["base"] for row in rows if row["id"] not in self.erased} <= held
        received = tablet.store.database.query(
            "SELECT records.id, media.sha256 FROM media JOIN media_receipts USING (sha256)"
            " JOIN records ON records.id = media.id WHERE records.pushed_revision >= media.revision"
        )
        for row in received:
            if row["id"] in self.erased:
                continue
            assert self.bytes_on_the_server(row["sha256"]) == tablet.store.media.path(row["sha256"]).read_bytes()

    def check_copies(self, n: int) -> None:
        """What it pulled is what it may read, neither more nor less nor older."""
        tablet = self.tablets[n]
        rows = tablet.store.database.query("SELECT id, hash, about FROM copies")
        readable = self.world.office.readable(device=tablet.id, but_about=sorted(self.erased))
        # A tablet drops at once what was said about an erased record; the office keeps its empty file.
        assert {row["id"]: row["hash"] for row in rows if row["about"] not in self.erased} == readable

    def bytes_on_the_server(self, sha256: str) -> bytes:
        path = self.world.media / sha256[:2] / sha256[2:4] / sha256
        return path.read_bytes() if path.exists() else b""

    def teardown(self) -> None:
        self.world.proxy.heal()
        failed = sys.exc_info()[1] is not None
        try:
            while self.world.proxy.late and not failed:
                self.world.proxy.deliver_late(0)
            if not failed:
                self.end()
        finally:
            self.world.proxy.late.clear()
            for tablet in self.tablets:
                tablet.close()
            shutil.rmtree(self.folder)

    def end(self) -> None:
        """All is well again: after two rounds of syncs all agree."""
        self.attempt(self.check_that_all_agree, "the end")

    def attempt(self, deed: Callable[..., None], words: str, **values: Any) -> None:
        """Do it, and remember the first failure with all that led to it."""
        self.log.append(words)
        try:
            deed(**values)
            self.check_saved()
        except Exception as fault:
            if Sync.fault is None:
                fault.add_note("\n".join(self.log))
                Sync.fault = fault
            raise

    def check_that_all_agree(self) -> None:
        for n in (*range(TABLETS), *range(TABLETS)):
            self.tablets[n].sync_whole()
        self.check_saved()
        state, media = self.world.office.state(), self.world.office.media()
        heads = {record_id: value for tablet in self.tablets for record_id, value in tablet.heads().items()}
        assert state["heads"] == heads
        assert not self.erased & heads.keys()
        assert set(state["taken_in"].values()) <= {1}
        for n, tablet in enumerate(self.tablets):
            self.check_acknowledged(n)
            self.check_copies(n)
            assert not self.erased & tablet.copies().keys()
            for photo in tablet.store.records.all(Photo):
                for sha256 in (str(photo.sha256), str(photo.preview_sha256)):
                    assert media[sha256] == "held"
                    assert self.bytes_on_the_server(sha256) == tablet.store.media.path(sha256).read_bytes()


def _picture(look: int) -> Any:
    """Few pictures, so that the same bytes come and go."""
    return picture(2000 + 1000 * (look % 4), seed=look, preview=500)


def _sync_and_die(tablet: Tablet, number: int) -> None:
    mortal.watch()
    tablet.open()
    mortal.die_at(number)
    tablet.sync()


def _in_a_child(deed: Callable[[], object]) -> None:
    """In a process of its own, which need not come back."""
    ended, its_end = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the threads here are the proxy's, of no use to the child
        pid = os.fork()
    if not pid:
        try:
            os.close(ended)
            deed()
        finally:
            os._exit(0)
    os.close(its_end)
    came, _, _ = select.select([ended], [], [], 60)
    os.close(ended)
    if not came:
        os.kill(pid, 9)
    os.waitpid(pid, 0)
    assert came, "the child hangs"


def run(world: World, *, runs: int, seed: int, steps: int = 50, only: Collection[str] = ()) -> int:
    """That many runs in that world (of these steps `only`); gives the steps taken.

    A failure tells the seed, and every step that led to it.
    """
    chosen = settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        print_blob=False,
        phases=[Phase.generate],  # threads and deaths make each run differ a little: seeking a shorter one is in vain
        suppress_health_check=list(HealthCheck),
    )
    left_out = [name for name, deed in vars(Sync).items() if hasattr(deed, "is_step") and name not in only]
    made = type("Machine", (Sync,), {"world": world, **dict.fromkeys(left_out if only else (), None)})
    Sync.fault, Sync.steps = None, 0
    try:
        run_state_machine_as_test(with_seed(seed)(made), settings=chosen)
    except Exception as fault:
        first = Sync.fault or fault
        first.add_note(f"seed {seed}, {Sync.steps} steps in all")
        raise first from None
    return Sync.steps
