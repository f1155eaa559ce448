"""Serves icons to QML by name, in any colour and stroke, from the installed icon package and our own pictograms.

QML asks `image://icon/trash-2?color=AD3F0C&stroke=2.4`; `house:recoin` is a pictogram of resources/icons/.
An unknown name (a catalogue newer than this app) is drawn as a question mark and logged, never an error.
`image://dashes/box?…` is a dashed rounded rectangle, drawn here because the software renderer does not clip the one
of QtQuick.Shapes to a scrolled area.
"""

from __future__ import annotations

import logging
import zlib
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from walker.installed import folder_of

HOUSE = "house:"
UNKNOWN = "circle-question-mark"
DEFAULT_SIZE = 24
_PACKAGE_STROKE = 'stroke-width="2"'
_ENTRY, _END = b"PK\x01\x02", b"PK\x05\x06"  # of an archive's directory

# Written, not drawn with a pen: to make one loads the namespace Qt, a tenth of a start.
_DASHED = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {all_width} {all_height}">'
    '<rect x="{at}" y="{at}" width="{width}" height="{height}" rx="{radius}" ry="{radius}" {fill} {edge}'
    ' stroke-width="{stroke}" stroke-dasharray="{dash},{gap}"/></svg>'
)

log = logging.getLogger(__name__)


@cache
def _archive() -> bytes:
    return (folder_of("lucide") / "lucide.zip").read_bytes()


@cache
def _packed(name: str) -> bytes | None:
    """An icon of the package, None when there is none.

    Its entry is looked for by name in the archive's directory (PKZIP APPNOTE 4.3.12): reading the directory whole,
    all 1,700 of it for the thirty icons of the first page, was a twentieth of a cold start.
    """
    data, wanted = _archive(), f"{name}.svg".encode()
    at = _number(data, data.rfind(_END) + 16, 4)
    while (at := data.find(wanted, at)) >= 0:
        entry = at - 46
        at += 1
        if not data.startswith(_ENTRY, entry) or _number(data, entry + 28, 2) != len(wanted):
            continue  # the end of a longer name
        size, header = _number(data, entry + 20, 4), _number(data, entry + 42, 4)
        start = header + 30 + _number(data, header + 26, 2) + _number(data, header + 28, 2)
        packed = data[start : start + size]
        return zlib.decompress(packed, wbits=-zlib.MAX_WBITS) if _number(data, entry + 10, 2) else packed
    return None


def _number(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "little")


def _house(name: str) -> Path:
    return folder_of("resources") / "icons" / f"{name.removeprefix(HOUSE)}.svg"


def icon_exists(name: str) -> bool:
    """Whether `name` can be drawn: an icon of the package, or `house:` and a pictogram of ours."""
    if name.startswith(HOUSE):
        return _house(name).is_file()
    return _packed(name) is not None


@cache
def icon_svg(name: str) -> str:
    """The drawing of an icon, in `currentColor` and a stroke of 2 on a grid of 24."""
    if not icon_exists(name):
        log.warning("no icon is called %r: drawing %r instead", name, UNKNOWN)
        name = UNKNOWN
    if name.startswith(HOUSE):
        return _house(name).read_text("utf-8")
    return (_packed(name) or b"").decode()


def draw_icon(name: str, *, colour: str, stroke: str, size: QSize) -> QImage:
    """The icon as a picture: `colour` as RRGGBB, `stroke` on the icon's grid of 24."""
    svg = icon_svg(name).replace("currentColor", f"#{colour}").replace(_PACKAGE_STROKE, f'stroke-width="{stroke}"')
    return _draw(svg, size)


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
        wish = {key: values[0] for key, values in parse_qs(urlsplit(id).query).items()}
        width, radius = float(wish["width"]), float(wish["radius"])
        wanted = requestedSize.expandedTo(QSize(1, 1))  # QML asks once before it knows the size
        size.setWidth(wanted.width())
        size.setHeight(wanted.height())
        svg = _DASHED.format(
            **{"all_width": wanted.width(), "all_height": wanted.height(), "radius": radius, "at": width / 2},
            **{"width": max(0.0, wanted.width() - width), "height": max(0.0, wanted.height() - width)},
            **{"fill": _paint("fill", wish["fill"]), "edge": _paint("stroke", wish["edge"])},
            **{"stroke": width, "dash": 3 * width, "gap": 2.5 * width},
        )
        return _draw(svg, wanted)


def _paint(name: str, argb: str) -> str:
    return f'{name}="#{argb[2:]}" {name}-opacity="{int(argb[:2], 16) / 255}"'


def _draw(svg: str, size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    painter = _painter_on(image)
    QSvgRenderer(svg.encode()).render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image
