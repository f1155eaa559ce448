"""Every file of the shared GPS folder is read as what it is, or refused with its reason."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import gpxpy
import pytest

from sync.formats.errors import InputError
from sync.formats.tracklog import read_log

# format, fixes, segments, skipped by code; counted beforehand with grep, awk and gpxpy, not with our reader.
READ: dict[str, tuple[str, int, int, dict[str, int]]] = {
    "geolife/000_20081028003826.plt": ("plt", 1477, 1, {}),
    "geolife/002_20081028102158.plt": ("plt", 2263, 1, {}),
    "geolife/003_20081027041826.plt": ("plt", 1847, 1, {}),
    "geolife/005_20081029012707.plt": ("plt", 1586, 1, {}),
    "geolife/006_20081112001438.plt": ("plt", 1605, 1, {}),
    "geolife/009_20081026044805.plt": ("plt", 1496, 1, {}),
    "geolife-modes/020/Trajectory/20111130020900.plt": ("plt", 66, 1, {}),
    "geolife-modes/020/Trajectory/20111130151807.plt": ("plt", 327, 1, {}),
    "geolife-modes/020/Trajectory/20111130152335.plt": ("plt", 256, 1, {}),
    "geolife-modes/020/Trajectory/20111201123535.plt": ("plt", 66, 1, {}),
    "geolife-modes/178/Trajectory/20100312172608.plt": ("plt", 84, 1, {}),
    "gpsbabel/adddate.nmea": ("nmea", 500, 1, {}),
    "gpsbabel/bike-gpx.gpx": ("gpx", 1812, 1, {}),
    "gpsbabel/globalsat_gh625XT.gpx": ("gpx", 174, 2, {}),
    "gpsbabel/kalman_in.gpx": ("gpx", 81, 5, {}),
    "gpsbabel/mtk_logger.gpx": ("gpx", 817, 3, {}),
    "gpsbabel/nmea": ("nmea", 154, 1, {}),
    "gpsbabel/nmea+ms.txt": ("nmea", 32, 1, {}),
    "gpsbabel/sbn.gpx": ("gpx", 918, 1, {}),
    "gpsbabel/segmented_tracks.gpx": ("gpx", 46, 10, {}),
    "gpsbabel/simplify-relative.gpx": ("gpx", 100, 1, {}),
    "gpsbabel/simplify_error_length.gpx": ("gpx", 333, 8, {}),
    "gpsbabel/skytraq-realdata.gpx": ("gpx", 271, 1, {}),
    "gpsbabel/wahoo-element-bolt.gpx": ("gpx", 1101, 4, {}),
    "gpx-edge-cases/andorra_for_map_matching.gpx": ("gpx", 21, 1, {}),
    "gpx-edge-cases/cerknicko-jezero.gpx": ("gpx", 296, 7, {}),
    "gpx-edge-cases/gpxv1_0.gpx": ("gpx", 14, 1, {}),
    "gpx-edge-cases/issue-127.gpx": ("gpx", 2, 1, {}),
    "gpx-edge-cases/issue-70.gpx": ("gpx", 17, 1, {}),
    "gpx-edge-cases/test1.gpx": ("gpx", 264, 1, {}),
    "gpx-edge-cases/test2_no_millis.gpx": ("gpx", 3, 1, {}),
    "gpx-edge-cases/tour2-with-loop.gpx": ("gpx", 12, 1, {}),
    "gpx-edge-cases/tour4-with-uturn.gpx": ("gpx", 5, 1, {}),
    "nmea/TrimbleR1.txt": ("nmea", 316, 1, {}),
    "nmea/happy.txt": ("nmea", 19, 1, {}),
    "nmea/pynmeagps/pygpsdata-badeof.log": ("nmea", 1, 1, {}),
    "nmea/pynmeagps/pygpsdata-mixed.log": ("nmea", 2, 1, {}),
    "nmea/pynmeagps/pygpsdata-nmea4.log": ("nmea", 1, 1, {}),
    "nmea/pynmeagps/pygpsdata-nmea4sm.log": ("nmea", 1, 1, {}),
    "nmea/pynmeagps/pygpsdata-nmeabadck2.log": ("nmea", 1, 1, {"bad_checksum": 1}),
    "nmea/pynmeagps/pygpsdata-nmeafoo2.log": ("nmea", 1, 1, {}),
    "nmea/pynmeagps/pygpsdata-um981.log": ("nmea", 2, 1, {"bad_sentence": 2}),  # GLL with a minus sign
}
REFUSED: dict[str, str] = {
    "SOURCE.md": "unknown_format",
    "geolife-modes/020/labels.txt": "table_columns_missing",
    "gpx-edge-cases/no_trkpt.gpx": "log_no_fix",
    "gpx-edge-cases/unicode2.gpx": "log_no_fix",
    "nmea/pynmeagps/feyman_nmea.log": "log_no_fix",
    "nmea/pynmeagps/kenwood_nmea.log": "log_no_fix",
    "nmea/pynmeagps/locosys_set_nmea.log": "log_no_fix",
    "nmea/pynmeagps/pygpsdata_quectel_pair_get.log": "log_no_fix",
    "nmea/pynmeagps/pygpsdata_quectel_pair_set.log": "log_no_fix",
    "nmea/pynmeagps/quectel_nmea_get.log": "log_no_fix",
    "nmea/pynmeagps/quectel_nmea_response.log": "log_no_fix",
    "nmea/pynmeagps/trimble_nmea.log": "log_no_fix",
}


def test_the_tables_name_every_file_of_the_folder(shared_data: Path) -> None:
    folder = shared_data / "gps"
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files == READ.keys() | REFUSED.keys()


@pytest.mark.parametrize("name", READ)
def test_a_real_log_is_read_by_its_content(name: str, shared_data: Path, tmp_path: Path) -> None:
    nameless = tmp_path / "log"
    nameless.symlink_to(shared_data / "gps" / name)

    log = read_log(nameless)

    assert (log.format, log.points, len(log.segments), log.skipped_counts) == READ[name]
    assert all(fix.time is None or fix.time.utcoffset() is not None for part in log.segments for fix in part)


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_without_a_track_is_refused_in_one_line(name: str, shared_data: Path) -> None:
    path = shared_data / "gps" / name
    with pytest.raises(InputError) as caught:
        read_log(path)
    assert caught.value.code == REFUSED[name]
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    assert caught.value.mend is not None


@pytest.mark.parametrize("name", [name for name, facts in READ.items() if facts[0] == "gpx"])
def test_gpx_positions_and_times_are_those_another_reader_finds(name: str, shared_data: Path) -> None:
    path = shared_data / "gps" / name
    judge = gpxpy.parse(path.read_text(encoding="utf-8"))
    expected = [
        (point.latitude, point.longitude, point.time)
        for track in judge.tracks
        for segment in track.segments
        for point in segment.points
    ]
    assert [(fix.lat, fix.lon, fix.time) for part in read_log(path).segments for fix in part] == expected


def test_times_without_any_date_keep_their_durations_over_midnight(shared_data: Path) -> None:
    """adddate.nmea runs from 23:56:00 to 00:04:19, a fix a second, and never says which day."""
    log = read_log(shared_data / "gps" / "gpsbabel" / "adddate.nmea")
    times = [fix.time for part in log.segments for fix in part]
    assert not log.dated
    assert {(later - earlier).total_seconds() for earlier, later in pairwise(times)} == {1.0}


def test_sentences_out_of_order_become_one_fix_a_moment_in_order(shared_data: Path) -> None:
    log = read_log(shared_data / "gps" / "gpsbabel" / "nmea+ms.txt")
    times = [fix.time for fix in log.segments[0]]
    assert times == sorted(set(times))


def test_error_estimates_of_the_receiver_are_preferred_to_hdop(shared_data: Path) -> None:
    """TrimbleR1 says HDOP 4.4 and, in GST, 11.322 m and 8.847 m."""
    log = read_log(shared_data / "gps" / "nmea" / "TrimbleR1.txt")
    assert log.segments[0][0].accuracy_m == pytest.approx((11.322**2 + 8.847**2) ** 0.5)
