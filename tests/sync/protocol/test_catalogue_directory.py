"""Territories and actors that ship: what the founding text prints, and no official code that nobody published."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sync.protocol.catalogue import load_seed

SEED = load_seed()


def test_the_twenty_priority_districts_add_up_to_the_published_total() -> None:
    """S-154: 150,460 residents, 30,210 to 1,370."""
    districts = [e.data for e in SEED.entries("territories") if e.data["kind"] == "priority_district"]

    assert len(districts) == 20
    assert sum(d["population"] for d in districts) == 150_460
    assert {n for d in districts for n in d["arrondissements"]} == {10, 11, 13, 14, 17, 18, 19, 20}
    assert [len(d["arrondissements"]) for d in districts].count(1) == 17


def test_the_odd_income_is_flagged_and_kept_as_printed() -> None:
    """S-154: 5400 for Jeanne d'Arc-Clisson."""
    flagged = [e for e in SEED.entries("territories") if e.data.get("income_flag")]

    assert [(e.code, e.data["median_income"]) for e in flagged] == [("jeanne_d_arc_clisson", 5400)]


@pytest.mark.parametrize(
    ("kind", "number"),
    [("watch_district", 7), ("zsp", 3), ("gpru", 13), ("pnru", 6), ("npnru", 6), ("arrondissement", 20)],
)
def test_the_other_perimeters_of_the_text_are_there(kind: str, number: int) -> None:
    """S-156, S-159 to S-162 (11 GPRU and two extensions)."""
    assert sum(e.data["kind"] == kind for e in SEED.entries("territories")) == number


def test_a_point_may_lie_outside_any_perimeter() -> None:
    """S-167."""
    assert SEED.get("territories", "outside_any_perimeter") is not None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Goutte d'Or", "goutte_dor"),
        ("la goutte d’or", "goutte_dor"),
        ("Porte de Saint-Ouen - Porte Pouchet", "porte_de_saint_ouen_porte_pouchet"),
        ("Portes du 20e", "portes_du_vingtieme"),
        ("La Chapelle-Évangile", "la_chapelle_evangile"),
        ("Grand Belleville", "grand_belleville"),
        ("75018", "paris_18"),
    ],
)
def test_a_district_is_found_by_the_names_people_use(typed: str, code: str) -> None:
    assert SEED.resolve("territories", typed) == code


def test_successors_are_the_districts_of_the_published_list_of_2024(shared_data: Path) -> None:
    """Our own slugs are the codes; the published list names the successor as we do, or names both of two joined."""
    with (shared_data / "geo-paris" / "qpv_paris_2024_liste.csv").open(encoding="utf-8") as file:
        published = {row["code_qp_2024"]: row["nom_qp"] for row in csv.DictReader(file)}
    successors = {e.code: e.data["successor_2024"] for e in SEED.entries("territories") if "successor_2024" in e.data}
    by_name = {code: SEED.resolve("territories", name) for code, name in published.items()}

    joined = {"bedier_boutroux", "villa_d_este"}
    assert {code: by_name[successor] for code, successor in successors.items() if code not in joined} == {
        code: code for code in successors if code not in joined
    }
    assert {published[successors[code]] for code in joined} == {"Bédier - Boutroux - Villa d'Este"}


def test_the_official_code_is_the_one_of_the_published_polygon(shared_data: Path) -> None:
    published = (shared_data / "geo-paris" / "qpv_2015_officiels_3.geojson").read_text(encoding="utf-8")
    entry = SEED.get("territories", "portes_du_vingtieme")
    assert entry is not None

    assert f'"{entry.data["official_code"]}"' in published


@pytest.mark.parametrize(
    "acronym",
    [
        *("DPE", "DVD", "DEVE", "DPA", "DPP", "CDN", "ISVP", "DDCT", "EDL", "DU", "DLH", "DASCO", "DJS", "DAC"),
        *("DASES", "CASVP", "DFPE", "SSDP", "DICOM", "DAJ", "DDEEES", "DEES", "CASPE", "GPIS", "AORIF", "USH", "ESH"),
        *("DCPOP", "PJJ", "SPIP", "DDCS", "DRIHL", "CPSA", "PIMMS", "ASV", "RATP", "STIF", "APUR", "CGET", "CAUE"),
        *("ANRU", "ANAH", "CDC", "CAF", "ARS", "MILDECA", "DRAC", "Main Verte", "CICA", "CODERPA", "MMPCR"),
        *(
            "Mairie d'arrondissement",
            "bailleur social",
            "syndic",
            "Préfecture de police",
            "Parquet",
            "régies de quartier",
        ),
        *("Défenseur des droits", "délégués du préfet", "adultes-relais", "médiateurs de jour", "conseil citoyen"),
        *(
            "régies de quartier",
            "conseils de quartier",
            "amicales de locataires",
            "commerçants",
            "Plaine Commune",
            "Est Ensemble",
        ),
        *("accorderies", "centres sociaux", "clubs de prévention", "Observatoire des quartiers", "copropriétés"),
    ],
)
def test_every_actor_of_the_text_is_found(acronym: str) -> None:
    """Requirements §6."""
    assert SEED.resolve("organisations", acronym) is not None


def test_local_sections_stand_under_their_directorate() -> None:
    """S-87: DVD, DEVE and DPA."""
    for code in ("dvd", "deve", "dpa"):
        assert next(e.data["level"] for e in SEED.children("organisations", code)) == "section"


def test_social_services_only_guide() -> None:
    """S-133: social orientation, never triage of nuisances."""
    for code in ("dases", "casvp", "dfpe", "ssdp"):
        entry = SEED.get("organisations", code)
        assert entry is not None
        assert entry.data["role"] == "guidance"
