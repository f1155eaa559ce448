"""`walker export`: this tablet's walks as layers for other software."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sync.formats.export import Feature, Geometry, Layer, write_layers
from sync.protocol import track
from sync.protocol.records import (
    ExploratoryWalk,
    Photo,
    Position,
    Record,
    Report,
    SpaceCandidate,
    Stop,
    TrackSegment,
)
from walker.domain.kits import pass_on
from walker.domain.units import DEGREES
from walker.domain.words import catalogue_of
from walker.errors import WalkerError
from walker.store import Store
from walker.store.files import disk_fault

KIT = ".gupkit"
WRITTEN = (".geojson", ".gpx", ".gpkg", KIT, ".gupz")
_LATER = (".pdf", ".xlsx")


def unsupported(target: Path) -> str | None:
    """Why a file of this ending cannot be written, None when it can."""
    ending = target.suffix.lower()
    if ending in WRITTEN:
        return None
    if ending in _LATER:
        return f"{target}: the tablet does not write {ending} in this version; use {', '.join(WRITTEN)}"
    return f"{target}: unknown ending {ending or '(none)'}; use {', '.join(WRITTEN)}"


def known_walks(store: Store, walk_id: str | None) -> list[ExploratoryWalk]:
    """That walk, or all. Raises WalkerError when it is not here."""
    walks = store.records.all(ExploratoryWalk, walk_id=walk_id)
    if walk_id is not None and not walks:
        raise WalkerError("unknown_walk", f"there is no walk {walk_id} here", mend="choose from walker list walks")
    return walks


def export(store: Store, walk_id: str | None, target: Path) -> dict[str, Any]:
    """All walks, or one; reports made without a walk go with all. Raises WalkerError."""
    walks = known_walks(store, walk_id)
    if target.suffix.lower() == KIT:
        if walk_id is None:
            raise WalkerError("kit_of_one_walk", "a kit is of one walk", mend="give its id, from walker list walks")
        pass_on(store, catalogue_of(store), walks[0], target)
        return {"file": str(target), "walk_id": walk_id}
    layers = [
        _walks(store, walks),
        _stops(store, walk_id),
        _reports(store, walk_id),
        _spaces(store, walk_id),
        _photos(store, walk_id),
    ]
    try:
        write_layers(target, layers)
    except OSError as fault:
        raise disk_fault(fault, target) from fault
    return {"file": str(target), **{layer.name: len(layer.features) for layer in layers}}


def _layer(name: str, columns: str, features: list[Feature]) -> Layer:
    return Layer(name=name, columns=tuple(columns.split()), features=tuple(features))


def _walks(store: Store, walks: Sequence[ExploratoryWalk]) -> Layer:
    features = [
        _feature(
            walk,
            _line(store, walk.id),
            name=walk.title or walk.started_at or walk.id,
            description=", ".join((*walk.publics, *walk.themes)),
            started_at=walk.started_at,
            ended_at=walk.ended_at,
            period=walk.period_held,
            territory=walk.territory,
            length_m=None if walk.length_cm is None else walk.length_cm / 100,
        )
        for walk in walks
    ]
    return _layer("walks", "name description started_at ended_at period territory length_m", features)


def _line(store: Store, walk_id: str) -> Geometry | None:
    """The points that are no errors, a new part after each gap."""
    parts: list[list[tuple[float, float]]] = []
    for segment in store.records.all(TrackSegment, walk_id=walk_id):
        for point in track.unpack(segment.points, segment.count):
            if point.flags & track.AFTER_GAP or not parts:
                parts.append([])
            if not point.flags & track.OUTLIER:
                parts[-1].append((point.lon_e7 / DEGREES, point.lat_e7 / DEGREES))
    drawn = tuple(tuple(part) for part in parts if len(part) > 1)
    return Geometry(kind="MultiLineString", parts=drawn) if drawn else None


def _stops(store: Store, walk_id: str | None) -> Layer:
    features = [
        _feature(
            stop,
            _point(stop.position),
            name=stop.name or f"Arrêt {stop.ordinal + 1}",
            started_at=stop.started_at,
            ended_at=stop.ended_at,
            period=stop.period,
            walk=stop.walk_id,
        )
        for stop in store.records.all(Stop, walk_id=walk_id)
    ]
    return _layer("stops", "name started_at ended_at period walk", features)


def _reports(store: Store, walk_id: str | None) -> Layer:
    catalogue = catalogue_of(store)
    features = []
    for report in store.records.all(Report, walk_id=walk_id):
        handling = store.handling_of(report.id)
        features.append(
            _feature(
                report,
                _point(report.position),
                name=catalogue.label("categories", report.category, "fr") if report.category else "",
                description=report.text or report.category_words,
                number=handling.number if handling else report.provisional_number,
                status=handling.status if handling else None,
                kind=report.kind,
                category=report.category,
                address=report.address,
                observed_at=report.observed_at,
                period=report.period,
                walk=report.walk_id,
            )
        )
    columns = "name description number status kind category address observed_at period walk"
    return _layer("reports", columns, features)


def _spaces(store: Store, walk_id: str | None) -> Layer:
    features = [
        _feature(
            space,
            _point(space.position),
            name=space.kind or "",
            description=space.text,
            number=space.provisional_number,
            address=space.address,
            walk=space.walk_id,
        )
        for space in store.records.all(SpaceCandidate, walk_id=walk_id)
    ]
    return _layer("spaces", "name description number address walk", features)


def _photos(store: Store, walk_id: str | None) -> Layer:
    features = [
        _feature(
            photo,
            _point(photo.position),
            name=photo.alt or "photo",
            taken_at=photo.taken_at,
            state=store.photos.state(photo),
            about=photo.about,
            sha256=photo.sha256,
            walk=photo.walk_id,
        )
        for photo in store.records.all(Photo, walk_id=walk_id)
    ]
    return _layer("photos", "name taken_at state about sha256 walk", features)


def _feature(record: Record, shape: Geometry | None, **values: str | int | float | None) -> Feature:
    return Feature(id=record.id, geometry=shape, values=values)


def _point(position: Position | None) -> Geometry | None:
    return None if position is None else Geometry.point(position.lat_e7 / DEGREES, position.lon_e7 / DEGREES)
