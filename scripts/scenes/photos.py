"""The check of photos: a page of six, one of them unreadable; one photo large, blurred by finger, with an arrow."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import DEMO, HERE, Stage
from walker.domain.shots import keep_shot, new_report

FOUND: tuple[tuple[tuple[int, ...], ...], ...] = (
    (),
    ((3000, 4000, 3600, 4900, 0, 80), (5000, 4200, 5500, 5000, 0, 60)),
    ((6000, 6500, 7600, 7000, 1, 50),),
)


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    tablet = app.tablet
    for number, picture in enumerate(sorted((DEMO / "photos").glob("*.jpg"))):
        shot = picture.read_bytes()
        photo = keep_shot(tablet.store, tablet.clock, shot, new_report(None, None, tablet.clock()))
        if number:  # the finder looks at the first one only: each costs a second
            tablet.store.photos.looked(photo.id, FOUND[number % len(FOUND)], "found")
    app.open("photos")
    yield "photos, looking"
    stage.wait(lambda: app.photos.ready)
    yield "photos"
    readable = next((row for row in app.photos.cells.rows if not row["refusal"]), None)
    if readable is None:
        return
    app.openPhoto(readable["photoId"])
    stage.wait(lambda: app.photo.current)
    app.photo.stroke("0.3 0.3\n0.5 0.4\n0.6 0.4")
    app.photo.choose("arrow")
    app.photo.stroke("0.2 0.2\n0.5 0.6")
    app.photo.touch(0.8, 0.8)
    stage.wait(lambda: app.photo.current)
    yield "photo, arrow"
    app.photo.choose("blur")
    yield "photo"
    app.photo.remove()
    yield "photos, one deleted"
    app.removal.undo()
    app.capture("report", *HERE)
    stage.bring_photo(app.report.id)
    stage.wait(lambda: app.report.photos.count > 0)
    yield "report with a photo"
