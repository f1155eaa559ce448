"""Real parts for the tests of sync: `gup serve` in a process of its own, an office beside it, tablets and stores."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from sync.client.engine import Engine, SyncResult
from sync.client.enrol import enrol
from sync.client.outbox import Outbox
from sync.client.transport import Transport
from sync.protocol import ids, messages, records, times
from tests.sync.client.proxy import Proxy
from walker.store import Store, open_store

HERE = "bedier_boutroux"
ELSEWHERE = "blemont"
_GUP = [sys.executable, "-m", "sync.server.cli"]


def gup(*arguments: str, database_url: str = "") -> subprocess.CompletedProcess[str]:
    """Run `gup` to its end."""
    return subprocess.run(
        [*_GUP, *arguments],
        capture_output=True,
        text=True,
        timeout=50,
        env=_environment(None, database_url),
        check=False,
    )


def _environment(data: Path | None, database_url: str = "") -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("GUP_DATA", "DATABASE_URL")}
    kept |= {"GUP_DATA": str(data)} if data else {}
    return kept | ({"DATABASE_URL": database_url} if database_url else {})


class Office:
    """Asks the office process; `office.revoke(device=...)` does that there."""

    def __init__(self, data: Path, database_url: str = "", *, serve: bool = False) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).parent / "office_process.py"), *(["serve"] if serve else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=_environment(data, database_url),
        )
        assert self._process.stdout is not None
        self.url = str(json.loads(self._process.stdout.readline())) if serve else ""

    def __getattr__(self, deed: str) -> Callable[..., Any]:
        def ask(**told: Any) -> Any:
            assert self._process.stdin is not None and self._process.stdout is not None
            self._process.stdin.write(json.dumps({"do": deed, **told}) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
            assert line, f"the office failed at {deed}"
            return json.loads(line)

        return ask

    def close(self) -> None:
        """End it."""
        with self._process:
            assert self._process.stdin is not None
            self._process.stdin.close()


class Gup:
    """A `gup serve` on a data folder, which may stop, die and start again; its office stays."""

    def __init__(self, data: Path, database_url: str = "") -> None:
        self.data = data
        self._database_url = database_url
        self._process: subprocess.Popen[str] | None = None
        self._office: Office | None = None
        self.url = ""
        self.start()

    @property
    def office(self) -> Office:
        """Started when first asked."""
        if self._office is None:
            self._office = Office(self.data, self._database_url)
        return self._office

    def start(self) -> None:
        """Serve on a new free port."""
        self._process = subprocess.Popen(
            [*_GUP, "serve", "--data", str(self.data), "--bind", "127.0.0.1:0"],
            stdout=subprocess.PIPE,
            text=True,
            env=_environment(None, self._database_url),
            start_new_session=True,
        )
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().strip().rstrip("/")
        assert self.url.startswith("http://127.0.0.1:"), self.url

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End it as an operator does, or (SIGKILL) as a power cut does."""
        if self._process is None:
            return
        with self._process:
            if how is signal.SIGTERM:
                self._process.send_signal(how)
            else:
                os.killpg(self._process.pid, how)
            self._process.wait(timeout=10)
        self._process = None

    def close(self) -> None:
        """End server and office, at once."""
        self.stop(signal.SIGKILL)
        self.end_office()

    def end_office(self) -> None:
        """Whoever asks next has a new one."""
        if self._office is not None:
            self._office.close()
            self._office = None

    def file_of(self, sha256: str) -> Path:
        """Where the server keeps a medium."""
        return self.data / "media" / sha256[:2] / sha256[2:4] / sha256

    def has_whole(self, sha256: str) -> bool:
        """Whether the bytes under that name are those bytes."""
        path = self.file_of(sha256)
        return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


@dataclass(frozen=True)
class Picture:
    """Final bytes as photo preparation gives them; here of any size we like."""

    jpeg: bytes
    preview: bytes
    width: int = 1600
    height: int = 1200


def picture(size: int = 100_000, *, seed: int | None = None, preview: int = 9_000) -> Picture:
    """A picture of that many bytes that does not compress."""
    dice = random.Random(seed if seed is not None else ids.new_id())
    return Picture(
        jpeg=b"\xff\xd8\xff\xe0" + dice.randbytes(size - 4), preview=b"\xff\xd8\xff" + dice.randbytes(preview)
    )


