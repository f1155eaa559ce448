"""Reports made elsewhere are read as offices export them; what is no report is named by its row."""

from __future__ import annotations

import csv
import json
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.formats.errors import InputError
from sync.formats.report_columns import read_position
from sync.formats.report_table import ReportTable, read_reports

HEADER = "id_dmr;type;soustype;adresse;code_postal;datedecl;geo_point_2d"
GOOD = "S1;Propreté;Déjections canines;1 rue Henner;75009;2023-10-11;48.88, 2.33"


@pytest.fixture
def read(tmp_path: Path):
    def from_text(data: bytes | str) -> ReportTable:
        path = tmp_path / "signalements"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_reports(path)

    return from_text


def codes(table: ReportTable) -> list[tuple[int, str]]:
    return [(refusal.row, refusal.code) for refusal in table.refused]


def test_every_row_of_the_citys_extract_becomes_a_report_with_its_own_place(shared_data: Path) -> None:
    """Some subtypes still bear the empty brackets of older files: noise, kept in ``raw`` only."""
    path = shared_data / "dansmarue" / "dans_ma_rue.csv"
    table = read_reports(path)
    with path.open(encoding="utf-8", newline="") as stream:
        judge = list(csv.DictReader(stream))
    assert (table.format, len(table.rows), table.refused) == ("csv", 4959, ())
    assert [row.row for row in table.rows] == list(range(2, 4961))
    for row, expected in zip(table.rows, judge, strict=True):
        assert dict(row.raw) == expected
        assert (row.external_id, row.type, row.subtype) == (
            expected["id_dmr"], expected["type"], expected["soustype"].removeprefix("[] ")
        )  # fmt: skip
        place = expected["geo_point_2d"].replace("'", '"')
        assert row.position == (json.loads(place)["lat"], json.loads(place)["lon"])
        assert row.declared_at == date.fromisoformat(expected["datedecl"])


def test_the_geojson_of_the_same_rows_tells_the_same(shared_data: Path) -> None:
    table = read_reports(shared_data / "dansmarue" / "dans_ma_rue.geojson")
    other = read_reports(shared_data / "dansmarue" / "dans_ma_rue.csv")
    assert (table.format, len(table.rows), table.refused) == ("geojson", 4959, ())
    for row, twin in zip(table.rows, other.rows, strict=True):
        assert (row.external_id, row.subtype, row.address) == (twin.external_id, twin.subtype, twin.address)
        assert row.position == pytest.approx(twin.position, abs=1e-6)
    assert [row.row for row in table.rows[:2]] == [1, 2]


def test_the_kinds_are_those_counted_in_the_observed_taxonomy(shared_data: Path) -> None:
    table = read_reports(shared_data / "dansmarue" / "dans_ma_rue.csv")
    counted = Counter((row.type, row.subtype) for row in table.rows)
    with (shared_data / "dansmarue" / "taxonomie_observee.csv").open(encoding="utf-8", newline="") as stream:
        judge: Counter[tuple[str, str]] = Counter()
        for line in csv.DictReader(stream):
            judge[line["type"], line["soustype"].removeprefix("[] ")] += int(line["nombre"])
    assert counted == judge


def test_a_windows_1252_table_with_semicolons_and_decimal_commas_is_read(read) -> None:
    text = "Type;Sous-type;Adresse;Latitude;Longitude\r\nPropreté;Dépôt sauvage;3 rue Léon;48,8867;2,3521\r\n"
    (row,) = read(text.encode("cp1252")).rows
    assert (row.type, row.subtype, row.position) == ("Propreté", "Dépôt sauvage", (48.8867, 2.3521))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_encodings_and_delimiters_of_offices_are_told_by_content(read, encoding: str, delimiter: str) -> None:
    table = f"sep={delimiter}\n{HEADER}\n{GOOD}\n".replace(";", delimiter)
    (row,) = read(table.encode(encoding)).rows
    assert (row.subtype, row.position, row.row) == ("Déjections canines", (48.88, 2.33), 2)


