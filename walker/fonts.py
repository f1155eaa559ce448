"""Gives the window its typeface, made for readers with low vision, from the installed package (never a copied file)."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from walker.installed import folder_of

FAMILY = "Atkinson Hyperlegible"
_FACES = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")  # the two weights of the design


class FontMissing(RuntimeError):
    """The package of the typeface is installed but Qt cannot read one of its faces."""


def load_fonts() -> str:
    """Make the family the application's own font; its name comes back. Safe to call twice."""
    if QGuiApplication.font().family() == FAMILY:
        return FAMILY
    if FAMILY not in QFontDatabase.families():
        for face in _FACES:
            data = (folder_of("fontpkg_atkinson_hyperlegible") / "files" / face).read_bytes()
            if QFontDatabase.addApplicationFontFromData(data) < 0:
                raise FontMissing(f"{face}: not a font Qt can read; install fontpkg-atkinson-hyperlegible again")
    font = QFont(FAMILY)
    font.setFeature(QFont.Tag("tnum"), 1)  # figures of one width: counts do not jump
    QGuiApplication.setFont(font)
    return FAMILY
