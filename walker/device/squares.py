"""Reads the square (QR code) in a picture (slow: on a worker), and draws one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

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
    import zxingcpp
    from PySide6.QtGui import QColor, QImage

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    drawn = memoryview(code.to_image(scale=1, add_quiet_zones=True))  # type: ignore[arg-type]  # one byte a module
    assert drawn.shape is not None
    height, width = drawn.shape[:2]
    grey = QImage(drawn.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
    modules = grey.convertToFormat(QImage.Format.Format_Indexed8)
    modules.setColorTable(
        [QColor(dark if QColor(shade).lightness() < 128 else light).rgb() for shade in modules.colorTable()]
    )
    times = max(1, side // width)
    return modules.convertToFormat(QImage.Format.Format_RGB32).scaled(width * times, height * times)
