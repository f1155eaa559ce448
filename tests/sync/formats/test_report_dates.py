"""Dates as French offices write them are read; what is no date is left to be kept as words."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from sync.formats.report_columns import find_columns, read_date

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("14/01/2026 à 19:45", datetime(2026, 1, 14, 19, 45, tzinfo=PARIS)),
        ("14/01/26", date(2026, 1, 14)),
        ("14/1/2026 9h", datetime(2026, 1, 14, 9, 0, tzinfo=PARIS)),
        ("14/1/2026 19 h 05", datetime(2026, 1, 14, 19, 5, tzinfo=PARIS)),
        ("14 janvier 2026", date(2026, 1, 14)),
        ("mardi 1er févr. 2026 à 9h05", datetime(2026, 2, 1, 9, 5, tzinfo=PARIS)),
        ("14.08.2026 19:45:30", datetime(2026, 8, 14, 19, 45, 30, tzinfo=PARIS)),
        ("2026-01-14", date(2026, 1, 14)),
    ],
)
def test_a_date_is_read_as_france_writes_it(written: str, meant: date) -> None:
    assert read_date(written) == meant


@pytest.mark.parametrize(
    "written", ["pas une date", "32/01/2026", "14/13/2026", "14 brumaire 2026", "14/01/2026 25h", ""]
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert read_date(written) is None


def test_the_city_s_labelled_header_is_known() -> None:
    header = ["TYPE DECLARATION", "SOUS TYPE DECLARATION", "Date de déclaration", "ADRESSE"]
    assert find_columns(header) == {
        "type": "TYPE DECLARATION",
        "subtype": "SOUS TYPE DECLARATION",
        "declared_at": "Date de déclaration",
        "address": "ADRESSE",
    }
