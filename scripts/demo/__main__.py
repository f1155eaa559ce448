"""Writes every generated file of resources/demo: `scripts/make-demo`. Same code, same files, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.demo import findings, photographs, territory, walk

DEMO = Path(__file__).parents[2] / "resources" / "demo"


def main() -> None:
    photos = DEMO / "photos"
    photos.mkdir(parents=True, exist_ok=True)
    _write_json(DEMO / "territory.geojson", territory.territory())
    _write_json(DEMO / "basemap.geojson", territory.basemap())
    (DEMO / "walk.gpx").write_text(walk.gpx(), encoding="utf-8")
    (DEMO / "reports.csv").write_text(findings.reports_csv(), encoding="utf-8")
    for shot in findings.SHOTS:
        (photos / shot.file).write_bytes(photographs.photograph(shot))


def _write_json(path: Path, collection: dict[str, object]) -> None:
    """One feature a line: small, and a change shows as one line in a diff."""
    features = collection["features"]
    assert isinstance(features, list)
    lines = ",\n".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in features)
    rest = json.dumps({key: value for key, value in collection.items() if key != "features"})
    path.write_text(f'{rest[:-1]}, "features": [\n{lines}\n]}}\n', encoding="utf-8")


main()
