"""Turns the drawn scenes into JPEG files as a phone would have written them, EXIF included."""

from __future__ import annotations

import io
from datetime import UTC
from fractions import Fraction

from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from scripts.demo.findings import Shot
from scripts.demo.plane import to_lonlat
from scripts.demo.scenes import SCENES

MAKE, MODEL, SOFTWARE = 0x010F, 0x0110, 0x0131
DESCRIPTION, ORIENTATION, DATE_TIME, COPYRIGHT = 0x010E, 0x0112, 0x0132, 0x8298
EXIF_IFD, GPS_IFD = 0x8769, 0x8825
DATE_TIME_ORIGINAL, OFFSET_TIME_ORIGINAL = 0x9003, 0x9011
UPRIGHT_IN_HAND = 6  # the phone was held upright: the picture lies on its side in the file


def photograph(shot: Shot) -> bytes:
    picture = SCENES[shot.scene]()
    if shot.orientation == UPRIGHT_IN_HAND:
        picture = picture.crop((280, 0, 1000, 960)).transpose(Image.Transpose.ROTATE_90)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80, optimize=True, subsampling="4:2:0", exif=_exif(shot))
    return out.getvalue()


def _exif(shot: Shot) -> Image.Exif:
    exif = Image.Exif()
    exif[MAKE], exif[MODEL], exif[SOFTWARE] = "GUP Walker", "Demonstration", "scripts/make-demo"
    exif[DESCRIPTION] = "Drawn for the demonstration; no real place"
    exif[COPYRIGHT] = "CC0-1.0"
    exif[ORIENTATION] = shot.orientation
    exif[DATE_TIME] = shot.time.strftime("%Y:%m:%d %H:%M:%S")
    inner = exif.get_ifd(EXIF_IFD)
    inner[DATE_TIME_ORIGINAL] = shot.time.strftime("%Y:%m:%d %H:%M:%S")
    inner[OFFSET_TIME_ORIGINAL] = shot.time.strftime("%z")[:3] + ":" + shot.time.strftime("%z")[3:]
    if shot.located:
        exif.get_ifd(GPS_IFD).update(_gps(shot))
    return exif


def _gps(shot: Shot) -> dict[int, object]:
    longitude, latitude = to_lonlat(shot.at)
    utc = shot.time.astimezone(UTC)
    return {
        0: b"\x02\x03\x00\x00",
        1: "N",
        2: _degrees(latitude),
        3: "E",
        4: _degrees(longitude),
        7: (IFDRational(utc.hour), IFDRational(utc.minute), IFDRational(utc.second)),
        16: "T",
        17: IFDRational(shot.direction),
        18: "WGS-84",
        29: utc.strftime("%Y:%m:%d"),
        31: IFDRational(6),
    }


def _degrees(value: float) -> tuple[IFDRational, IFDRational, IFDRational]:
    whole = int(value)
    minutes = int((value - whole) * 60)
    seconds = Fraction(round(((value - whole) * 60 - minutes) * 60 * 1000), 1000)
    return (IFDRational(whole), IFDRational(minutes), IFDRational(seconds.numerator, seconds.denominator))
