"""What the office exports: reports, walks and spaces as layers. Open data only: restricted categories stay inside.

Headings are French, and those of « Dans ma rue » where it has one, so that an export can be read again as reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sync.formats.export import Feature, Geometry, Layer
from sync.protocol import records
from sync.protocol.records import Point
from sync.server.records import access as records_access
from sync.server.reports import access, vocabulary
from sync.server.reports.models import ReportHandling
from sync.server.walks.access import track_of
from sync.server.walks.models import WalkFile

_AT_ONCE = 500
_DEGREES = 1e7
_REPORTS = (
    "numero type soustype mots etat adresse datedecl description territoire lieu periode urgence danger organisme"
    " prevu_le echeance canal marche categorie"
)
_WALKS = "titre date periode territoire publics themes etat longueur_m prochain_passage"
_SPACES = (
    "nature proprietaires degrade dysfonctionnel potentiel part_minerale souhaits adresse territoire date description"
)


def reports() -> Layer:
    """Every report that anyone may read, with its present state."""
    handlings = ReportHandling.objects.filter(readers="all", withdrawn=False).order_by("received_at", "number")
    rows = handlings.select_related("lead__organisation").iterator(_AT_ONCE)
    return _layer("signalements", _REPORTS, _report_features(rows))


def walks() -> Layer:
    """Every walk, with the line that was walked."""
    return _layer("marches", _WALKS, map(_walk, WalkFile.objects.filter(withdrawn=False)))


def spaces() -> Layer:
    """Every space that could be requalified."""
    return _layer("espaces", _SPACES, map(_space, records_access.every(records.SpaceCandidate)))


LAYERS = {"reports": reports, "walks": walks, "spaces": spaces}


def _layer(name: str, columns: str, features: Iterable[Feature]) -> Layer:
    return Layer(name=name, columns=tuple(columns.split()), features=tuple(features))


def _report_features(handlings: Iterable[ReportHandling]) -> Iterator[Feature]:
    for some in _batched(handlings):
        found = access.reports_of(handling.report_id for handling in some)
        for handling in some:
            yield _report(handling, found[handling.report_id])


def _batched(handlings: Iterable[ReportHandling]) -> Iterator[list[ReportHandling]]:
    batch: list[ReportHandling] = []
    for handling in handlings:
        batch.append(handling)
        if len(batch) == _AT_ONCE:
            yield batch
            batch = []
    yield batch


def _report(handling: ReportHandling, report: records.Report) -> Feature:
    located = handling.lat is not None and handling.lon is not None
    return Feature(
        id=handling.report_id,
        geometry=Geometry.point(handling.lat or 0.0, handling.lon or 0.0) if located else None,
        values={
            "numero": handling.number,
            "type": vocabulary.label("categories", handling.family),
            "soustype": vocabulary.label("categories", handling.category),
            "mots": report.category_words,
            "etat": vocabulary.label("statuses", handling.status),
            "adresse": handling.address,
            "datedecl": report.observed_at,
            "description": report.text,
            "territoire": handling.territory,
            "lieu": vocabulary.label("place_kinds", handling.place_kind),
            "periode": vocabulary.label("day_night", report.period),
            "urgence": vocabulary.label("urgencies", handling.urgency),
            "danger": handling.danger,
            "organisme": handling.lead.organisation.name_fr if handling.lead else "",
            "prevu_le": handling.planned_on.isoformat() if handling.planned_on else None,
            "echeance": handling.due_on.isoformat() if handling.due_on else None,
            "canal": vocabulary.label("channels", report.channel),
            "marche": handling.walk_id,
            "categorie": handling.category,
        },
    )


def _walk(walk: WalkFile) -> Feature:
    parts = tuple(tuple((lon, lat) for lat, lon in line) for line in track_of(walk) if len(line) > 1)
    record = records_access.get(records.ExploratoryWalk, walk.walk_id)
    publics, themes = (record.publics, record.themes) if record else ((), ())
    return Feature(
        id=walk.walk_id,
        geometry=Geometry(kind="MultiLineString", parts=parts) if parts else None,
        values={
            "titre": walk.title,
            "date": walk.started_at.isoformat() if walk.started_at else None,
            "periode": vocabulary.label("day_night", walk.period),
            "territoire": walk.territory,
            "publics": ", ".join(vocabulary.label("publics", code) for code in publics),
            "themes": ", ".join(vocabulary.label("themes", code) for code in themes),
            "etat": vocabulary.label("walk_states", walk.state),
            "longueur_m": None if walk.length_cm is None else walk.length_cm / 100,
            "prochain_passage": walk.next_visit_on.isoformat() if walk.next_visit_on else None,
        },
    )


def _space(space: records.SpaceCandidate) -> Feature:
    return Feature(
        id=space.id,
        geometry=_shape(space),
        values={
            "nature": vocabulary.label("space_kinds", space.kind or ""),
            "proprietaires": ", ".join(vocabulary.label("owner_kinds", code) for code in space.owners),
            "degrade": space.degraded,
            "dysfonctionnel": space.dysfunctional,
            "potentiel": space.potential,
            "part_minerale": space.mineral_share,
            "souhaits": ", ".join(vocabulary.label("reuses", code) for code in space.wanted_uses),
            "adresse": space.address,
            "territoire": space.territory,
            "date": space.observed_at,
            "description": space.text,
        },
    )


def _shape(space: records.SpaceCandidate) -> Geometry | None:
    places = tuple(map(_place, space.points))
    if space.shape == "polygon" and len(places) > 2:
        return Geometry(kind="Polygon", parts=(places,))
    if space.shape == "line" and len(places) > 1:
        return Geometry(kind="LineString", parts=(places,))
    point = space.position or (space.points[0] if space.points else None)
    return Geometry.point(point.lat_e7 / _DEGREES, point.lon_e7 / _DEGREES) if point else None


def _place(point: Point) -> tuple[float, float]:
    return (point.lon_e7 / _DEGREES, point.lat_e7 / _DEGREES)
