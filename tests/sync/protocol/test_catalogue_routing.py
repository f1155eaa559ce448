"""Whom the routing table proposes for a category, a place and an owner."""

from __future__ import annotations

import itertools

import pytest

from sync.protocol.catalogue import Catalogue, load_seed, seed_entry, suggest

SEED = load_seed()


@pytest.mark.parametrize(
    ("category", "place_kind", "owner", "lead", "informed"),
    [
        # S-95: DPE + DVD + DEVE for upkeep.
        ("litter", "footpath", "city", "dpe", {"dvd", "deve"}),
        ("poor_upkeep", None, None, "dpe", {"dvd", "deve"}),
        # S-87: DVD + DEVE + DPA for worksites.
        ("worksite_footpath", "footpath", "city", "dvd", {"deve", "dpa"}),
        ("worksite_nuisance", None, None, "dvd", {"deve", "dpa"}),
        # S-26, S-113: a landlord's hall.
        ("occupation", "hall", None, "landlord", {"gpis", "cdn"}),
        ("occupation", "hall", "landlord", "landlord", {"gpis", "cdn"}),
        ("litter", "hall", None, "landlord", {"gup_cell"}),
        ("litter", "footpath", "landlord", "landlord", {"gup_cell"}),
        # S-42: around schools.
        ("footpath_narrow", "school_surroundings", None, "dasco", {"dvd", "school"}),
        ("dog_mess", "school_surroundings", "city", "dpe", {"dasco", "dvd"}),
        # S-227: the station to RATP, its surroundings to the City.
        ("litter", "bus_shelter", None, "ratp", {"dvd", "dpe"}),
        ("footpath_damaged", "station_surroundings", None, "dvd", {"ratp", "dpe"}),
        # S-37, S-205, S-50, S-65.
        ("needles", "footpath", None, "dpe", {"drug_coordination", "asv"}),
        ("racist_inscription", "hall", "landlord", "landlord", {"discrimination_network", "police_prefecture"}),
        ("degraded_building", "facade", None, "landlord", {"dlh"}),
        ("degraded_building", "footpath", None, "dlh", {"town_hall"}),
        ("bulky_items", "courtyard", "to_clarify", "gup_cell", {"ddct"}),
        ("too_dark", "footpath", None, "street_lighting", {"dvd", "cdn"}),
    ],
)
def test_the_most_specific_rule_proposes_lead_and_informed(
    category: str, place_kind: str | None, owner: str | None, lead: str, informed: set[str]
) -> None:
    found = suggest(SEED, category=category, place_kind=place_kind, owner=owner)

    assert found is not None
    assert (found.lead, set(found.informed)) == (lead, informed)


def test_both_trios_of_the_text_are_marked() -> None:
    trios = {
        rule.data["trio"]: {rule.data["lead"], *rule.data["informed"]}
        for rule in SEED.entries("routing")
        if "trio" in rule.data
    }

    assert trios == {"upkeep": {"dpe", "dvd", "deve"}, "worksites": {"dvd", "deve", "dpa"}}


def test_nothing_known_still_reaches_the_cell() -> None:
    found = suggest(SEED, category="code_of_a_newer_server", place_kind=None, owner=None)

    assert found is not None
    assert (found.lead, found.rule) == ("gup_cell", "anything")


def test_every_category_place_and_owner_finds_someone_who_may_receive_it() -> None:
    """No combination falls through, and social services never receive a nuisance (S-133)."""
    reports = [e.code for e in SEED.entries("categories") if e.data.get("level") != 1 and not e.data.get("guidance")]
    places = [None, *(e.code for e in SEED.entries("place_kinds"))]
    owners = [None, *(e.code for e in SEED.entries("owner_kinds"))]
    for category, place, owner in itertools.product(reports, places[::7], owners):
        found = suggest(SEED, category=category, place_kind=place, owner=owner)
        assert found is not None
        lead = SEED.get("organisations", found.lead)
        assert lead is not None
        assert lead.data["role"] in {"assignee", "cell"}, (category, place, owner, found.lead)
        assert found.lead not in found.informed


def test_an_empty_table_proposes_nobody() -> None:
    assert suggest(Catalogue([]), category="litter", place_kind=None, owner=None) is None


def test_a_rule_added_by_the_office_wins_when_it_is_more_specific() -> None:
    rule = seed_entry(
        "routing",
        {
            **{"code": "litter_on_quays", "version": 1, "valid_from": "2020-01-01", "icon": "trash-2"},
            **{"fr": "Quais", "en": "Quays", "data": {"category": "litter", "place": "quay", "lead": "dvd"}},
        },
    )
    found = suggest(SEED.with_entries([rule]), category="litter", place_kind="quay", owner=None)

    assert found is not None
    assert (found.lead, found.informed, found.rule) == ("dvd", (), "litter_on_quays")
