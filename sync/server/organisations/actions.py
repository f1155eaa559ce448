"""Writes the directory of organisations."""

from __future__ import annotations

from sync.protocol.catalogue import Catalogue
from sync.server.organisations.models import Organisation
from sync.server.records.feed import writing


def seed(catalogue: Catalogue) -> list[Organisation]:
    """One organisation for each actor of the catalogue that is one body; "generic" ones stand for many, to be named."""
    with writing():
        known = set(Organisation.objects.values_list("code", flat=True))
        fresh = [
            Organisation(
                code=entry.code,
                kind=entry.data.get("kind", ""),
                name_fr=entry.data.get("name_fr", entry.fr),
                name_en=entry.data.get("name_en", entry.en),
                short_name=entry.data.get("acronym", ""),
                catalogue_code=entry.code,
            )
            for entry in catalogue.entries("organisations")
            if entry.code not in known and not entry.data.get("generic", False)
        ]
        return Organisation.objects.bulk_create(fresh)
