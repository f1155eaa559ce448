"""A walk to come goes to the office while it is planned, and the same record is held later: one walk, no conflict."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sync.client.engine import Engine
from sync.client.enrol import enrol
from sync.formats.kit import Kit, write_kit
from sync.protocol.records import Attendance, Count, ExploratoryWalk, Point
from tests.e2e.office import Office
from walker.domain import preparation
from walker.domain.kits import bring
from walker.domain.walk_session import WalkSession
from walker.domain.words import catalogue_of
from walker.store import Store, open_store

pytestmark = [pytest.mark.timeout(180)]

STOPS = (Point(lat_e7=488300000, lon_e7=24480000), Point(lat_e7=488310000, lon_e7=24490000))


def clock() -> datetime:
    return datetime(2026, 10, 15, 17, 0, tzinfo=UTC)


def synced(store: Store) -> None:
    result = Engine(store.outbox).sync()
    assert (result.fault, result.kept, result.backlog.left) == (None, 0, 0)


def test_a_walk_is_sent_when_planned_and_again_when_held(tmp_path: Path) -> None:
    kit = tmp_path / "tour.gupkit"
    kit.write_bytes(write_kit(Kit(title="Le tour du soir", publics=("women",), period="night", stops=STOPS)))
    with Office(tmp_path / "office") as office, open_store(tmp_path / "tablet", clock=clock) as store:
        answer = enrol(office.url, office.gup("enrol-code").strip(), store.identity)
        store.outbox.set_enrolment(office.url, answer.token, answer.epoch)
        walk = bring(store, clock, kit)
        preparation.edit(
            store,
            walk.id,
            attendance=(Attendance(role="resident", gender="women", age_band="not_collected", count=None),),
            newly_posted=(Count(code="police", count=None),),
            languages=("soninké",),
            adult_referent=False,
        )
        synced(store)
        WalkSession.begin(store, walk.id, clock, catalogue_of(store)).finish()
        synced(store)
        (held,) = store.records.all(ExploratoryWalk)
        assert (held.id, held.state, held.grid_code, held.grid_version) == (walk.id, "held", "common", 1)
        target = tmp_path / "walks.geojson"
        office.gup("export", "walks", "--to", str(target))
        (feature,) = json.loads(target.read_text(encoding="utf-8"))["features"]
        assert "Le tour du soir" in json.dumps(feature, ensure_ascii=False)
