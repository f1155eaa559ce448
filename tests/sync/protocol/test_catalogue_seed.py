"""What ships: complete, in two languages, drawn, within the limits that keep a form usable outdoors."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree

import pytest

from sync.protocol.catalogue import LISTS, load_seed
from sync.protocol.catalogue_check import validate
from sync.protocol.records import CatalogueEntry
from tests.sync.protocol.catalogue_icons import HOUSE_ICONS, icon_names

SEED = load_seed()
FAMILIES = [e for e in SEED.entries("categories") if e.data.get("level") == 1]
LEAVES = [e for e in SEED.entries("categories") if e.data.get("level") != 1]
REPORTS = [e for e in LEAVES if not e.data.get("guidance")]
GRIDS = [e.code for e in SEED.entries("grids")]


def items_of(grid: str) -> list[dict[str, Any]]:
    entry = SEED.get("grids", grid)
    assert entry is not None
    return [item for section in entry.data["sections"] for item in section["items"]]


def category(code: str) -> CatalogueEntry:
    entry = SEED.get("categories", code)
    assert entry is not None
    return entry


def test_the_validator_finds_nothing_wrong_with_the_seed() -> None:
    assert validate(SEED, icon_names()) == []


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_its_entries(name: str) -> None:
    assert SEED.entries(name)


def test_no_seed_file_is_left_out_of_the_lists() -> None:
    """Lists are named, not discovered: a file that nobody loads would look like content."""
    stems = {file.name.removesuffix(".toml") for file in (files("resources") / "catalogue").iterdir()}

    assert stems <= set(LISTS)
    assert {"grid_items", "grids", "territories"} == set(LISTS) - stems


def french_in(value: Any, key: str = "") -> Iterator[str]:
    """Every French text of a nest of tables: labels, questions, choices, levels, sentences."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from french_in(inner, name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from french_in(inner)
    elif isinstance(value, str) and (key == "fr" or key.endswith("_fr")):
        yield value


def test_french_is_typeset_as_french() -> None:
    """DESIGN-UI §7: a non-breaking space before : ; ? ! and the curled apostrophe."""
    texts = [words for entry in SEED for words in french_in({"fr": entry.fr, **entry.data})]

    assert len(texts) > 1_500
    assert [words for words in texts if re.search(r" [:;?!»]|« |'", words)] == []


def test_words_for_inhabitants_avoid_office_words() -> None:
    """DESIGN-UI §7: plain words; the stable code may be learned."""
    for entry in SEED.entries("categories"):
        assert not re.search(r"domanialité|déjections|voirie|DPE|DVD|DEVE", entry.fr), entry.fr


@pytest.mark.parametrize("icon", sorted(file.name for file in HOUSE_ICONS.iterdir()))
def test_every_house_pictogram_is_drawn_like_the_others(icon: str) -> None:
    """One look: a 24 × 24 frame, lines of width 2 in the colour of the text, round ends."""
    root = ElementTree.fromstring((HOUSE_ICONS / icon).read_text(encoding="utf-8"))

    assert root.attrib["viewBox"] == "0 0 24 24"
    assert root.attrib["stroke"] == "currentColor"
    assert (root.attrib["stroke-width"], root.attrib["stroke-linecap"], root.attrib["fill"]) == ("2", "round", "none")


def test_every_house_pictogram_is_used() -> None:
    used = {icon for entry in SEED for icon in re.findall(r"house:[a-z-]+", f"{entry.icon} {entry.data}")}

    assert used == {name for name in icon_names() if name.startswith("house:")}


def test_a_family_fits_a_page_of_tiles_and_ends_with_other() -> None:
    sizes = Counter(entry.data["parent"] for entry in LEAVES)

    assert len(FAMILIES) <= 13
    assert max(sizes.values()) <= 12
    for family in FAMILIES:
        children = [e.code for e in SEED.children("categories", family.code)]
        assert any(code == "other" or code.endswith("_other") for code in children), family.code


def test_the_twelve_usual_categories_have_their_order() -> None:
    """DESIGN-UI §5, screen 05: « Courants »."""
    usual = sorted(e.data["common"] for e in REPORTS if "common" in e.data)

    assert usual == list(range(1, 13))


