"""The real command `walker`, in a process of its own or in this one, and what its contract promises of any run."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from walker.cli import main

DONE, USAGE, WORK_LEFT, REFUSED = 0, 2, 3, 4
LIMIT_S = 50


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run: its exit code, the one line of standard output as JSON, and standard error."""

    code: int
    out: Any
    err: str

    @property
    def error(self) -> dict[str, str]:
        """The refusal; fails when the run was none, or did not say it in exactly one line."""
        assert self.code == REFUSED, (self.code, self.out, self.err)
        lines = self.err.splitlines()
        assert len(lines) == 1, f"not one line: {self.err}"
        error: dict[str, str] = self.out["error"]
        assert error["code"] and error["message"], error
        return error


def walker(*words: object, cwd: Path | None = None, env: dict[str, str] | None = None, ordinary: bool = False) -> Run:
    """Run `walker … --json` in its own process; `ordinary`: forbidden what a file's mode forbids, also for root."""
    command: list[str | bytes] = [*_without_override()] if ordinary else []
    command += [sys.executable, "-m", "walker.cli"]
    command += [word if isinstance(word, bytes) else str(word) for word in words]
    done = subprocess.run(
        [*command, "--json"],
        capture_output=True,
        timeout=LIMIT_S,
        check=False,
        cwd=cwd,
        env=os.environ | (env or {}),
    )
    return _run(done.returncode, done.stdout.decode(), done.stderr.decode(errors="backslashreplace"))


def _without_override() -> list[str]:
    if os.geteuid() != 0:
        return []
    assert shutil.which("setpriv"), "setpriv (package util-linux) is missing: root's rights cannot be laid down"
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def walker_here(*words: object) -> Run:
    """The same without a new process: for sweeps over many files."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([*(str(word) for word in words), "--json"])
    return _run(code, out.getvalue(), err.getvalue())


def _run(code: int, out: str, err: str) -> Run:
    assert "Traceback" not in err, err
    assert code in (DONE, USAGE, WORK_LEFT, REFUSED), f"exit code {code}: {err}"
    assert out.count("\n") == 1, f"standard output is not one line: {out[:300]!r} {err}"
    return Run(code=code, out=json.loads(out), err=err)
