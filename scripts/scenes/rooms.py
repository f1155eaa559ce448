"""The rooms beside home: sending, help, display."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import Stage


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    app.open("sync")
    yield "sync"
    app.open("help")
    yield "help"
    app.noteWording("help", "", "", app.help.title)
    yield "wording"
    app.back()
    app.open("settings")
    yield "settings"
    app.open("checks")
    yield "checks"
    app.open("packs")
    stage.wait(lambda: not app.care.packs.busy)
    yield "packs"
    app.open("storage")
    stage.wait(lambda: app.care.storage.freeMb >= 0)
    yield "storage"
