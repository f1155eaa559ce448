"""Addresses without a network: taken in from real lists, found by place and by a few letters."""

from __future__ import annotations

import json
import math
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.formats.errors import InputError
from walker.maps.address_file import ADDRESS, PLACE, STREET, Address, read_addresses
from walker.maps.addresses import METRES_PER_DEGREE, AddressBook, index_addresses, plain
from walker.maps.packs import build_packs, import_addresses, list_addresses, list_packs

HERE = (48.8867, 2.3553)


def book(tmp_path: Path, addresses: list[Address]) -> AddressBook:
    (tmp_path / "packs").mkdir(exist_ok=True)
    index_addresses(addresses, tmp_path / "packs" / "list.addresses")
    return AddressBook(tmp_path)


def door(words: str, north_m: float = 0.0, *, kind: str = ADDRESS, town: str = "75018 Paris") -> Address:
    return Address(kind=kind, words=words, town=town, line=((HERE[1], HERE[0] + north_m / METRES_PER_DEGREE),))


def street(name: str, north_m: float) -> Address:
    lat = HERE[0] + north_m / METRES_PER_DEGREE
    return Address(kind=STREET, words=name, line=((HERE[1] - 0.002, lat), (HERE[1] + 0.002, lat)))


def test_the_real_list_of_dans_ma_rue_is_taken_in_and_finds_its_own_addresses(
    shared_data: Path, tmp_path: Path
) -> None:
    pack = import_addresses(tmp_path, shared_data / "dansmarue" / "dans_ma_rue.csv")
    assert (pack.format, list_addresses(tmp_path), list_packs(tmp_path)) == ("addresses", [pack], [])
    found = AddressBook(tmp_path).nearest(48.88124847353733, 2.334404229526263)
    assert found is not None
    assert (found.words, found.town, found.kind) == ("11 Rue Pierre Fontaine", "75009 PARIS", ADDRESS)
    assert found.distance_m < 1
    assert AddressBook(tmp_path).search("11 r pierre fontai")[0].words == "11 Rue Pierre Fontaine"


def test_the_same_list_as_geojson_holds_the_same_addresses(shared_data: Path) -> None:
    folder = shared_data / "dansmarue"
    table, features = (read_addresses(folder / f"dans_ma_rue.{ending}") for ending in ("csv", "geojson"))
    assert {one.words for one in table} == {one.words for one in features}


def test_the_columns_of_the_national_address_base_are_known(tmp_path: Path) -> None:
    file = tmp_path / "ban.csv"
    file.write_text(
        "id;numero;rep;nom_voie;code_postal;nom_commune;x;y;lon;lat\n"
        "1;12;bis;Rue Myrha;75018;Paris;651000;6865000;2.3553;48.8867\n"
        "2;;;Rue sans place;75018;Paris;;;;\n",
        encoding="utf-8",
    )
    (one,) = read_addresses(file)
    assert (one.words, one.town, one.kind) == ("12 bis Rue Myrha", "75018 Paris", ADDRESS)


def test_a_file_without_addresses_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "streets.csv"
    file.write_text("street,arrondissement\nAllée Baltard,1\n")
    with pytest.raises(InputError, match="no address with a place"):
        import_addresses(tmp_path, file)
    assert list_addresses(tmp_path) == []


def test_a_drawn_pack_brings_the_streets_of_its_drawing(crossing_file: Path, tmp_path: Path) -> None:
    build_packs(tmp_path, crossing_file, title="Carrefour", name="carrefour", themes=("day",))
    found = AddressBook(tmp_path).nearest(48.8291, 2.4480)
    assert found is not None
    assert (found.words, found.kind) == ("Rue Longue", STREET)
    assert 9 < found.distance_m < 13


def test_the_door_of_the_street_one_stands_in_wins_over_a_nearer_one_of_another(tmp_path: Path) -> None:
    held = book(tmp_path, [street("Rue Myrha", 4), door("3 Rue Léon", 8), door("12 Rue Myrha", -15)])
    found = held.nearest(*HERE)
    assert found is not None and found.words == "12 Rue Myrha"


