"""How full the battery is, where the system says it; Qt does not. None where there is none or nobody knows."""

from __future__ import annotations

import sys
from pathlib import Path

SUPPLIES = Path("/sys/class/power_supply")
_UNKNOWN = 255  # what Windows says


def charge(supplies: Path = SUPPLIES) -> int | None:
    """Percent."""
    if sys.platform == "win32":
        return _windows()
    return _linux(supplies)


def _linux(supplies: Path) -> int | None:
    try:
        for supply in sorted(supplies.iterdir()):
            if _read(supply / "type") == "Battery" and _read(supply / "scope") != "Device":  # not a mouse's
                return max(0, min(100, int(_read(supply / "capacity"))))
    except (OSError, ValueError):
        return None
    return None


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


def _windows() -> int | None:
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = [
            ("line", ctypes.c_ubyte),
            ("flag", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("saver", ctypes.c_ubyte),
            ("left", ctypes.c_ulong),
            ("full", ctypes.c_ulong),
        ]

    status = Status()
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    if not kernel.GetSystemPowerStatus(ctypes.byref(status)) or status.percent == _UNKNOWN:
        return None
    return int(status.percent)
