"""A day of the field in minutes: forty tablets, one server, links that fail at random; nothing grows, nothing is lost.

Each tablet's clock runs through 24 hours while it saves, edits, deletes, photographs and syncs. GUP_SOAK_SECONDS says
how long that takes (a minute without it; ten are the goal's), GUP_SOAK_SEED which day it is.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.gup_server import Server, sqlite_server
from sync.client.engine import SyncResult
from sync.protocol.records import Photo, Report
from tests.sync.client import proxy
from tests.sync.client.field import Tablet, picture
from tests.sync.client.proxy import Fault, Proxy

SECONDS = float(os.environ.get("GUP_SOAK_SECONDS", "60"))
TABLETS, HANDS = 40, 4  # each hand drives its tablets in turn, over a link of its own
DAY = timedelta(hours=24)
FAULTY = 0.3  # of the syncs
PAGES = (proxy.PORTAL, proxy.SERVER_ERROR, proxy.BAD_GATEWAY, proxy.UNAVAILABLE, proxy.TOO_MANY, proxy.TOO_LARGE)
ASKED = ("hello", "push", "previews", "/media", "pull", "")
MEMORY, FILES = 1.1, 1.0
Row = dict[str, str | float]


@dataclass
class Day:
    """What was done, seen by all hands."""

    syncs: int = 0
    faulty: int = 0
    saved: int = 0
    failures: list[str] = field(default_factory=list)
    # Of this process and of the server's: bytes in memory, open files; a third of the way, and at the end.
    seen: list[tuple[int, int, int, int]] = field(default_factory=list)


def run() -> list[Row]:
    """Four rows: what grew on both sides, and what the server lacks."""
    seed = int(os.environ.get("GUP_SOAK_SEED") or random.Random().randrange(10**9))
    sys.stderr.write(f"seed {seed}\n")
    day = Day()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name, sqlite_server(Path(name)) as server:
        codes = [server.enrol_code() for _ in range(TABLETS)]
        place, begin = (Path(name), server), threading.Barrier(HANDS + 1)
        hands = [
            threading.Thread(target=_hand, args=(codes[n::HANDS], place, random.Random(seed + n), day, begin))
            for n in range(HANDS)
        ]
        for hand in hands:
            hand.start()
        begin.wait()  # all are enrolled
        for share in (SECONDS / 3, SECONDS * 2 / 3):
            time.sleep(share)
            day.seen.append((*_used([os.getpid()]), *_used(_processes(server.process))))
        for hand in hands:
            hand.join()
    return _rows(day, seed)


def _hand(
    codes: list[str], place: tuple[Path, Server], dice: random.Random, day: Day, begin: threading.Barrier
) -> None:
    folder, server = place
    link = Proxy(server.url.rstrip("/"))
    tablets = [Tablet(folder / code, link.url) for code in codes]
    try:
        for tablet, code in zip(tablets, codes, strict=True):
            tablet.enrol(code)
            tablet.sync_whole()
        begin.wait()
        _through_the_day(tablets, link, dice, day)
        link.heal()
        for tablet in (*tablets, *tablets):
            tablet.sync_whole()
        for tablet in tablets:
            _compare(tablet, server, day)
    except Exception as fault:
        begin.abort()
        day.failures.append(f"{type(fault).__name__}: {fault}")
    finally:
        for tablet in tablets:
            tablet.close()
        link.close()


def _through_the_day(tablets: list[Tablet], link: Proxy, dice: random.Random, day: Day) -> None:
    begun, morning = time.monotonic(), datetime.now(UTC) - DAY
    while (part := (time.monotonic() - begun) / SECONDS) < 1:
        tablet = dice.choice(tablets)
        now = morning + DAY * part
        tablet.now = lambda now=now: now  # type: ignore[misc]
        _live(tablet, dice, day)
        _sync(tablet, link, dice, day)
        link.forget()


def _live(tablet: Tablet, dice: random.Random, day: Day) -> None:
    for _ in range(dice.randrange(1, 4)):
        found = tablet.store.records.all(Report)
        act = dice.random()
        if act < 0.6 or not found:
            tablet.report(f"mot {dice.randrange(10**6)}")
        elif act < 0.75:
            tablet.edit(dice.choice(found).id, text=f"mot {dice.randrange(10**6)}")
        elif act < 0.8:
            tablet.store.records.delete(dice.choice(found).id)
        else:
            tablet.photo(picture(dice.randrange(20_000, 200_000), preview=5_000), about=dice.choice(found).id)
        day.saved += 1


def _sync(tablet: Tablet, link: Proxy, dice: random.Random, day: Day) -> SyncResult:
    if dice.random() < FAULTY:
        day.faulty += 1
        link.plan(_fault(dice))
    result = tablet.sync()
    link.heal()
    if result.kept:
        day.failures.append(f"kept back: {result.backlog}")
    day.syncs += 1
    return result


def _fault(dice: random.Random) -> Fault:
    to, at = dice.choice(ASKED), dice.randrange(1, 60_000)
    return dice.choice(
        (
            Fault(to=to, cut_request=at),
            Fault(to=to, cut_answer=at % 300),
            Fault(to=to, drop_answer=True),
            Fault(to=to, repeat=True),
            Fault(to=to, flip=at),
            Fault(to=to, page=dice.choice(PAGES)),
        )
    )


def _compare(tablet: Tablet, server: Server, day: Day) -> None:
    """Every revision is acknowledged, and the bytes of every photo lie on the server as they lie here."""
    if unsent := tablet.store.outbox.unsent():
        day.failures.append(f"{len(unsent)} records are not on the server")
    for photo in tablet.store.records.all(Photo):
        for sha256 in (str(photo.sha256), str(photo.preview_sha256)):
            there = server.data / "media" / sha256[:2] / sha256[2:4] / sha256
            if not there.exists() or there.read_bytes() != tablet.store.media.path(sha256).read_bytes():
                day.failures.append(f"a photo is not on the server: {sha256}")


def _processes(process: int) -> list[int]:
    pids = [process]
    for pid in pids:
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            pids += map(int, children.read_text().split())
    return pids


def _used(pids: list[int]) -> tuple[int, int]:
    """Bytes of memory and open files of these processes, where Linux tells them."""
    pages = sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids)
    return pages * os.sysconf("SC_PAGE_SIZE"), sum(len(list(Path(f"/proc/{pid}/fd").iterdir())) for pid in pids)


def _rows(day: Day, seed: int) -> list[Row]:
    (memory, files, server_memory, server_files), later = day.seen
    what = f"{TABLETS} tablets, 24 hours in {SECONDS:g} s"
    note = f"seed {seed}; {day.syncs} syncs, {day.faulty} of them over a link that failed; {day.saved} saved"
    row: Row = {
        "goal": f"{what}: what is not on the server at the end / all that was saved",
        "ours_s": len(day.failures),
        "limit_s": day.saved,
        "ratio": len(day.failures) / day.saved,
        "target": 0,
        "unit": "",
        "note": "; ".join([note, *day.failures[:3]]),
    }
    pairs = (
        ("memory of the server", later[2] / 1e6, server_memory / 1e6, "MB", MEMORY),
        ("memory of the forty tablets", later[0] / 1e6, memory / 1e6, "MB", MEMORY),
        ("open files of the server", later[3], server_files, "", FILES),
        ("open files of the forty tablets", later[1], files, "", FILES),
    )
    return [
        row,
        *(
            {
                "goal": f"{what}: {name} at the end / after a third",
                "ours_s": ours,
                "limit_s": limit,
                "ratio": ours / limit,
                "target": target,
                "unit": unit,
            }
            for name, ours, limit, unit, target in pairs
        ),
    ]
