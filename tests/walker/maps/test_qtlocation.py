"""Qt's own osm plugin reads our packs through the loopback server: the setting DESIGN §7 found to work."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from walker.maps.build import build_pack
from walker.maps.features import Basemap
from walker.maps.palette import PALETTES
from walker.maps.tile_server import TileServer

pytestmark = pytest.mark.xdist_group("qml")

MAP = """
import QtQuick
import QtLocation
import QtPositioning
Map {{
    width: 400; height: 300
    zoomLevel: 17
    center: QtPositioning.coordinate(48.829, 2.4475)
    copyrightsVisible: false
    plugin: Plugin {{
        name: "osm"
        PluginParameter {{ name: "osm.mapping.providersrepository.disabled"; value: true }}
        PluginParameter {{ name: "osm.mapping.custom.host"; value: "{host}" }}
        PluginParameter {{ name: "osm.mapping.cache.disk.size"; value: 0 }}
    }}
    Component.onCompleted: activeMapType = supportedMapTypes[supportedMapTypes.length - 1]
}}
"""


@pytest.mark.parametrize("theme", ["day", "night"])
def test_a_map_of_the_window_shows_the_streets_of_a_pack(
    qtbot: QtBot, crossing: Basemap, tmp_path: Path, theme: str
) -> None:
    pack, qml = tmp_path / "crossing.mbtiles", tmp_path / "Map.qml"
    build_pack(crossing, pack, title="Croisement", theme=theme, zooms=range(16, 18))
    with TileServer([pack]) as server:
        qml.write_text(MAP.format(host=server.url(theme)), encoding="utf-8")
        view = QQuickView()
        view.setSource(QUrl.fromLocalFile(str(qml)))
        assert not view.errors()
        view.show()

        def colour_at(x: int, y: int) -> tuple[int, ...]:
            rgb = view.grabWindow().pixelColor(QPoint(x, y))
            return rgb.red(), rgb.green(), rgb.blue()

        qtbot.waitUntil(lambda: colour_at(200, 80) == PALETTES[theme].street, timeout=15_000)
        qtbot.waitUntil(lambda: colour_at(100, 60) == PALETTES[theme].block, timeout=15_000)  # on another tile
        view.setSource(QUrl())
        view.close()
        view.deleteLater()
