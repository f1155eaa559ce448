"""Serves squares (QR codes) to QML by their text: `image://square/GUPWALK1:…?dark=0A0605&light=E0A074`."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from walker.device.squares import draw_square

DEFAULT_SIDE = 400


class SquareProvider(QQuickImageProvider):
    """`engine.addImageProvider("square", SquareProvider())`."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        text, _, query = id.rpartition("?")
        wish = parse_qs(urlsplit(f"?{query}").query)
        side = requestedSize.width() if requestedSize.width() > 0 else DEFAULT_SIDE
        image = draw_square(
            unquote(text),
            dark=f"#{wish.get('dark', ['000000'])[0]}",
            light=f"#{wish.get('light', ['FFFFFF'])[0]}",
            side=side,
        )
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
