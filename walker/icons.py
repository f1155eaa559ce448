"""Serves icons to QML by name, in any colour and stroke, from the installed icon package and our own pictograms.

QML asks `image://icon/trash-2?color=AD3F0C&stroke=2.4`; `house:recoin` is a pictogram of resources/icons/.
An unknown name (a catalogue newer than this app) is drawn as a question mark and logged, never an error.
`image://dashes/box?…` is a dashed rounded rectangle, drawn here because the software renderer does not clip the one
of QtQuick.Shapes to a scrolled area.
"""

from __future__ import annotations

import logging
from functools import cache
from importlib.resources import files
from io import BytesIO
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

HOUSE = "house:"
UNKNOWN = "circle-question-mark"
DEFAULT_SIZE = 24
_PACKAGE_STROKE = 'stroke-width="2"'

log = logging.getLogger(__name__)


@cache
def _package() -> ZipFile:
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


def icon_exists(name: str) -> bool:
    """Whether `name` can be drawn: an icon of the package, or `house:` and a pictogram of ours."""
    if name.startswith(HOUSE):
        return files("resources").joinpath("icons", f"{name.removeprefix(HOUSE)}.svg").is_file()
    return f"{name}.svg" in _package().NameToInfo


@cache
def icon_svg(name: str) -> str:
    """The drawing of an icon, in `currentColor` and a stroke of 2 on a grid of 24."""
    if not icon_exists(name):
        log.warning("no icon is called %r: drawing %r instead", name, UNKNOWN)
        name = UNKNOWN
    if name.startswith(HOUSE):
        return files("resources").joinpath("icons", f"{name.removeprefix(HOUSE)}.svg").read_text("utf-8")
    return _package().read(f"{name}.svg").decode()


def draw_icon(name: str, *, colour: str, stroke: str, size: QSize) -> QImage:
    """The icon as a picture: `colour` as RRGGBB, `stroke` on the icon's grid of 24."""
    svg = icon_svg(name).replace("currentColor", f"#{colour}").replace(_PACKAGE_STROKE, f'stroke-width="{stroke}"')
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    painter = _painter_on(image)
    QSvgRenderer(svg.encode()).render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def _painter_on(image: QImage) -> QPainter:
    """On a transparent ground. Not by `fill`: even with a number it loads the namespace Qt, a tenth of a start."""
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.eraseRect(QRectF(image.rect()))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    return painter


class IconProvider(QQuickImageProvider):
    """`engine.addImageProvider("icon", IconProvider())`."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        address = urlsplit(id.replace(HOUSE, "house%3A"))
        wish = parse_qs(address.query)
        wanted = QSize(
            requestedSize.width() if requestedSize.width() > 0 else DEFAULT_SIZE,
            requestedSize.height() if requestedSize.height() > 0 else DEFAULT_SIZE,
        )
        size.setWidth(wanted.width())
        size.setHeight(wanted.height())
        return draw_icon(
            address.path.replace("house%3A", HOUSE),
            colour=wish.get("color", ["000000"])[0],
            stroke=wish.get("stroke", ["2"])[0],
            size=wanted,
        )


class DashProvider(QQuickImageProvider):
    """`engine.addImageProvider("dashes", DashProvider())`; colours as AARRGGBB, lengths in pixels of the picture."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        from PySide6.QtCore import Qt

        wish = {key: values[0] for key, values in parse_qs(urlsplit(id).query).items()}
        width, radius = float(wish["width"]), float(wish["radius"])
        wanted = requestedSize.expandedTo(QSize(1, 1))  # QML asks once before it knows the size
        size.setWidth(wanted.width())
        size.setHeight(wanted.height())
        image = QImage(wanted, QImage.Format.Format_ARGB32_Premultiplied)
        pen = QPen(QColor(f"#{wish['edge']}"), width)
        pen.setDashPattern([3, 2.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter = _painter_on(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(QColor(f"#{wish['fill']}"))
        edge = width / 2
        painter.drawRoundedRect(QRectF(image.rect()).adjusted(edge, edge, -edge, -edge), radius, radius)
        painter.end()
        return image