@pytest.mark.parametrize("name", ["themes", "publics", "place_kinds", "space_kinds", "reuses", "levers", "furniture"])
def test_every_open_list_has_an_other(name: str) -> None:
    """Requirements §10: an « autre » value in each list."""
    assert SEED.get(name, "other") is not None


def test_day_and_night_and_the_public_are_independent_lists() -> None:
    """S-10: a women's night walk counts in both."""
    assert {"women", "young_people", "mixed"} <= {e.code for e in SEED.entries("publics")}
    assert {e.code for e in SEED.entries("day_night")} == {"day", "night", "mixed", "unknown"}


def test_counts_can_say_not_collected() -> None:
    """S-203: not collected is not zero."""
    assert [e.code for e in SEED.entries("genders")] == ["women", "men", "other_or_unsaid", "not_collected"]
    assert SEED.get("age_bands", "not_collected") is not None


def test_age_bands_follow_one_another_without_gap_or_overlap() -> None:
    bands = [e.data for e in SEED.entries("age_bands") if "min" in e.data]

    assert bands[0]["min"] == 0
    assert all(after["min"] == before["max"] + 1 for before, after in itertools.pairwise(bands))
    assert "max" not in bands[-1]


def test_the_neglected_kinds_are_exactly_the_four_of_the_text() -> None:
    """S-57: « friches, interstices urbains, coins et recoins, murs pignons »."""
    neglected = [e.code for e in SEED.entries("space_kinds") if e.data["delaisse"]]

    assert neglected == ["wasteland", "interstice", "nook", "gable_wall"]


def test_qualities_are_the_three_fields_of_a_space() -> None:
    """S-54: three that do not exclude one another."""
    assert [e.data["field"] for e in SEED.entries("qualities")] == ["degraded", "dysfunctional", "potential"]


def test_an_owner_may_be_unknown_or_to_clarify() -> None:
    """S-54, S-65: the three of the text, and two different ways of not knowing."""
    assert {"city", "landlord", "co_ownership", "to_clarify", "unknown"} <= {
        e.code for e in SEED.entries("owner_kinds")
    }


def test_the_five_answers_of_the_text_come_before_the_residents_own() -> None:
    """S-14, S-31."""
    sources = [e.data.get("source") for e in SEED.entries("wanted_answers")]

    assert sources[:5] == ["S-14"] * 5
    assert sources.count("S-31") == 7


def test_a_racist_inscription_is_urgent_and_read_by_few() -> None:
    """S-205: to be removed at once, with its referral contact."""
    data = category("racist_inscription").data

    assert (data["urgent"], data["readers"], data["referral"]) == (True, "cell_assignee", "discrimination")


def test_needles_are_a_cleaning_and_health_matter() -> None:
    """S-37."""
    data = category("needles").data

    assert (data["parent"], data["urgent"], data["health"]) == ("cleanliness", True, True)


@pytest.mark.parametrize("code", ["neighbour_conflict", "agent_incivility"])
def test_what_could_name_someone_is_not_read_by_all(code: str) -> None:
    """S-29, S-43."""
    assert category(code).data["readers"] != "all"


@pytest.mark.parametrize(
    ("word", "card", "number"),
    [
        ("sans domicile fixe", "social_distress", "115"),
        ("isolement", "isolation", "3977"),
        ("violences faites aux femmes", "victim", "3919"),
        ("discrimination", "discrimination", "3928"),
        ("trafic de stupéfiants", "offence", "17"),
    ],
)
def test_distress_victims_discrimination_and_offences_open_a_card_and_make_no_report(
    word: str, card: str, number: str
) -> None:
    """S-28, S-38, S-48, S-49, S-205: guidance with who to call."""
    code = SEED.resolve("categories", word)
    assert code is not None
    data = category(code).data
    shown = SEED.get("guidance", card)

    assert data["guidance"] is True
    assert data["card"] == card
    assert "readers" not in data
    assert shown is not None
    assert number in [line["number"] for line in shown.data["numbers"]]
    assert shown.data["text_fr"]
    assert shown.data["text_en"]


