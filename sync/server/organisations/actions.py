"""Writes the directory of organisations."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError

from sync.formats.contact_table import ContactRefusal, ContactRow
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


def save_contacts(rows: Iterable[ContactRow]) -> list[ContactRefusal]:
    """Make or change the organisation of each row, an empty cell leaving things as they are; gives the bad rows."""
    refused = []
    with writing():
        known = Organisation.objects.in_bulk(field_name="code")
        for row in rows:
            organisation = known.get(row.code) or Organisation(code=row.code)
            for name, value in row.values.items():
                setattr(organisation, name, value)
            try:
                organisation.full_clean(validate_unique=False)
            except ValidationError as fault:
                field, reasons = next(iter(fault.message_dict.items()))
                typed = f" “{row.values[field]}”" if field in row.values else ""
                why = f"{field}{typed}: {reasons[0]} Correct the row and import the file again"
                refused.append(ContactRefusal(row=row.row, code=f"bad_{field}", message=why))
            else:
                organisation.save()
    return refused
