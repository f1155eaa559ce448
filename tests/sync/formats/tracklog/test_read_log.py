"""Logs as they come from offices, phones and power cuts: encodings, cuts, bad points, hostile XML."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import reduce
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.formats import text
from sync.formats.errors import InputError
from sync.formats.tracklog import TrackLog, read_log
from sync.formats.tracklog.times import parse_time

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
GPX = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1"><trk><name>Marche exploratoire à vélo</name>'
    "<trkseg>{points}</trkseg></trk></gpx>\n"
)


def point(lat: object = 48.89, lon: object = 2.36, inside: str = "<time>2026-01-05T12:00:00Z</time>") -> str:
    return f'\n<trkpt lat="{lat}" lon="{lon}">{inside}</trkpt>'


def sentence(body: str) -> str:
    return f"${body}*{reduce(int.__xor__, body.encode()):02X}\r\n"


def rmc(clock: str, day: str = "050126", lat: str = "4853.4000") -> str:
    return sentence(f"GPRMC,{clock},A,{lat},N,00221.6000,E,1.0,90.0,{day},,,A")


@pytest.fixture
def read(tmp_path: Path):
    def from_bytes(data: bytes | str) -> TrackLog:
        path = tmp_path / "journal"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_log(path)

    return from_bytes


def refused(read, data: bytes | str) -> InputError:
    with pytest.raises(InputError) as caught:
        read(data)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_a_gpx_is_read_in_any_encoding_whatever_it_declares(read, encoding: str) -> None:
    log = read(GPX.format(points=point()).encode(encoding))
    assert (log.format, log.points, log.segments[0][0].time) == ("gpx", 1, NOON)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(
    "table",
    [
        "latitude,longitude,time\n48.89,2.36,2026-01-05T12:00:00Z\n",
        "Latitude;Longitude;Heure;Précision (m)\n48,89;2,36;05/01/2026 12:00:00;4,5\n",
        "date\theure\tlat\tlng\n05/01/2026\t12:00:00\t48,89\t2,36\n",
        "timestamp,lat,lon,remarque\n1767614400000,48.89,2.36,devant l'école\n",
        "sep=;\nx;y;horodatage\n2,36;48,89;2026-01-05 13:00:00+01:00\n",
    ],
)
def test_a_table_is_read_in_the_ways_offices_write_it(read, table: str, encoding: str) -> None:
    fix = read(table.encode(encoding)).segments[0][0]
    assert (fix.lat, fix.lon, fix.time) == (48.89, 2.36, NOON)


def test_accuracy_comes_from_its_column_or_from_hdop(read) -> None:
    assert read("lat,lon,accuracy\n48.89,2.36,7.5\n").segments[0][0].accuracy_m == 7.5
    assert read("lat,lon,hdop\n48.89,2.36,1.2\n").segments[0][0].accuracy_m == pytest.approx(6.0)


def test_nmea_saved_as_utf_16_is_still_nmea(read) -> None:
    assert read(rmc("120000").encode("utf-16")).segments[0][0].time == NOON


def test_a_cut_gpx_keeps_what_was_recorded_and_says_so(read) -> None:
    whole = GPX.format(points=point() + point(48.891) + point(48.892))
    log = read(whole[: whole.index('lat="48.892"')])
    assert (log.points, log.skipped_counts) == (2, {"truncated": 1})


@given(cut=st.integers(min_value=1, max_value=400))
@settings(deadline=None, derandomize=True)
def test_a_gpx_cut_anywhere_gives_its_first_points_or_a_clear_refusal(cut: int, tmp_path_factory) -> None:
    whole = GPX.format(points=point() + point(48.891) + point(48.892)).encode()
    path = tmp_path_factory.mktemp("cut") / "log"
    path.write_bytes(whole[:cut])
    try:
        lats = [fix.lat for fix in read_log(path).segments[0]]
    except InputError as error:
        assert error.code in ("unknown_format", "log_no_fix")
    else:
        assert lats == [48.89, 48.891, 48.892][: len(lats)]


def test_zeros_left_by_a_power_cut_do_not_cost_the_points(read) -> None:
    log = read(GPX.format(points=point() + point(48.891)).encode()[:-20] + b"\0" * 4096)
    assert (log.points, log.skipped_counts) == (2, {"truncated": 1})


def test_a_fault_in_the_middle_is_refused_with_its_line(read) -> None:
    error = refused(read, GPX.format(points=point() + "\n<name>Nord & Sud</name>" + point(48.891)))
    assert (error.code, error.place) == ("log_malformed", "line 4")


def test_a_document_type_is_refused_before_any_entity_is_expanded(read) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><gpx>&b;</gpx>'
    assert refused(read, bomb).code == "log_malformed"


def test_xml_of_another_kind_is_refused_by_its_name(read) -> None:
    error = refused(read, '<?xml version="1.0"?><kml><Placemark/></kml>')
    assert error.code == "unknown_format"
    assert "<kml>" in str(error)


def test_bad_points_are_skipped_and_named_and_the_rest_is_read(read) -> None:
    points = point(200) + point(0, 0) + point("nan") + point("") + point(inside="<time>hier</time>") + point()
    log = read(GPX.format(points=points))
    assert log.points == 2
    assert log.skipped_counts == {"off_planet": 1, "zero_position": 1, "not_a_number": 2, "bad_time": 1}
    assert log.skipped[0].place == "line 3"


def test_a_log_of_another_planet_is_refused_with_its_first_place(read) -> None:
    error = refused(read, GPX.format(points=point(200) + point(201)))
    assert (error.code, error.place) == ("log_off_planet", "line 3")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n \n", b"\0" * 100])
def test_an_empty_file_is_refused_as_empty(read, data: bytes) -> None:
    assert refused(read, data).code == "file_empty"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, b"Bonjour", b"{}", b"<html></html>"])
def test_what_is_no_log_is_refused_as_such(read, data: bytes) -> None:
    assert refused(read, data).code == "unknown_format"


def test_a_route_is_a_plan_and_not_a_recorded_walk(read) -> None:
    error = refused(read, '<gpx><rte><rtept lat="48.89" lon="2.36"/></rte></gpx>')
    assert error.code == "log_no_fix"
    assert "route" in str(error)


def test_a_table_without_positions_names_the_columns_it_has(read) -> None:
    error = refused(read, "numero;type;adresse\n1;Propreté;3 rue Doudeauville\n")
    assert error.code == "table_columns_missing"
    assert "numero, type, adresse" in str(error)


def test_missing_and_unreadable_files_are_named(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "absent.gpx", "file_missing"), (tmp_path, "file_unreadable")):
        with pytest.raises(InputError) as caught:
            read_log(path)
        assert caught.value.code == code


def test_a_file_larger_than_any_walk_is_refused_before_it_fills_memory(tmp_path: Path) -> None:
    path = tmp_path / "huge.gpx"
    with path.open("wb") as stream:
        stream.truncate(text.MAX_INPUT_BYTES + 1)
    with pytest.raises(InputError) as caught:
        read_log(path)
    assert caught.value.code == "file_too_large"


def test_a_bad_checksum_costs_its_sentence_only(read) -> None:
    broken = rmc("120001").replace("4853.4000", "4953.4000")
    log = read(rmc("120000") + broken + rmc("120002"))
    assert ([fix.lat for fix in log.segments[0]], log.skipped_counts) == ([48.89, 48.89], {"bad_checksum": 1})


def test_a_lost_fix_is_skipped_and_a_receiver_without_any_is_refused(read) -> None:
    lost = sentence("GPGGA,120001.000,,,,,0,02,,,M,,M,,")
    assert read(rmc("120000") + lost).skipped_counts == {"no_fix": 1}
    assert refused(read, lost).code == "log_no_fix"


def test_fixes_before_the_first_date_get_theirs_from_it_over_midnight(read) -> None:
    early = sentence("GPGGA,235959.000,4853.4000,N,00221.6000,E,1,08,1.0,50.0,M,,M,,")
    log = read(early + rmc("000001", day="060126"))
    assert [fix.time for fix in log.segments[0]] == [
        datetime(2026, 1, 5, 23, 59, 59, tzinfo=UTC),
        datetime(2026, 1, 6, 0, 0, 1, tzinfo=UTC),
    ]


def test_sentences_of_one_second_make_one_fix(read) -> None:
    gga = sentence("GPGGA,120000.000,4853.4000,N,00221.6000,E,1,08,1.4,50.0,M,,M,,")
    zda = sentence("GPZDA,120000.000,05,01,2026,00,00")
    fix = read(gga + rmc("120000.000") + zda).segments[0]
    assert len(fix) == 1
    assert (fix[0].elevation_m, fix[0].accuracy_m, fix[0].course_deg) == (50.0, 7.0, 90.0)


def test_ozi_break_flags_start_a_segment_and_days_give_the_time(read) -> None:
    head = "OziExplorer Track Point File Version 2.1\nWGS 84\nFeet\nReserved\n0,2,255,x\n2\n"
    log = read(head + "48.89,2.36,1,-777,46027.5,,\n48.90,2.36,1,100,46027.5,,\n48.9")
    assert [len(part) for part in log.segments] == [1, 1]
    assert log.segments[0][0].time == NOON
    assert (log.segments[0][0].elevation_m, log.segments[1][0].elevation_m) == (None, pytest.approx(30.48))
    assert log.skipped_counts == {"truncated": 1}


@pytest.mark.parametrize(
    "written",
    ["2026-01-05T12:00:00Z", "2026-01-05 12:00:00", "2026-01-05T13:00+01:00", "05/01/2026 12:00", "2026/1/5 12:00:00",
     "5.1.2026 12h00", "1767614400", "1767614400000", "1767614400,0"],
)  # fmt: skip
def test_times_are_understood_in_the_forms_recorders_use(written: str) -> None:
    assert parse_time(written) == NOON


@pytest.mark.parametrize("written", ["", "hier", "12:00", "32/01/2026", "05/01/2026 25:00", "nan", "inf", "-1", "7"])
def test_what_is_no_time_is_none(written: str) -> None:
    assert parse_time(written) is None


@given(data=st.binary(max_size=400))
@settings(deadline=None, derandomize=True)
def test_no_bytes_at_all_escape_as_anything_but_an_input_error(data: bytes, tmp_path_factory) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "log"
    for head in (b"", b"<gpx>", b"$GPGGA,", b"lat,lon,time\n", b"Geolife trajectory\n\n\n\n\n\n"):
        path.write_bytes(head + data)
        try:
            log = read_log(path)
        except InputError:
            continue
        assert log.points > 0