def test_a_child_in_danger_and_the_european_number_are_one_tap_away() -> None:
    numbers = {line["number"] for e in SEED.entries("guidance") for line in e.data["numbers"]}

    assert {"119", "112", "114", "15", "18", "3114"} <= numbers


def test_no_word_describes_origin_or_religion() -> None:
    """S-206: no vocabulary of origin, religion or group, nor an invitation to describe a person."""
    forbidden = re.compile(r"origine|ethni|religi|roms?\b|étranger|musulman|juif|noirs?\b|arabe", re.IGNORECASE)
    for entry in SEED:
        assert not forbidden.search(f"{entry.fr} {' '.join(entry.aliases)}"), (entry.list, entry.code)


def test_a_refused_report_gives_inhabitants_a_sentence() -> None:
    """S-92."""
    for entry in SEED.entries("refusal_reasons"):
        assert entry.data["sentence_fr"].endswith(".")
        assert entry.data["sentence_en"].endswith(".")


def test_an_assignees_refusal_goes_back_to_the_cell() -> None:
    """DESIGN §4: it is not the final « non retenu »; done is declared, treated is verified."""
    statuses = {e.code: e.data for e in SEED.entries("statuses")}

    assert statuses["returned"]["group"] == "open"
    assert statuses["done"]["group"] == "done"
    assert "treated" in statuses["done"]["next"]
    assert "treated" not in statuses["assigned"]["next"] + statuses["planned"]["next"]


def test_the_nine_grids_are_labelled_to_be_validated() -> None:
    assert set(GRIDS) == {
        *("common", "women", "young_people", "school_surroundings", "footpath", "crossing", "station_shelter"),
        *("landlord_hall_courtyard", "worksite"),
    }
    for entry in SEED.entries("grids"):
        assert entry.data["status"] == "to be validated by its users"


@pytest.mark.parametrize("grid", [code for code in GRIDS if code != "common"])
def test_every_grid_shares_items_with_the_common_one_so_that_walks_compare(grid: str) -> None:
    """S-12."""
    shared = {i["item"] for i in items_of(grid)} & {i["item"] for i in items_of("common")}

    assert len(shared) >= 2
    assert "feeling" in shared


def test_every_item_of_the_bank_is_asked_by_a_grid_or_of_a_promise_of_the_site() -> None:
    """S-12, S-101."""
    asked = {item["item"] for grid in GRIDS for item in items_of(grid)}
    of_promises = {entry.code for entry in SEED.entries("grid_items") if entry.data.get("promise")}

    assert of_promises == {"commitment_displayed", "commitment_followed"}
    assert asked | of_promises == {entry.code for entry in SEED.entries("grid_items")}
    assert not asked & of_promises


def test_the_young_peoples_grid_has_its_own_words() -> None:
    """S-19."""
    own = [item for item in items_of("young_people") if "question_fr" in item]

    assert len(own) >= 10
    assert all(item["question_en"] for item in own)


def test_the_worksite_grid_must_say_whether_the_footpath_is_kept() -> None:
    """S-86."""
    assert [item["item"] for item in items_of("worksite") if item.get("mandatory")] == ["footpath_kept"]


def test_police_presence_is_asked_both_ways_with_a_neutral_answer() -> None:
    """S-30."""
    item = SEED.get("grid_items", "police_presence")
    assert item is not None

    assert [c["code"] for c in item.data["choices"]] == ["too_little", "right", "too_much", "no_opinion"]


def test_the_starter_pages_of_the_common_grid_are_there() -> None:
    entry = SEED.get("grids", "common")
    assert entry is not None

    assert [s["code"] for s in entry.data["sections"]] == [
        *("way", "see", "seen", "help", "upkeep", "comfort", "feel", "good", "wish")
    ]


def test_seed_files_are_plain_toml_without_floats_or_dates() -> None:
    """Canonical JSON has neither; a day is written between quotes."""
    for folder in ("catalogue", "grids", "territories"):
        for file in (files("resources") / folder).iterdir():
            if file.name.endswith(".toml"):
                for table in tomllib.loads(file.read_text(encoding="utf-8"))["entry"]:
                    assert isinstance(table["valid_from"], str), file.name
