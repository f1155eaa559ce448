"""An office to test with: two territories, three organisations, one person of each role, and a tablet that reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from sync.protocol import codec, ids, records, times
from sync.protocol.catalogue import load_seed
from sync.server.accounts.models import Device, Membership, Role, User
from sync.server.api.receivers import RECEIVERS
from sync.server.catalogue.actions import publish_entries
from sync.server.organisations.models import Organisation
from sync.server.records import access as records_access
from sync.server.records.feed import writing
from sync.server.records.models import Record as Row
from sync.server.reports import actions
from sync.server.reports.actions.history import seen_by
from sync.server.reports.models import Assignment, ReportHandling
from sync.server.territories.models import Territory

_LISTS = ("statuses", "categories", "urgencies", "refusal_reasons", "blocking_reasons")
PASSWORD = "une phrase assez longue"


def moment(minutes: float = 0) -> str:
    """A written moment, so many minutes from now."""
    return times.format_time(datetime.now(UTC) + timedelta(minutes=minutes))


@dataclass
class Office:
    """Everything that is there before the first report."""

    tablet: Device
    people: dict[str, User]
    landlord: Organisation
    roads: Organisation
    cleaning: Organisation

    def __getattr__(self, name: str) -> User:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None

    def arrive(self, *arriving: records.Record, territory: str = "goutte-dor") -> None:
        """Accept these records of the tablet, each in its own push, as the protocol does."""
        for record in arriving:
            with writing() as feed:
                body = codec.encode(record)
                head = Row.objects.filter(pk=record.id).first()
                feed.accept(record, body, codec.sha256(body), device=record.writer, head=head, territory=territory)
                RECEIVERS.get(type(record), _nothing)([record], feed)

    def report(self, **values: Any) -> records.Report:
        """A report of the tablet, not yet arrived."""
        held: dict[str, Any] = {
            "id": ids.new_id(),
            "writer": self.tablet.pk,
            "created_at": moment(),
            "updated_at": moment(),
            "category": "bulky_items",
            "text": "Un canapé sur le trottoir",
            "observed_at": moment(-60),
            "address": "31 rue Cavé, 75018 Paris",
        }
        return records.Report(**(held | values))

    def reported(self, territory: str = "goutte-dor", **values: Any) -> ReportHandling:
        """A report that has arrived."""
        report = self.report(**values)
        self.arrive(report, territory=territory)
        return ReportHandling.objects.get(pk=report.id)

    def visit(self, handling: ReportHandling | records.Report, verdict: str, minutes: float = 0, **values: Any) -> Any:
        """A return visit, not yet arrived."""
        report_id = handling.pk if isinstance(handling, ReportHandling) else handling.id
        return records.Revisit(
            **{
                "id": ids.new_id(),
                "writer": self.tablet.pk,
                "created_at": moment(),
                "updated_at": moment(),
                "report_id": report_id,
                "verdict": verdict,
                "observed_at": moment(minutes),
            }
            | values
        )

    def assigned(self, handling: ReportHandling, organisation: Organisation | None = None) -> Assignment:
        """Assigned by the cell; the landlord unless another is given."""
        lead = organisation or self.landlord
        actions.assign(self.cell, handling.pk, seen=seen_by(handling), lead=lead.pk)
        return handling.assignments.get(organisation=lead, lead=True, over=False)

    def done(self, handling: ReportHandling) -> Assignment:
        """Assigned to the landlord, accepted and declared done."""
        asked = self.assigned(handling)
        actions.accept(self.agent, asked.pk, seen=seen_by(handling))
        actions.declare_done(self.agent, asked.pk, seen=seen_by(handling), proof=None, words="Enlevé ce matin")
        return asked

    def view(self, handling: ReportHandling) -> records.HandlingView:
        """What the tablet would pull."""
        found = records_access.get(records.HandlingView, handling.view_id)
        assert found is not None
        return found


def _nothing(arrived: list[records.Record], feed: object) -> None:
    return None


def fresh(handling: ReportHandling) -> ReportHandling:
    """The same report as the database has it now."""
    return ReportHandling.objects.get(pk=handling.pk)


def corrected(record: Any, **values: Any) -> Any:
    """The next revision of a tablet's record."""
    return replace(record, revision=record.revision + 1, updated_at=moment(), **values)


@pytest.fixture
def office(db: None, tmp_path: Path, settings: Any) -> Iterator[Office]:
    """The office, in a data folder of its own."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the real one is slow by design
    settings.DATA = tmp_path
    settings.MEDIA_FOLDER = tmp_path / "media"
    settings.MEDIA_FOLDER.mkdir()
    publish_entries(entry for entry in load_seed() if entry.list in _LISTS)
    here = Territory.objects.create(code="goutte-dor", kind="priority_district", name="Goutte d’Or")
    there = Territory.objects.create(code="amiraux", kind="priority_district", name="Amiraux – Simplon")
    landlord = _organisation("tilleuls", "landlord", "Bailleur Les Tilleuls", "tilleuls@example.org", "landlord")
    roads = _organisation("dvd", "directorate", "Voirie de Paris", "dvd@example.org", "dvd")
    cleaning = _organisation("dpe", "directorate", "Propreté de Paris", "", "dpe")
    people = {
        "cell": _person("cellule", Role.GUP_CELL, [here]),
        "other_cell": _person("autre", Role.GUP_CELL, [there]),
        "coordinator": _person("relais", Role.WALK_COORDINATOR, [here]),
        "agent": _person("gardienne", Role.ASSIGNEE, [], landlord),
        "road_agent": _person("voirie", Role.ASSIGNEE, [], roads),
        "administrator": _person("admin", Role.ADMINISTRATOR, []),
        "nobody": _person("personne", None, []),
    }
    tablet = Device.objects.create(
        pk=ids.new_id(), name="Tablette 1", public_key="", token_hash="t", enrolled_at=timezone.now(), clock_skew_ms=0
    )
    tablet.territories.add(here)
    yield Office(tablet=tablet, people=people, landlord=landlord, roads=roads, cleaning=cleaning)


def _organisation(code: str, kind: str, name: str, email: str, catalogue_code: str) -> Organisation:
    return Organisation.objects.create(code=code, kind=kind, name_fr=name, email=email, catalogue_code=catalogue_code)


def _person(name: str, role: Role | None, places: list[Territory], organisation: Organisation | None = None) -> User:
    person = User.objects.create_user(username=name, password=PASSWORD, email=f"{name}@example.org")
    if role is not None:
        membership = Membership.objects.create(user=person, role=role, organisation=organisation)
        membership.territories.set(places)
    return person
