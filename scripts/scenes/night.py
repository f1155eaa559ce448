"""A walk in the dark: the quick question at a stop, and an earlier finding to look at again."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import HERE, Stage
from sync.protocol import times
from sync.protocol.ids import new_id
from sync.protocol.records import ExploratoryWalk, Point, Report, Stop
from walker.domain.units import e7, position

EARLIER = "2026-03-12T20:10:00.000Z"


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    store = app.tablet.store
    lat, lon = HERE
    fields = {"id": new_id(), "writer": "", "created_at": EARLIER, "updated_at": EARLIER, "observed_at": EARLIER}
    store.records.save(Report(**fields, category="lamp_out", position=position(lat + 1e-4, lon), walk_id=None))
    stage.start_walk()
    app.live.headcount.done()
    session = app.live.session
    assert session is not None
    way = [(0.0, 0.0), (6e-4, 8e-4), (12e-4, 4e-4)]
    points = tuple(Point(lat_e7=e7(lat + north), lon_e7=e7(lon + east)) for north, east in way)
    session.edit(title="Marche de femmes, de nuit", route=points, planned_stops=points)
    app.tablet.recordsChanged.emit()
    stage.wait(lambda: app.live.map.here.recordId != "")
    yield "live, to look at again"
    app.live.map.here.later()
    now = times.format_time(app.tablet.clock())
    stop = Stop(
        id=new_id(),
        writer="",
        created_at=now,
        updated_at=now,
        walk_id=session.walk.id,
        ordinal=0,
        position=position(lat, lon),
        started_at=now,
        source="tapped",
        period="night",
    )
    assert isinstance(session.walk, ExploratoryWalk)
    app.live.night.ask(session.walk, store.records.save(stop))
    app.tablet.recordsChanged.emit()
    app.live.night.say("no")
    yield "live, light"
    app.live.night.later()
    yield "live, route"
    app.finishWalk()
