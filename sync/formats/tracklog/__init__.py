"""Reads a recorded walk from any of four formats: GPX, NMEA 0183, a table of positions, Geolife PLT."""

from __future__ import annotations

from pathlib import Path

from sync.formats.errors import InputError
from sync.formats.text import read_bytes
from sync.formats.tracklog.csv_log import read_csv
from sync.formats.tracklog.gpx import read_gpx
from sync.formats.tracklog.model import Fix, LogReader, Skipped, TrackLog
from sync.formats.tracklog.nmea import read_nmea
from sync.formats.tracklog.plt import read_plt
from sync.formats.tracklog.sniff import sniff

__all__ = ["Fix", "Skipped", "TrackLog", "read_log"]

_READERS: dict[str, LogReader] = {"gpx": read_gpx, "nmea": read_nmea, "csv": read_csv, "plt": read_plt}


def read_log(path: Path) -> TrackLog:
    """The log in ``path``, its format known by its content.

    Single bad points are skipped and named in ``skipped``; InputError when nothing of it is usable.
    """
    data = read_bytes(path)
    found = sniff(data)
    if found is None:
        raise InputError(
            "unknown_format",
            "it is not a track log",
            file=path,
            mend="give a GPX, NMEA, CSV or Geolife PLT file",
        )
    return _READERS[found](data, path)
