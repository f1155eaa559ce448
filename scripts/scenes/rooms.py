"""The rooms beside home: sending, help, display."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import Stage

QUESTIONS = (
    "On sait où on est\u00a0? Les plaques et panneaux se voient\u00a0?",
    "Un plan du quartier est affiché\u00a0?",
    "On peut lire les numéros, de jour comme de nuit\u00a0?",
)


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    app.open("sync")
    yield "sync"
    app.open("help")
    yield "help"
    app.noteWording("help", "", "", app.help.title)
    yield "wording"
    app.back()
    app.noteWording(
        "grid", "grids", "women", "\n".join(["Grille des femmes", *(f"\t\t{words}" for words in QUESTIONS)])
    )
    app.care.wording.narrow(1)
    yield "wording, which"
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