def test_the_columns_of_2020_are_understood(read) -> None:
    text = (
        "OBJECTID,DATEDECL,ANNEE DECLARATION,TYPE,SOUSTYPE,ADRESSE,CODE_POSTAL,CONSEIL DE QUARTIER,geo_point_2d\n"
        '17,2019-05-03T08:30:00+02:00,2019,Objets abandonnés,[]Gravats:Autres,"5 rue Myrha, 75018",75018,X,'
        '"48.887,2.353"\n'
    )
    (row,) = read(text).rows
    assert (row.external_id, row.subtype, row.position) == ("17", "Gravats:Autres", (48.887, 2.353))
    assert row.declared_at == datetime(2019, 5, 3, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "cell",
    [
        "(48.8, 2.3)",
        "48.8, 2.3",
        "48.8,2.3",
        "48,8; 2,3",
        "[48.8, 2.3]",
        "{'lon': 2.3, 'lat': 48.8}",
        '{"lat": 48.8, "lng": 2.3}',
        '{"type": "Point", "coordinates": [2.3, 48.8]}',
        "{'type': 'Feature', 'geometry': {'coordinates': [2.3, 48.8], 'type': 'Point'}, 'properties': {}}",
        "POINT (2.3 48.8)",
    ],
)
def test_a_point_is_read_in_each_way_it_is_written(cell: str) -> None:
    assert read_position({"point": cell}) == (48.8, 2.3)


@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180))
@settings(deadline=None, derandomize=True)
def test_any_pair_written_by_python_is_read_back(lat: float, lon: float) -> None:
    expected = None if abs(lat) < 1e-7 and abs(lon) < 1e-7 else (lat, lon)
    assert read_position({"point": str((lat, lon))}) == expected
    assert read_position({"point": str({"lon": lon, "lat": lat})}) == expected


def test_rows_without_place_or_with_unknown_words_are_reports_all_the_same(read) -> None:
    rows = ["S2;Propreté;;;;;", "S3;Mot inconnu;;5 rue Léon;;hier;0,0", ";;;8 rue Doudeauville;;;n/a"]
    table = read("\n".join([HEADER, GOOD, *rows]) + "\n")
    assert table.refused == ()
    assert [row.position for row in table.rows] == [(48.88, 2.33), None, None, None]
    assert table.rows[2].declared_at is None
    assert table.rows[2].raw["datedecl"] == "hier"


def test_what_is_no_report_is_named_by_the_row_a_person_sees(read) -> None:
    rows = [
        GOOD,
        ";;;;;;",
        "S4;Propreté;x;y;75018;2023-10-11;200, 2.3",
        "S5;;;;;;",
        "S6;Propreté;x;y;75018;2023-10-11;48.8, 2.3;de trop",
        "S7;Propreté;x;y;75018;2023-10-11;près de l'école",
        GOOD,
    ]
    table = read("\n".join([HEADER, *rows]) + "\n")
    assert codes(table) == [
        (3, "empty_row"), (4, "bad_position"), (5, "no_report"), (6, "wrong_columns"), (7, "bad_position")
    ]  # fmt: skip
    assert [row.row for row in table.rows] == [2, 8]
    assert all("\n" not in refusal.message for refusal in table.refused)


def test_exact_duplicates_are_reports_too(read) -> None:
    assert len(read("\n".join([HEADER, GOOD, GOOD, GOOD])).rows) == 3


def test_a_row_over_several_lines_is_one_row(read) -> None:
    text = 'type;description;adresse\nPropreté;"sale\ndepuis lundi";1 rue Henner\nPropreté;;2 rue Henner\n'
    table = read(text)
    assert [(row.row, row.description) for row in table.rows] == [(2, "sale\ndepuis lundi"), (3, "")]


