"""A whole office on this machine: a real `gup serve` on a free port, its commands, and people in a real browser."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from playwright.sync_api import Browser, Page, expect

STARTS_WITHIN_S = 60
CHROMIUM = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class Office:
    """The server of one test, in a folder of its own."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.folder = folder
        self._environment = os.environ | environment
        self._log = folder.with_suffix(".log").open("wb")
        self._server = subprocess.Popen(
            [sys.executable, "-m", "sync.server.cli", "serve", "--data", str(folder), "--bind", "127.0.0.1:0"],
            stdout=subprocess.PIPE,
            stderr=self._log,
            env=self._environment,
        )
        assert self._server.stdout is not None
        self.url = self._server.stdout.readline().decode().strip().rstrip("/")
        assert self.url, folder.with_suffix(".log").read_text(encoding="utf-8")[-2000:]

    def __enter__(self) -> Office:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._server.terminate()
        self._server.wait(timeout=10)
        if self._server.stdout is not None:
            self._server.stdout.close()
        self._log.close()

    def gup(self, *words: object) -> str:
        """Run a command beside the server; its standard output."""
        done = subprocess.run(
            [sys.executable, "-m", "sync.server.cli", *map(str, words), "--data", str(self.folder)],
            capture_output=True,
            text=True,
            timeout=STARTS_WITHIN_S,
            check=False,
            env=self._environment,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def person(self, name: str, role: str, *words: object) -> tuple[str, str]:
        """Someone who may sign in: user name and password."""
        made = json.loads(self.gup("person", name, "--role", role, "--json", *words))
        return name, made["password"]


@contextmanager
def signed_in(browser: Browser, office: Office, person: tuple[str, str]) -> Iterator[Page]:
    """A page of that person, in French; any error in the browser's console fails."""
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(f"{office.url}/login")
    page.get_by_label("Nom d’utilisateur").fill(person[0])
    page.get_by_label("Mot de passe").fill(person[1])
    page.get_by_label("Mot de passe").press("Enter")
    expect(page.get_by_text("Se déconnecter")).to_be_visible()
    yield page
    context.close()
    assert faults == []
