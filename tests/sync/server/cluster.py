"""A PostgreSQL cluster of the test's own, that can be killed and started again."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.needs import missing

ROOT = Path(__file__).parents[3]


@contextmanager
def new_cluster() -> Iterator[Cluster]:
    """One of the test's own, removed at the end."""
    if not any(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        missing("PostgreSQL (apt: postgresql)")
    made = Cluster()
    yield made
    made.remove()


class Cluster:
    """Made by scripts/postgres, where PostgreSQL is installed."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="gup-postgresql-"))  # its own user must reach it: not in tmp_path
        script = [str(ROOT / "scripts" / "postgres"), "start", str(self._folder)]
        self.url = subprocess.run(script, capture_output=True, text=True, check=True, timeout=60).stdout.strip()
        self._options = (self._folder / "db" / "postmaster.opts").read_text().partition(" ")[2]

    def kill(self) -> None:
        """Every process of it at once, as a power cut would: nothing is flushed, no transaction ends."""
        self._control("-m", "immediate", "stop")

    def start(self) -> None:
        """Again, with what is on the disk."""
        port = self.url.rpartition(":")[2].partition("/")[0]
        sockets = self._folder / "db"
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={sockets}"
        self._control("-l", str(self._folder / "db" / "server.log"), "-o", options, "start")

    def remove(self) -> None:
        """End it for good."""
        subprocess.run([str(ROOT / "scripts" / "postgres"), "stop", str(self._folder)], check=False, timeout=60)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _control(self, *words: str) -> None:
        binary = max(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
        command = [str(binary), "-D", str(self._folder / "db"), "-w", *words]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, timeout=60, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
