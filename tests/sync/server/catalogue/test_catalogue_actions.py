"""The catalogue on the server: the seed is published once, a published version never changes."""

from __future__ import annotations

import dataclasses
import logging

import pytest

from sync.protocol import records
from sync.protocol.catalogue import OFFICE_ONLY_LISTS, load_seed
from sync.server.catalogue.access import catalogue, restricted_categories
from sync.server.catalogue.actions import publish_entries
from sync.server.catalogue.models import Entry
from sync.server.organisations.actions import seed as seed_organisations
from sync.server.organisations.models import Organisation
from sync.server.records import access
from sync.server.records.models import Record

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def test_the_whole_seed_is_published_once_and_reads_back_the_same() -> None:
    assert publish_entries(load_seed()) == len(list(load_seed()))
    assert publish_entries(load_seed()) == 0
    assert [(e.list, e.code, e.fr, e.en, e.data) for e in catalogue()] == [
        (e.list, e.code, e.fr, e.en, e.data) for e in load_seed()
    ]


def test_what_only_the_office_reads_never_enters_the_feed() -> None:
    publish_entries(load_seed())
    fed = {entry.list for entry in access.every(records.CatalogueEntry)}
    assert fed
    assert not fed & OFFICE_ONLY_LISTS
    assert Entry.objects.filter(list_code__in=OFFICE_ONLY_LISTS).exists()


def test_a_published_version_stays_as_it_is_and_a_new_one_comes_beside_it(caplog: pytest.LogCaptureFixture) -> None:
    entry = load_seed().entries("themes")[0]
    publish_entries([entry])
    with caplog.at_level(logging.WARNING):
        publish_entries([dataclasses.replace(entry, fr="Autre mot")])
    assert "stays as it is" in caplog.text
    assert catalogue().label("themes", entry.code, "fr") == entry.fr
    publish_entries([dataclasses.replace(entry, version=entry.version + 1, fr="Autre mot")])
    assert catalogue().label("themes", entry.code, "fr") == "Autre mot"
    assert Record.objects.filter(kind="catalogue_entry").count() == 2


def test_a_category_that_is_unknown_is_restricted() -> None:
    publish_entries(load_seed().entries("categories"))
    assert restricted_categories(["litter", "from_a_newer_tablet"]) == {"from_a_newer_tablet"}


def test_actors_that_are_one_body_become_organisations_once() -> None:
    seed_organisations(load_seed())
    assert Organisation.objects.get(code="dpe").short_name == "DPE"
    assert not Organisation.objects.filter(code="other").exists()
    assert seed_organisations(load_seed()) == []
