"""Reads the square (QR code) in a picture, and draws one. Both are slow: on a worker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

_BORDER = 4  # quiet modules around it, as readers want
_MOST_SIDE = 2400  # of a file: more pixels make reading slow and no surer


def read_square(image: QImage) -> str:
    """The text of the first square in it; empty without one."""
    import zxingcpp
    from PySide6.QtGui import QImage

    if image.isNull():
        return ""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return next((str(code.text) for code in found if code.valid and code.text), "")


def read_square_in_file(path: Path) -> str:
    """The same of a picture file; empty when it cannot be read as one."""
    from PySide6.QtCore import QSize, Qt
    from PySide6.QtGui import QImageReader

    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _MOST_SIDE:
        reader.setScaledSize(size.scaled(QSize(_MOST_SIDE, _MOST_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    return read_square(reader.read())


def draw_square(text: str, *, dark: str, light: str, side: int) -> QImage:
    """The square of a text, in two colours (#RRGGBB), at most `side` pixels wide and with sharp edges."""
    import segno
    from PySide6.QtGui import QColor, QImage

    rows = list(segno.make(text, error="l", micro=False, boost_error=True).matrix_iter(scale=1, border=_BORDER))
    modules = len(rows)
    image = QImage(modules, modules, QImage.Format.Format_RGB32)
    colours = (QColor(light), QColor(dark))
    for y, row in enumerate(rows):
        for x, module in enumerate(row):
            image.setPixelColor(x, y, colours[1 if module else 0])
    times = max(1, side // modules)
    return image.scaled(modules * times, modules * times)
