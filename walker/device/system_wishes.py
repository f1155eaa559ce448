"""What the person told the system itself about reading: larger text, less motion, more contrast."""

from __future__ import annotations

import sys

from sync.protocol.frozen import frozen

# Points of the system's own font when nobody asked for larger text.
_USUAL_POINTS = {"win32": 9.0, "darwin": 13.0}
_USUAL_ELSEWHERE = 11.0
# Of Qt.MotionPreference and Qt.ContrastPreference.
REDUCED_MOTION = HIGH_CONTRAST = 1
LARGEST = 2.0  # the system's 200 %; what it says by scaling every pixel comes beside it, through Qt


@frozen()
class SystemWishes:
    """`text_scale` multiplies the size chosen in the app."""

    text_scale: float = 1.0
    less_motion: bool = False
    more_contrast: bool = False


def read_wishes() -> SystemWishes:
    """As the system says it now; an application must exist."""
    from PySide6.QtGui import QFontDatabase, QGuiApplication
    from PySide6.QtQml import QJSEngine

    hints = QGuiApplication.styleHints()
    asked = hints.accessibility()
    # As numbers: their Python names lie in the namespace Qt, which takes forty milliseconds to load, before the window.
    reader = QJSEngine()
    QJSEngine.setObjectOwnership(asked, QJSEngine.ObjectOwnership.CppOwnership)
    said = reader.newQObject(asked)
    return SystemWishes(
        text_scale=scale_of(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()),
        less_motion=said.property("motionPreference").toInt() == REDUCED_MOTION,
        more_contrast=said.property("contrastPreference").toInt() == HIGH_CONTRAST,
    )


def scale_of(points: float, platform: str = sys.platform) -> float:
    """Never smaller than the design: a system with small letters says nothing about who reads."""
    usual = _USUAL_POINTS.get(platform, _USUAL_ELSEWHERE)
    scale = points / usual
    return 1.0 if scale < 1.1 else min(LARGEST, scale)
