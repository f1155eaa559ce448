"""GPX 1.1: lines become tracks (a new segment after each gap), points become waypoints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from sync.formats.export.layer import Feature, Layer

_NAMESPACE = "http://www.topografix.com/GPX/1/1"


def write(path: Path, layers: Sequence[Layer]) -> None:
    """`name` and `description` columns are used where a layer has them. Polygons have no place in GPX."""
    ElementTree.register_namespace("", _NAMESPACE)
    root = ElementTree.Element(f"{{{_NAMESPACE}}}gpx", {"version": "1.1", "creator": "GUP Walker"})
    features = [feature for layer in layers for feature in layer.features if feature.geometry]
    for feature in features:
        if feature.geometry and feature.geometry.kind == "Point":
            lon, lat = feature.geometry.parts[0][0]
            _describe(_child(root, "wpt", lat=f"{lat:.7f}", lon=f"{lon:.7f}"), feature)
    for feature in features:
        if feature.geometry and feature.geometry.kind in ("LineString", "MultiLineString"):
            track = _child(root, "trk")
            _describe(track, feature)
            for part in feature.geometry.parts:
                segment = _child(track, "trkseg")
                for lon, lat in part:
                    _child(segment, "trkpt", lat=f"{lat:.7f}", lon=f"{lon:.7f}")
    ElementTree.indent(root, " ")
    ElementTree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def _child(parent: ElementTree.Element, tag: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, f"{{{_NAMESPACE}}}{tag}", attributes)


def _describe(element: ElementTree.Element, feature: Feature) -> None:
    for tag, column in (("name", "name"), ("desc", "description")):
        value = feature.values.get(column)
        if value:
            # XML 1.0 cannot hold control characters, and people paste anything.
            _child(element, tag).text = "".join(sign for sign in str(value) if sign >= " " or sign in "\n\t")
