"""Maps on any page: drawn in the colours of the moment, and never without saying who made them."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, QUrl
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scripts.scenes import PARTS, Stage
from tests.walker.qml.pages import Open, Opened
from tests.walker.window import DEMO, HERE, Feed
from walker.maps.build import build_pack
from walker.maps.features import read_basemap
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")

MAKERS = "© Ville de Paris"
BY_DAY, BY_NIGHT = 0.55, 0.2


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The demonstration's quarter, by day and by night."""
    ground, folder = read_basemap(DEMO / "basemap.geojson"), tmp_path_factory.mktemp("packs")
    for theme in ("day", "night"):
        path = folder / f"quartier-{theme}.mbtiles"
        build_pack(ground, path, title="Quartier", theme=theme, zooms=[14], attribution=MAKERS)
    return sorted(folder.iterdir())


@pytest.fixture
def mapped(app: App, packs: list[Path], qtbot: QtBot) -> App:
    """A tablet with these maps."""
    for pack in packs:
        app.care.packs.take(QUrl.fromLocalFile(str(pack)))
        qtbot.waitUntil(lambda: not app.care.packs.busy, timeout=20_000)
    return app


def maps(shown: Opened) -> list[QQuickItem]:
    return [item for item in shown.items() if item.inherits("QDeclarativeGeoMap")]


def scene_rect(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(item.boundingRect())


def middle(ground: QQuickItem) -> tuple[float, float]:
    told = [QQmlExpression(qmlContext(ground), ground, f"center.{way}") for way in ("latitude", "longitude")]
    return told[0].evaluate()[0], told[1].evaluate()[0]


def light(shown: Opened) -> float:
    """How bright the map is, 0 to 1: a tenth of its points in each direction, whatever else stands over some."""
    place, picture = scene_rect(maps(shown)[-1]), shown.picture()
    points = [
        picture.pixelColor(
            int(place.x() + place.width() * (column + 0.5) / 10), int(place.y() + place.height() * (row + 0.5) / 10)
        )
        for column in range(10)
        for row in range(10)
    ]
    return sum(point.lightnessF() for point in points) / len(points)


def draw_route(app: App) -> None:
    app.prepareWalk("")
    app.open("route")


def draw_outline(app: App) -> None:
    app.capture("space", *HERE)
    app.open("outline")


def write_space(app: App) -> None:
    app.capture("space", *HERE)


def put_place(app: App) -> None:
    app.capture("report", *HERE)
    app.placeOnMap("report")


WITH_A_MAP: dict[str, Callable[[App], None]] = {
    "live": lambda app: app.startWalk(),
    "place": put_place,
    "outline": draw_outline,
    "space": write_space,
    "route": draw_route,
}


@pytest.mark.parametrize("page", WITH_A_MAP)
def test_a_map_that_is_open_follows_the_theme(opened: Open, mapped: App, feed: Feed, qtbot: QtBot, page: str) -> None:
    """« Night theme chosen by the sun »: also on the page that is open when the sun goes, at the same place."""
    shown = opened()
    mapped.tablet.locator.watch(True)
    feed.give(*HERE)
    WITH_A_MAP[page](mapped)
    shown.settle()
    assert mapped.page == page
    (ground,) = maps(shown)
    ground.setProperty("zoomLevel", 15)
    qtbot.waitUntil(lambda: light(shown) > BY_DAY, timeout=10_000)
    before = middle(ground)
    mapped.display.chooseTheme("nuit")
    qtbot.waitUntil(lambda: light(shown) < BY_NIGHT, timeout=10_000)
    (ground,) = maps(shown)
    assert (middle(ground), ground.property("zoomLevel")) == (before, 15)
    mapped.display.chooseTheme("jour")
    qtbot.waitUntil(lambda: light(shown) > BY_DAY, timeout=10_000)


@pytest.mark.parametrize("part", PARTS)
def test_who_made_the_map_stands_on_every_map(opened: Open, mapped: App, stage: Stage, part: str) -> None:
    """« Attribution shown »: on pages, cards and beneath what is opened over the map."""
    shown = opened()
    without = []
    for scene in PARTS[part](stage):
        shown.settle()
        credits = [scene_rect(item) for item in shown.items() if MAKERS in str(item.property("text") or "")]
        without += [
            (scene, ground.metaObject().className())
            for ground in maps(shown)
            if not any(scene_rect(ground).contains(place.center()) for place in credits)
        ]
    assert without == []


def test_two_fingers_bring_the_map_nearer_and_turn_it(opened: Open, mapped: App, feed: Feed, qtbot: QtBot) -> None:
    """« Pinch and rotate »; the button of the compass sets it north up again."""
    shown = opened()
    mapped.startWalk()
    feed.give(*HERE)
    shown.picture()
    (ground,) = maps(shown)
    place = scene_rect(ground)
    middle_x, middle_y = int(place.center().x()), int(place.top() + 200)
    before = ground.property("zoomLevel")
    device = QTest.createTouchDevice()

    def touch(act: str, half: float, angle: float) -> None:
        x, y = half * math.cos(math.radians(angle)), half * math.sin(math.radians(angle))
        event = QTest.touchEvent(shown.window, device)
        for finger, way in ((0, -1), (1, 1)):
            getattr(event, act)(finger, QPoint(int(middle_x + way * x), int(middle_y + way * y)), shown.window)
        event.commit()
        qtbot.wait(20)  # moves are handed on with a frame

    touch("press", 60, 0)
    for step in range(1, 21):
        touch("move", 60 + step * 5, step * 3)
    touch("release", 160, 60)
    assert ground.property("zoomLevel") > before + 0.5
    assert 20 < min(ground.property("bearing"), 360 - ground.property("bearing")) < 80
    shown.tap("Nord en haut")
    assert ground.property("bearing") == 0


def test_at_night_the_whole_window_is_dimmed_further_by_hand(opened: Open, app: App) -> None:
    """« Brightness control on the map »: three steps, each darker than the one before."""
    shown = opened(theme="nuit")

    def glow() -> int:
        return sum(shown.picture().scaled(64, 40).pixelColor(x, y).lightness() for x in range(64) for y in range(40))

    steps = []
    for _ in range(4):
        steps.append(glow())
        app.display.dim(1)
        shown.settle()
    assert steps == sorted(steps, reverse=True) and len(set(steps)) == 4
