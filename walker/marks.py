"""Draws the marks of the map as whole pictures, body, pictogram and badge in one, so that hundreds are cheap.

`image://mark/report?icon=trash-2&ink=FFFFFF&fill=AD3F0C&edge=FFFFFF&badge=clock&ground=FFFFFF&line=17212B`; Qt keeps
each picture once it was drawn. The shape says the kind: tipped square, disc, hexagon, dashed square, ring.
"""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtQuick import QQuickImageProvider

from walker.icons import HOUSE, draw_icon

SIDE = 72  # logical pixels of the picture; the body stands in its middle
ICON, BADGE_ICON = 30, 18
TIP_LIFT = 5  # the pictogram of a tipped square stands above its middle
HALO, DASH, RING = 3.0, 3.0, 5.0
_STROKE = "2.4"
_TRANSPARENT = 0


class MarkProvider(QQuickImageProvider):
    """`engine.addImageProvider("mark", MarkProvider())`."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        address = urlsplit(id.replace(HOUSE, "house%3A"))
        wish = {key: values[0] for key, values in parse_qs(address.query).items()}
        side = requestedSize.width() if requestedSize.width() > 0 else SIDE
        size.setWidth(side)
        size.setHeight(side)
        return draw_mark(address.path, wish, side)


def draw_mark(kind: str, wish: dict[str, str], side: int) -> QImage:
    """A mark in the colours wished for (RRGGBB)."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(_TRANSPARENT)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(side / SIDE, side / SIDE)
    painter.setPen(_pen(kind, wish))
    painter.setBrush(QColor(f"#{wish['fill']}"))
    painter.drawPath(_body(kind))
    middle = QPointF(SIDE / 2, SIDE / 2 - (TIP_LIFT if kind == "report" else 0))
    if icon := wish.get("icon"):
        _draw_icon(painter, icon, wish["ink"], middle, ICON)
    if badge := wish.get("badge"):
        at = QPointF(SIDE - 18, 18)
        painter.setPen(QPen(QColor(f"#{wish['line']}"), 2))
        painter.setBrush(QColor(f"#{wish['ground']}"))
        painter.drawEllipse(at, 14, 14)
        _draw_icon(painter, badge, wish["line"], at, BADGE_ICON)
    painter.end()
    return image


def _pen(kind: str, wish: dict[str, str]) -> QPen:
    from PySide6.QtCore import Qt

    if kind == "revisit":
        pen = QPen(QColor(f"#{wish['edge']}"), DASH)
        pen.setDashPattern([3, 2.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen
    pen = QPen(QColor(f"#{wish['edge']}"), RING if kind == "planned" else HALO)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _body(kind: str) -> QPainterPath:
    path = QPainterPath()
    if kind == "report":
        path.addRoundedRect(QRectF(12, 8, 48, 44), 8, 8)
        tip = QPainterPath()
        tip.addPolygon(QPolygonF([QPointF(28, 51), QPointF(44, 51), QPointF(36, 64)]))
        tip.closeSubpath()
        return path.united(tip)
    if kind == "space":
        corners = [(22, 11), (50, 11), (64, 36), (50, 61), (22, 61), (8, 36)]
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        path.closeSubpath()
    elif kind == "revisit":
        path.addRoundedRect(QRectF(13.5, 13.5, 45, 45), 8, 8)
    else:
        inset = 13.5 if kind == "planned" else 12.5
        path.addEllipse(QRectF(inset, inset, SIDE - 2 * inset, SIDE - 2 * inset))
    return path


def _draw_icon(painter: QPainter, name: str, colour: str, middle: QPointF, side: int) -> None:
    scale = painter.transform().m11()
    sharp = QSize(round(side * scale), round(side * scale))
    box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    painter.drawImage(box, draw_icon(name, colour=colour, stroke=_STROKE, size=sharp))
