"""Which position source a tablet uses, by the words of its settings and of `walker --position`.

own (the tablet's receiver), none, nmea:FILE, nmea:serial:/dev/ttyACM0, or replay:LOG, any log played in its own time.
"""

from __future__ import annotations

from pathlib import Path

from walker.device.position import NoPosition, PositionSource
from walker.errors import WalkerError

OWN, NONE = "own", "none"
NMEA, REPLAY = "nmea:", "replay:"
SERIAL = "serial:"
BUILT_IN = "ttyS"  # of the machine itself: nobody plugs a receiver in there


def make_source(wish: str) -> PositionSource:
    """Raises WalkerError when it is no source, or its file is not there."""
    from walker.device.qt_position import QtPosition

    if wish == OWN:
        return QtPosition()
    if wish == NONE:
        return NoPosition()
    if wish.startswith(NMEA + SERIAL):
        return QtPosition(wish.removeprefix(NMEA))
    if wish.startswith(NMEA):
        return QtPosition(str(_file(wish.removeprefix(NMEA))))
    if wish.startswith(REPLAY):
        from walker.device.played_position import PlayedPosition

        return PlayedPosition.of_log(_file(wish.removeprefix(REPLAY)))
    raise WalkerError(
        "unknown_position_source",
        f"{wish!r} is no position source",
        mend="use own, none, nmea:FILE, nmea:serial:PORT or replay:LOG",
    )


def outer_receivers() -> list[tuple[str, str]]:
    """The serial ports of this tablet that may hold a receiver: the word of the setting, and a name to show."""
    try:
        from PySide6.QtSerialPort import QSerialPortInfo
    except ImportError:  # a system without the library that the module needs
        return []
    return [
        (f"{NMEA}{SERIAL}{port.systemLocation()}", port.description() or port.portName())
        for port in QSerialPortInfo.availablePorts()
        if not port.portName().startswith(BUILT_IN)
    ]


def _file(path: str) -> Path:
    file = Path(path)
    if not file.is_file():
        raise WalkerError("no_such_log", "there is no such file", file=file, mend="check the path")
    return file
