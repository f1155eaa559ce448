"""The report form: pictures, families, search, what is known already, guidance, details, a voice."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import HERE, Stage
from sync.protocol import times
from sync.protocol.ids import new_id
from sync.protocol.records import VoiceNote


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    stage.start_walk()
    app.capture("report", *HERE)
    app.report.pickCategory("bulky_items")
    app.report.save()
    app.capture("report", *HERE)
    stage.bring_photo(app.report.id)
    stage.wait(lambda: app.report.photos.count > 0)
    app.report.pickCategory("bulky_items")
    yield "report, known already"
    app.report.notTheSame()
    app.report.pickCategory("racist_inscription")
    yield "report"
    app.report.pictures.openFamily("uses")
    yield "report family"
    app.report.pickCategory("victim")
    yield "guidance"
    app.report.closeGuidance()
    app.report.pictures.startSearch()
    app.report.pictures.search("matela")
    yield "report search"
    app.report.pictures.search("zzzz")
    app.report.pickOther("Trottinettes")
    app.report.pictures.startSearch()
    app.report.pictures.search("zzzz")
    yield "report, nothing found"
    app.report.pictures.openFamily("")
    app.report.pickCategory("needles")
    app.report.save()
    app.last.complete()
    app.report.openPlaceGroup("building")
    app.report.pickUrgency("hinders")
    app.report.pickUrgency("dangerous")
    app.report.pickAvoidance("avoided")
    yield "report details"
    app.report.leave()
    note = app.tablet.store.voices.begin(spoken(), 16_000)
    note.append(b"\x10\x20" * 120_000)
    app.tablet.store.voices.finish(note)
    app.open("voices")
    yield "voices"


def spoken() -> VoiceNote:
    """A note about no report, as one whose form was thrown away."""
    now = times.now()
    return VoiceNote(id=new_id(), writer="", created_at=now, updated_at=now)