def test_a_quote_never_closed_is_said_and_the_rows_before_it_are_read(read) -> None:
    table = read("\n".join([HEADER, GOOD, 'S8;Propreté;"oubli;y;75018;2023-10-11;48.8, 2.3', GOOD, GOOD]) + "\n")
    assert len(table.rows) == 1
    assert codes(table) == [(3, "unclosed_quote")]
    assert "3 lines" in table.refused[0].message


def test_an_inch_mark_is_no_quote(read) -> None:
    assert len(read(f'{HEADER}\nS9;Voirie;tuyau 12" cassé;y;75018;2023-10-11;48.8, 2.3\n').rows) == 1


def test_a_file_cut_in_a_row_says_so_for_that_row(read) -> None:
    table = read("\n".join([HEADER, GOOD, "S10;Propreté;Déjec"]))
    assert len(table.rows) == 1
    assert codes(table) == [(3, "truncated")]


def test_two_columns_of_one_name_are_both_kept(read) -> None:
    (row,) = read("type;adresse;note;note;\nPropreté;1 rue Henner;a;b;c\n").rows
    assert dict(row.raw) == {
        "type": "Propreté", "adresse": "1 rue Henner", "note": "a", "note (2)": "b", "column 5": "c"
    }  # fmt: skip


def feature(geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def test_features_are_placed_by_their_geometry_and_refused_one_by_one(read) -> None:
    table = read(
        json.dumps(
            {
                "type": "FeatureCollection",
                "features": [
                    feature({"type": "Point", "coordinates": [2.35, 48.89]}, type="Propreté", id=7),
                    feature(None, type="Voirie", geo_point_2d={"lon": 2.36, "lat": 48.88}),
                    feature({"type": "LineString", "coordinates": [[2.0, 48.0], [2.2, 48.2]]}, type="Voirie"),
                    feature({"type": "Point", "coordinates": [2.35, 200]}, type="Propreté"),
                    feature({"type": "Point", "coordinates": [10**400, 48.8]}, type="Propreté"),
                    feature({"type": "Point", "coordinates": json.loads("[" * 900 + "]" * 900)}, type="Propreté"),
                    feature({"type": "Point", "coordinates": [0, 0]}, type="Propreté"),
                    {"type": "Feature"},
                    feature(None, type=None),
                ],
            }
        )
    )
    assert [row.position for row in table.rows] == [(48.89, 2.35), (48.88, 2.36), (48.1, 2.1), None]
    assert table.rows[0].external_id == "7"
    assert codes(table) == [
        (4, "bad_position"), (5, "bad_position"), (6, "bad_position"), (8, "not_a_feature"), (9, "empty_row")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("nom;prenom\nA;B\n", "table_columns_missing"),
        ("type;soustype\nPropreté;x\n", "table_columns_missing"),
        ("latitude;longitude\n48;2\n", "table_columns_missing"),
        ("Bonjour", "table_columns_missing"),
        ("{}", "unknown_format"),
        ("[1, 2]", "unknown_format"),
        ('{"type": "FeatureCollection", "features": []}', "table_empty"),
        ('{"type": "FeatureCollection", "features": [{"type"', "table_malformed"),
        ("[" * 100_000, "table_malformed"),
        ("", "file_empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "unknown_format"),
    ],
)
def test_what_is_no_table_of_reports_is_refused_in_one_line(read, data: bytes | str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data)
    assert caught.value.code == code
    assert "\n" not in str(caught.value)
    assert caught.value.mend


@given(data=st.binary(max_size=300))
@settings(deadline=None, derandomize=True)
def test_every_row_is_read_or_refused_whatever_the_bytes(data: bytes, tmp_path_factory) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "table"
    for head in (b"", f"{HEADER}\n{GOOD}\n".encode(), b'{"type": "FeatureCollection", "features": ['):
        path.write_bytes(head + data)
        try:
            table = read_reports(path)
        except InputError:
            continue
        rows = [item.row for item in (*table.rows, *table.refused)]
        assert len(rows) == len(set(rows))
