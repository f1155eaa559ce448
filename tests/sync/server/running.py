"""The real `gup`: a command run to its end, a server that runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from wire import Tablet, through_http


@dataclass(frozen=True)
class Server:
    """A `gup serve` that runs."""

    url: str
    data: Path
    process: subprocess.Popen[str]

    def tablet(self, *territories: str) -> Tablet:
        """A tablet enrolled by the command line."""
        options = [word for code in territories for word in ("--territory", code)]
        code = run_gup("enrol-code", "--data", str(self.data), *options)
        assert code.returncode == 0, code.stderr
        tablet = Tablet(through_http(self.url))
        tablet.enrol(code.stdout.strip())
        return tablet

    def stop(self) -> int:
        """End it as an operator does."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=5)
        finally:
            assert self.process.stdout is not None
            self.process.stdout.close()


def run_gup(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run `gup` to its end."""
    command = [sys.executable, "-m", "sync.server.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=50, env=_environment(env), check=False)


def start_gup(data: Path, env: dict[str, str] | None = None) -> Server:
    """Start `gup serve` on a free port and wait for its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "sync.server.cli", "serve", "--data", str(data), "--bind", "127.0.0.1:0"],
        stdout=subprocess.PIPE,
        text=True,
        env=_environment(env),
    )
    assert process.stdout is not None
    url = process.stdout.readline().strip()
    if not url.startswith("http://127.0.0.1:"):
        process.kill()
        process.wait()
        process.stdout.close()
        raise AssertionError(f"the server did not start: {url!r}")
    return Server(url=url, data=data, process=process)


def _environment(extra: dict[str, str] | None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("GUP_DATA", "DATABASE_URL")}
    return kept | (extra or {})