@dataclass
class Tablet:
    """A tablet: its data folder, its store, and the link it syncs over."""

    folder: Path
    url: str
    store: Store = field(init=False)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        """Open the data folder (again)."""
        self.store = open_store(self.folder, clock=self._clock)

    def _clock(self) -> datetime:
        """Asked for at each look, so that a test may turn the clock."""
        return self.now()

    def close(self) -> None:
        """Close it; what was saved stays."""
        self.store.close()

    @property
    def id(self) -> str:
        return self.store.identity.device_id()

    def enrol(self, code: str) -> messages.EnrolAnswer:
        """As `walker enrol` does."""
        answer = enrol(self.url, code, self.store.identity, app_version="test")
        self.store.outbox.set_enrolment(self.url, answer.token, answer.epoch, answer.server_key, answer.seal_key)
        return answer

    def engine(self) -> Engine:
        """The engine over this store."""
        return Engine(cast(Outbox, self.store.outbox), app_version="test", pauses=())

    def sync(self) -> SyncResult:
        """One sync, whatever comes of it."""
        return self.engine().sync()

    def sync_whole(self) -> SyncResult:
        """One sync that must leave nothing."""
        result = self.sync()
        assert result.fault is None, result.fault
        assert (result.backlog.left, result.kept) == (0, 0), result
        return result

    def transport(self) -> Transport:
        """The link with this tablet's token."""
        enrolment = self.store.outbox.enrolment()
        assert enrolment is not None
        return Transport(self.url, enrolment.token)

    def walk(self, **fields: Any) -> records.ExploratoryWalk:
        """Save a walk."""
        return self.store.records.save(records.ExploratoryWalk(**_common(), **({"state": "held"} | fields)))

    def report(self, text: str = "Lampadaire éteint", **fields: Any) -> records.Report:
        """Save a report."""
        made = {"text": text, "category": "litter", "territory": HERE} | fields
        return self.store.records.save(records.Report(**_common(), **made))

    def edit(self, record_id: str, **fields: Any) -> records.Record:
        """Save its next revision."""
        return self.store.records.change(record_id, lambda record: dataclasses.replace(record, **fields))

    def answers(self, count: int, walk_id: str) -> list[records.GridAnswer]:
        """Save many small records at once."""
        return self.store.records.save_all(
            records.GridAnswer(
                **_common(), walk_id=walk_id, grid_code="common", grid_version=1, item="lighting", text=f"Réponse {n}"
            )
            for n in range(count)
        )

    def photo(self, final: Picture | None = None, **fields: Any) -> records.Photo:
        """Keep a checked photo."""
        return self.store.photos.add_checked(records.Photo(**_common(), **fields), final or picture())

    def hash_of(self, record_id: str) -> str:
        """The hash of the bytes this tablet holds of its own record."""
        found = self.store.database.value("SELECT hash FROM records WHERE id = ?", (record_id,))
        return str(found)

    def heads(self) -> dict[str, str]:
        """Of every own record that may leave: id and hash."""
        rows = self.store.database.query("SELECT id, hash FROM records WHERE held IS NULL")
        return {row["id"]: row["hash"] for row in rows}

    def copies(self) -> dict[str, bytes]:
        """What it pulled of other tablets' records."""
        rows = self.store.database.query("SELECT id, body FROM copies WHERE writer != 'server'")
        return {row["id"]: bytes(row["body"]) for row in rows}


def _common() -> dict[str, Any]:
    now = times.now()
    return {"id": ids.new_id(), "writer": "", "created_at": now, "updated_at": now}


@dataclass
class Field:
    """One test's server, proxy and tablets; `close` ends what the test began."""

    gup: Gup
    folder: Path
    proxy: Proxy = field(init=False)
    tablets: list[Tablet] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.proxy = Proxy(self.gup.url)

    def code(self, *territories: str, minutes: int = 60) -> str:
        """A one-time code."""
        return str(self.gup.office.enrol_code(territories=list(territories), minutes=minutes))

    def new_tablet(self, url: str = "") -> Tablet:
        """A tablet that was never enrolled."""
        tablet = Tablet(self.folder / f"tablet-{len(self.tablets)}", url or self.proxy.url)
        self.tablets.append(tablet)
        return tablet

    def tablet(self, *territories: str) -> Tablet:
        """An enrolled tablet that has synced once: it has the words, and nothing of its own."""
        tablet = self.new_tablet()
        tablet.enrol(self.code(*territories))
        tablet.sync_whole()
        self.proxy.forget()
        return tablet

    def clone(self, tablet: Tablet) -> Tablet:
        """Another tablet made by copying the first one's data folder."""
        tablet.close()
        folder = self.folder / f"tablet-{len(self.tablets)}"
        shutil.copytree(tablet.folder, folder)
        tablet.open()
        copy = Tablet(folder, self.proxy.url)
        self.tablets.append(copy)
        return copy

    def restart(self, how: signal.Signals = signal.SIGKILL, between: Callable[[], object] | None = None) -> None:
        """Stop the server, do something, start it on the same address as the tablets know it."""
        self.gup.stop(how)
        if between is not None:
            between()
        self.gup.start()
        self.proxy.to = self.gup.url

    def state_of(self, tablet: Tablet) -> dict[str, Any]:
        """What the server holds of that tablet."""
        return cast("dict[str, Any]", self.gup.office.state(writer=tablet.id))

    def close(self) -> None:
        """Close tablets and proxy; the server is its owner's."""
        for tablet in self.tablets:
            with contextlib.suppress(Exception):
                tablet.close()
        self.proxy.close()