def test_far_from_every_address_nothing_is_pretended(tmp_path: Path) -> None:
    held = book(tmp_path, [door("12 Rue Myrha", 400)])
    assert held.nearest(*HERE) is None
    assert held.landmark(*HERE) is None
    assert AddressBook(tmp_path / "nowhere").nearest(*HERE) is None


def test_a_place_one_can_be_found_by(tmp_path: Path) -> None:
    held = book(tmp_path, [door("Square Léon", 90, kind=PLACE), door("École", 250, kind=PLACE)])
    found = held.landmark(*HERE)
    assert found is not None and (found.words, round(found.distance_m)) == ("Square Léon", 90)


def test_letters_find_streets_whatever_the_accents_and_short_forms(tmp_path: Path) -> None:
    held = book(tmp_path, [street("Boulevard Barbès", 10), street("Rue de l’Évangile", 20), door("4 bd Barbès", 30)])
    assert [one.words for one in held.search("bd barb")] == ["Boulevard Barbès", "4 bd Barbès"]
    assert [one.words for one in held.search("EVANG")] == ["Rue de l’Évangile"]
    assert held.search("4 barbes")[0].words == "4 bd Barbès"
    assert held.search('"; DROP') == []
    assert held.search("  ") == []


def test_a_damaged_list_is_passed_over(tmp_path: Path) -> None:
    held = book(tmp_path, [door("12 Rue Myrha")])
    (tmp_path / "packs" / "broken.addresses").write_bytes(b"no database")
    found = held.nearest(*HERE)
    assert found is not None and found.words == "12 Rue Myrha"


def test_a_list_taken_in_while_the_window_is_open_is_asked_at_once(tmp_path: Path) -> None:
    held = book(tmp_path, [door("12 Rue Myrha")])
    assert held.nearest(*HERE) is not None
    index_addresses([door("14 Rue Myrha")], tmp_path / "packs" / "list.addresses")
    found = held.nearest(*HERE)
    assert found is not None and found.words == "14 Rue Myrha"


def test_a_question_holds_the_window_for_less_than_eight_milliseconds(tmp_path: Path) -> None:
    """60,000 doors: more than an arrondissement has."""
    doors = (
        Address(
            kind=ADDRESS,
            words=f"{n % 90} rue {n // 90}e",
            line=((2.30 + (n % 300) * 3e-4, 48.85 + (n // 300) * 2e-4),),
        )
        for n in range(60_000)
    )
    held = book(tmp_path, list(doors))
    held.nearest(48.86, 2.33)
    spent = []
    for at in range(30):
        begun = time.process_time()
        assert held.nearest(48.855 + at * 1e-3, 2.32) is not None
        held.search("12 rue 4", near=HERE)
        spent.append((time.process_time() - begun) / 2)
    assert sorted(spent)[len(spent) // 2] < 0.008


@given(text=st.text(max_size=40))
def test_plain_words_are_stable(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(north=st.floats(-30, 30), east=st.floats(-30, 30))
def test_the_nearest_is_the_nearest(tmp_path_factory: pytest.TempPathFactory, north: float, east: float) -> None:
    doors = [(n * 7.0 - 35, m * 9.0 - 36) for n in range(10) for m in range(9)]
    folder = tmp_path_factory.getbasetemp() / "grid"
    if not folder.exists():
        folder.mkdir()
        shrink = math.cos(math.radians(HERE[0]))
        book(
            folder,
            [
                Address(
                    kind=ADDRESS,
                    words=json.dumps(at),
                    line=((HERE[1] + at[1] / METRES_PER_DEGREE / shrink, HERE[0] + at[0] / METRES_PER_DEGREE),),
                )
                for at in doors
            ],
        )
    shrink = math.cos(math.radians(HERE[0]))
    found = AddressBook(folder).nearest(
        HERE[0] + north / METRES_PER_DEGREE, HERE[1] + east / METRES_PER_DEGREE / shrink
    )
    assert found is not None
    best = min(math.hypot(n - north, e - east) for n, e in doors)
    assert found.distance_m == pytest.approx(best, abs=0.05)
