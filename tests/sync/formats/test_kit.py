"""Walk kits from strangers: what is right comes back as it was, what is wrong is named, what is hostile is refused."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.formats.errors import InputError
from sync.formats.kit import Kit, Poster, is_kit, read_kit, write_kit
from sync.protocol.catalogue import load_seed
from sync.protocol.records import Point

PAGE = (Path(__file__).parents[3] / "docs" / "walk-kit.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```json kit\n(.+?)\n```", PAGE, re.DOTALL)[0]
PLAIN: dict[str, Any] = {"format": "gup-walk-kit", "version": 1, "title": "Une marche"}

Write = Callable[..., Path]


@pytest.fixture
def archive(tmp_path: Path) -> Write:
    """archive({"kit.json": …}): a zip with these members."""

    def write(members: dict[str, Any], *, packing: int = zipfile.ZIP_DEFLATED) -> Path:
        file = tmp_path / "essai.gupkit"
        with zipfile.ZipFile(file, "w", packing) as bundle:
            for name, content in members.items():
                bundle.writestr(name, json.dumps(content) if isinstance(content, dict) else content)
        return file

    return write


def refusal(file: Path) -> InputError:
    """Why it is refused; one line that names the file."""
    with pytest.raises(InputError) as caught:
        read_kit(file)
    assert "\n" not in str(caught.value)
    assert file.name in str(caught.value)
    assert caught.value.mend
    return caught.value


def test_the_example_of_the_description_is_read_word_for_word(archive: Write) -> None:
    kit = read_kit(archive({"kit.json": EXAMPLE, "instructions.md": "Prenez une lampe."}))
    assert (kit.title, kit.publics, kit.period, kit.step_free) == (
        *("De la place au square, le soir", ("women",)),
        *("night", True),
    )
    assert kit.route[1] == Point(lat_e7=488307000, lon_e7=24492000)
    assert (len(kit.stops), kit.grid_code, kit.grid_version) == (2, "evening_square", 1)
    assert [(entry.list, entry.code) for entry in kit.entries] == [
        ("grids", "evening_square"),
        ("grid_items", "gate_open"),
    ]
    assert kit.instructions == "Prenez une lampe."


def test_every_refusal_of_the_code_is_in_the_description() -> None:
    source = "".join((Path(__file__).parents[3] / name).read_text("utf-8") for name in _SOURCES)
    assert set(re.findall(r'"(kit_\w+)"', source)) == set(re.findall(r"^\| `(kit_\w+)` \|", PAGE, re.MULTILINE))


_SOURCES = ("sync/formats/kit.py", "sync/formats/kit_gpx.py", "walker/domain/kits.py")

codes = st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True)
points = st.builds(
    Point,
    lat_e7=st.integers(-900_000_000, 900_000_000),
    lon_e7=st.integers(-1_800_000_000, 1_800_000_000),
)
grids = st.sampled_from([entry for entry in load_seed() if entry.list in ("grids", "grid_items")])
kits = st.builds(
    Kit,
    title=st.text(st.characters(categories=("L", "N", "P")), max_size=60),
    publics=st.lists(codes, unique=True, max_size=5).map(tuple),
    themes=st.lists(codes, unique=True, max_size=5).map(tuple),
    purposes=st.lists(codes, unique=True, max_size=5).map(tuple),
    period=st.sampled_from([None, "day", "night", "mixed"]),
    territory=st.none() | codes,
    step_free=st.sampled_from([None, True, False]),
    route=st.lists(points, max_size=30).map(tuple),
    stops=st.lists(points, max_size=10).map(tuple),
    entries=st.lists(grids, max_size=3).map(tuple),
    instructions=st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\ufeff"), max_size=200),
    posters=st.lists(
        st.builds(Poster, name=st.sampled_from(["a.pdf", "b.png", "c 1.jpg"]), content=st.binary(max_size=50)),
        unique_by=lambda poster: poster.name,
        max_size=3,
    ).map(lambda found: tuple(sorted(found, key=lambda poster: poster.name))),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(kit=kits, code=st.none() | codes, version=st.none() | st.integers(1, 99))
def test_a_kit_comes_back_as_it_was_written(tmp_path: Path, kit: Kit, code: str | None, version: int | None) -> None:
    import dataclasses

    whole = dataclasses.replace(kit, grid_code=code, grid_version=version if code else None)
    file = tmp_path / "round.gupkit"
    file.write_bytes(write_kit(whole))
    assert is_kit(file)
    assert read_kit(file) == whole
    assert write_kit(read_kit(file)) == file.read_bytes()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"format": "gupz"}, "kit.json"),
        ({"version": 0}, "kit.json, version"),
        ({"version": True}, "kit.json, version"),
        ({"title": 3}, "kit.json, title"),
        ({"title": "x" * 201}, "kit.json, title"),
        ({"publics": "women"}, "kit.json, publics"),
        ({"publics": ["women", ""]}, "kit.json, publics[1]"),
        ({"themes": ["x"] * 51}, "kit.json, themes"),
        ({"period": "midnight"}, "kit.json, period"),
        ({"step_free": "yes"}, "kit.json, step_free"),
        ({"route": [[2.4, 48.8], [2.4]]}, "kit.json, route[1]"),
        ({"route": [[2.4, 95]]}, "kit.json, route[0]"),
        ({"route": [[True, 48.8]]}, "kit.json, route[0]"),
        ({"stops": [[2.4, 48.8]] * 101}, "kit.json, stops"),
        ({"grid": {"version": 1}}, "kit.json, grid.code"),
        ({"grid": {"code": "women", "version": "1"}}, "kit.json, grid.version"),
        ({"grid": []}, "kit.json, grid"),
        ({"catalogue": [{"list": "categories", "code": "x"}]}, "kit.json, catalogue[0]"),
        ({"catalogue": [{"list": "grids", "code": "x", "data": {"n": 1.5}}]}, "kit.json, catalogue[0]"),
        ({"catalogue": [{"list": "grids", "code": "x"}]}, "kit.json, catalogue[0], "),
    ],
)
def test_what_is_wrong_is_named_with_its_place(archive: Write, change: dict[str, Any], place: str) -> None:
    fault = refusal(archive({"kit.json": {**PLAIN, **change}}))
    assert fault.code == "kit_malformed"
    assert (fault.place or "").startswith(place)


@pytest.mark.parametrize("text", ["", "[1", "null", "NaN", '{"format": Infinity}', "[" * 100_000, "\xff"])
def test_what_is_no_json_is_refused(archive: Write, text: str) -> None:
    assert refusal(archive({"kit.json": text.encode("latin-1")})).code == "kit_malformed"


def test_a_newer_kit_says_to_update(archive: Write) -> None:
    assert refusal(archive({"kit.json": {**PLAIN, "version": 2}})).code == "kit_too_new"


def test_fields_of_tomorrow_are_passed_over(archive: Write) -> None:
    assert (
        read_kit(archive({"kit.json": {**PLAIN, "weather": {"x": 1}}, "LISEZ-MOI.txt": "bonjour"})).title
        == "Une marche"
    )


@pytest.mark.parametrize(
    "name", ["../kit.json", "/etc/passwd", "posters/../../x.pdf", "C:\\x.pdf", "posters\\x.pdf", "a:b"]
)
def test_a_name_that_leads_out_is_refused(archive: Write, name: str) -> None:
    assert refusal(archive({"kit.json": PLAIN, name: b"x"})).code == "kit_unsafe"


def test_a_link_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "link.gupkit"
    with zipfile.ZipFile(file, "w") as bundle:
        bundle.writestr("kit.json", json.dumps(PLAIN))
        link = zipfile.ZipInfo("posters/x.pdf")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        bundle.writestr(link, "/etc/passwd")
    assert refusal(file).code == "kit_unsafe"


def test_a_bomb_is_stopped_while_it_unpacks(archive: Write) -> None:
    """A gigabyte of zeros packs into a megabyte; nobody believes the size it says."""
    small = archive({"kit.json": PLAIN, "instructions.md": b"\0" * (2 * 1024 * 1024)})
    assert small.stat().st_size < 10_000
    assert refusal(small).code == "kit_too_large"
    assert refusal(archive({"kit.json": b" " * (5 * 1024 * 1024)})).code == "kit_too_large"


def test_a_size_that_lies_is_no_way_around(archive: Write) -> None:
    file = archive({"kit.json": PLAIN, "instructions.md": b"a" * 400_000})
    data = file.read_bytes()
    lied = data.replace((400_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lied != data
    file.write_bytes(lied)
    assert refusal(file).code in ("kit_damaged", "kit_too_large")


def test_too_many_members_and_the_same_one_twice_are_refused(archive: Write, tmp_path: Path) -> None:
    many = {f"x{number}": b"" for number in range(70)}
    assert refusal(archive({"kit.json": PLAIN, **many})).code == "kit_too_large"
    twice = tmp_path / "twice.gupkit"
    with pytest.warns(UserWarning), zipfile.ZipFile(twice, "w") as bundle:
        bundle.writestr("kit.json", json.dumps(PLAIN))
        bundle.writestr("kit.json", json.dumps({**PLAIN, "title": "autre"}))
    assert refusal(twice).code == "kit_malformed"


@pytest.mark.parametrize("name", ["posters/x.exe", "posters/.pdf", "posters/a/b.pdf", "posters/é.pdf"])
def test_a_poster_has_a_plain_name_and_a_known_kind(archive: Write, name: str) -> None:
    assert refusal(archive({"kit.json": PLAIN, name: b"x"})).code == "kit_malformed"


def test_another_archive_is_no_kit(archive: Write) -> None:
    file = archive({"photo.jpg": b"x"})
    assert not is_kit(file)
    assert refusal(file).code == "kit_malformed"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(cut=st.integers(0, 10_000), at=st.integers(0, 10_000), value=st.integers(0, 255))
def test_a_damaged_file_is_refused_or_read_never_a_bug(tmp_path: Path, cut: int, at: int, value: int) -> None:
    whole = bytearray(write_kit(Kit(title="Marche", stops=(Point(lat_e7=1, lon_e7=2),), instructions="mots")))
    whole[at % len(whole)] = value
    file = tmp_path / "damaged.gupkit"
    file.write_bytes(bytes(whole[: len(whole) - cut % len(whole)]))
    try:
        read_kit(file)
    except InputError as fault:
        assert fault.mend


GPX = """<?xml version="1.0"?><gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1">
<wpt lat="48.83" lon="2.448"><name>Place</name></wpt><wpt lat="48.84" lon="2.45"/>
{way}</gpx>"""
ROUTE = '<rte><name>Le tour</name><rtept lat="48.83" lon="2.448"/><rtept lat="48.84" lon="2.45"/></rte>'
TRACK = '<trk><name>Trace</name><trkseg><trkpt lat="48.8" lon="2.4"/><trkpt lat="48.81" lon="2.4"/></trkseg></trk>'


@pytest.mark.parametrize(
    ("way", "title", "first"),
    [(ROUTE, "Le tour", 488300000), (TRACK, "Trace", 488000000), (TRACK + ROUTE, "Trace", 488300000)],
)
def test_a_route_or_track_of_a_gpx_file_is_a_way_and_its_waypoints_are_stops(
    tmp_path: Path, way: str, title: str, first: int
) -> None:
    file = tmp_path / "tour.gpx"
    file.write_text(GPX.format(way=way), encoding="utf-8")
    kit = read_kit(file)
    assert is_kit(file)
    assert (kit.title, kit.route[0].lat_e7, len(kit.route), len(kit.stops)) == (title, first, 2, 2)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<gpx></gpx>", "kit_no_route"),
        ("<gpx><rte>", "kit_malformed"),
        ('<!DOCTYPE gpx [<!ENTITY a "b">]><gpx><wpt lat="1" lon="1"/></gpx>', "kit_malformed"),
        ("<gpx>" + '<wpt lat="1" lon="1"/>' * 101 + "</gpx>", "kit_too_large"),
        ("bonjour", "unknown_format"),
    ],
)
def test_a_gpx_without_a_way_or_with_a_trick_is_refused(tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "tour.gpx"
    file.write_text(text, encoding="utf-8")
    assert refusal(file).code == code


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert refusal(tmp_path / "rien.gupkit").code == "file_missing"
    assert not is_kit(tmp_path / "rien.gupkit")


def test_a_zip_of_bytes_alone_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "x.gupkit"
    file.write_bytes(b"PK\x03\x04" + b"\0" * 40 + b"x")
    assert refusal(file).code == "kit_damaged"
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w"):
        pass
    file.write_bytes(written.getvalue())
    assert refusal(file).code in ("kit_malformed", "kit_damaged")


@pytest.mark.parametrize(
    "text",
    [
        '"title": "\\ud800"',
        '"publics": ["\\udfff"]',
        '"grid": {"code": "\\ud800"}',
        '"catalogue": [{"list": "grids", "code": "x", "fr": "\\ud800"}]',
        '"route": [[1e999999999, 48.8]]',
    ],
)
def test_half_a_sign_and_a_number_beyond_all_numbers_are_refused(archive: Write, text: str) -> None:
    """JSON can write them; no file, screen or database could hold them."""
    content = f'{{"format": "gup-walk-kit", "version": 1, {text}}}'
    assert refusal(archive({"kit.json": content.encode()})).code == "kit_malformed"
