"""What an administrator may mistype in the environment: one line that names the variable, and no traceback."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from running import run_gup

from sync.server.commands.environment import check_environment

WRONG = [
    ("GUP_URL", "gup.example.org"),
    ("GUP_URL", "ftp://gup.example.org"),
    ("GUP_URL", "https://"),
    ("GUP_URL", "https://[gup"),
    ("GUP_WORKERS", "abc"),
    ("GUP_WORKERS", "0"),
    ("GUP_WORKERS", "1000"),
    ("DATABASE_URL", "nonsense"),
    ("DATABASE_URL", "mysql://me:secret@host/gup"),
    ("DATABASE_URL", "postgres://me:secret@host"),
    ("DATABASE_URL", "postgres://me:secret@host:port/gup"),
    ("EMAIL_URL", "foo://me:secret@x"),
    ("EMAIL_URL", "nonsense"),
]


def refused(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 4, done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    return done.stderr


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_variable_that_cannot_be_used_is_refused_by_its_name(tmp_path: Path, name: str, value: str) -> None:
    line = refused(run_gup("serve", "--data", str(tmp_path / "gup"), "--bind", "127.0.0.1:0", env={name: value}))
    assert line.startswith(f"gup: {name}: ")
    assert "; write " in line
    assert "secret" not in line


def test_what_is_written_as_documented_is_taken() -> None:
    check_environment(
        {
            "GUP_URL": "https://gup.example.org/",
            "GUP_WORKERS": "4",
            "DATABASE_URL": "postgres://user:p%40ss@host:5432/gup",
            "EMAIL_URL": "smtp+tls://user:password@host:587",
        }
    )
    check_environment({"GUP_URL": "", "DATABASE_URL": "", "EMAIL_URL": "", "GUP_WORKERS": ""})


def test_a_database_that_does_not_answer_is_said_in_one_line(tmp_path: Path) -> None:
    url = "postgres://nobody:secret@127.0.0.1:1/gup"
    line = refused(run_gup("check", "--data", str(tmp_path / "gup"), env={"DATABASE_URL": url}))
    assert line.startswith("gup: DATABASE_URL: ")
    assert "start PostgreSQL" in line
    assert "secret" not in line
