"""Every record of the tablet, and what the office publishes to tablets: one frozen dataclass each.

The same object is stored, sent and shown. Each record has one writer, so nothing is ever merged. No floats: degrees
are integers x 10^7, metres are integer centimetres. Codes come from the catalogue; an unknown one is carried as is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, ClassVar

from sync.protocol import ids
from sync.protocol.frozen import frozen


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text must look; checked by the codec. `read` raises ValueError for what looks right and cannot be."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[str], object] | None = None


def _shape(name: str, pattern: str, read: Callable[[str], object] | None = None) -> Shape:
    return Shape(name, re.compile(pattern), read)


Id = Annotated[str, Shape("id", ids._UUID)]
Time = Annotated[str, _shape("time", r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z", datetime.fromisoformat)]
Day = Annotated[str, _shape("day", r"\d{4}-\d{2}-\d{2}", date.fromisoformat)]
Sha256 = Annotated[str, _shape("sha256", r"[0-9a-f]{64}")]
Code = Annotated[str, _shape("code", r"\S(?:.{0,78}\S)?")]
Json = Any  # what canonical JSON can hold: no floats


@frozen(slots=True)
class Point:
    """A place on WGS84; degrees x 10^7."""

    lat_e7: int
    lon_e7: int


@frozen(slots=True)
class Position:
    """Where something is, how well we know it (radius in centimetres) and how: gps, map, exif or address."""

    lat_e7: int
    lon_e7: int
    accuracy_cm: int | None = None
    source: Code = "gps"


@frozen(slots=True)
class PlaceDetail:
    """What an agent needs to find the place: printed first wherever someone must go there."""

    building: str | None = None
    staircase: str | None = None
    floor: str | None = None
    number: str | None = None
    landmark: str | None = None


@frozen(slots=True)
class Attendance:
    """How many came, by role, gender and age band. `count` None is "not collected", which is not zero."""

    role: Code
    gender: Code
    age_band: Code
    count: int | None


@frozen(slots=True)
class Count:
    """A number beside a code (employer kind, gender class). None is "not collected"."""

    code: Code
    count: int | None


@frozen(slots=True)
class ShowOfHands:
    """How many of one gender class gave one answer. None is "not collected"."""

    value: str
    gender: Code
    count: int | None


@frozen()
class Record:
    """What every record has. `writer` is a tablet's device id, or "server"."""

    RECORD: ClassVar[str]

    id: Id
    writer: str
    revision: int = 1
    created_at: Time
    updated_at: Time
    deleted_at: Time | None = None


@frozen()
class ExploratoryWalk(Record):
    """A walk: who, why, where, under which conditions. Its closing is computed, never stored here."""

    RECORD: ClassVar[str] = "exploratory_walk"

    state: Code = "planned"
    cancel_reason: Code | None = None
    title: str = ""
    planned_on: Day | None = None
    publics: tuple[Code, ...] = ()
    period_planned: Code | None = None
    period_held: Code | None = None
    themes: tuple[Code, ...] = ()
    purposes: tuple[Code, ...] = ()
    organiser_kind: Code | None = None
    organiser_name: str = ""
    territory: Code | None = None
    grid_code: Code | None = None
    grid_version: int | None = None
    series_id: Id | None = None
    plan_id: Id | None = None
    follows_walk_id: Id | None = None
    time_zone: str = "Europe/Paris"
    started_at: Time | None = None
    ended_at: Time | None = None
    length_cm: int | None = None
    route: tuple[Point, ...] = ()
    planned_stops: tuple[Point, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    headcount_start: int | None = None
    headcount_end: int | None = None
    newly_posted: tuple[Count, ...] = ()
    recruitments: tuple[Code, ...] = ()
    weather: Code | None = None
    street_lights: Code | None = None
    institutions: tuple[Code, ...] = ()
    languages: tuple[str, ...] = ()
    step_free: bool | None = None
    sign_language: Code | None = None
    adult_referent: bool | None = None
    consent_collected: bool | None = None
    next_visit_on: Day | None = None
    note: str = ""


@frozen()
class TrackSegment(Record):
    """At most 200 points without a gap; `points` is packed by sync.protocol.track."""

    RECORD: ClassVar[str] = "track_segment"

    walk_id: Id
    ordinal: int
    count: int
    points: str


@frozen()
class Stop(Record):
    """A place where the group stood: found by the track, tapped, or planned."""

    RECORD: ClassVar[str] = "stop"

    walk_id: Id
    ordinal: int
    position: Position
    started_at: Time | None = None
    ended_at: Time | None = None
    source: Code = "track"
    name: str = ""
    period: Code = "unknown"
    illuminance_mlx: int | None = None


@frozen()
class GridAnswer(Record):
    """One item of the grid at one stop: one collective answer, or a show of hands by gender.

    `dissent`: what some of the group see otherwise. `commitment_id`: the promise of that site it is evidence for.
    """

    RECORD: ClassVar[str] = "grid_answer"

    walk_id: Id
    stop_id: Id | None = None
    grid_code: Code
    grid_version: int
    item: Code
    value: str | None = None
    show_of_hands: tuple[ShowOfHands, ...] = ()
    not_observed: bool = False
    period: Code = "unknown"
    text: str = ""
    dissent: str = ""
    commitment_id: Id | None = None


@frozen()
class Report(Record):
    """An incivility, a dysfunction or a liked place, at a place and a time, with or without a walk.

    `illuminance_mlx`: what the tablet's light sensor measured there, in thousandths of a lux.
    """

    RECORD: ClassVar[str] = "report"

    walk_id: Id | None = None
    stop_id: Id | None = None
    kind: Code = "dysfunction"
    category: Code | None = None
    category_words: str = ""
    place_kind: Code | None = None
    place_detail: PlaceDetail | None = None
    position: Position | None = None
    address: str = ""
    territory: Code | None = None
    observed_at: Time | None = None
    period: Code = "unknown"
    text: str = ""
    urgency: Code | None = None
    danger: bool = False
    time_slots: tuple[Code, ...] = ()
    recurrence: Code | None = None
    affected: tuple[Code, ...] = ()
    reported_by: tuple[Count, ...] = ()
    felt_safety: int | None = None
    avoidance: Code | None = None
    detour: tuple[Point, ...] = ()
    channel: Code = "walk"
    on_behalf_of: Code | None = None
    owners: tuple[Code, ...] = ()
    wanted_answers: tuple[Code, ...] = ()
    worksite_support: bool = False
    answers: Mapping[str, Json] = field(default_factory=dict)
    provisional_number: str = ""
    external_reference: str = ""
    illuminance_mlx: int | None = None


@frozen()
class SpaceCandidate(Record):
    """A space that could be requalified: point, line or polygon, with qualities that do not exclude one another."""

    RECORD: ClassVar[str] = "space_candidate"

    walk_id: Id | None = None
    shape: Code = "point"
    points: tuple[Point, ...] = ()
    position: Position | None = None
    kind: Code | None = None
    territory: Code | None = None
    address: str = ""
    owners: tuple[Code, ...] = ()
    degraded: bool = False
    dysfunctional: bool = False
    potential: bool = False
    mineral_share: int | None = None
    existing_uses: tuple[Code, ...] = ()
    wanted_uses: tuple[Code, ...] = ()
    interim: bool | None = None
    seasons: tuple[Code, ...] = ()
    hours: str = ""
    carrier: str = ""
    greening_aim: str = ""
    appropriation_aim: str = ""
    observed_at: Time | None = None
    text: str = ""
    provisional_number: str = ""


@frozen()
class Photo(Record):
    """A picture of what `about` names. Without `sha256` it is still private and waits for a person's check."""

    RECORD: ClassVar[str] = "photo"

    walk_id: Id | None = None
    about: Id | None = None
    taken_at: Time | None = None
    position: Position | None = None
    direction_deg: int | None = None
    width: int | None = None
    height: int | None = None
    sha256: Sha256 | None = None
    size: int | None = None
    preview_sha256: Sha256 | None = None
    preview_size: int | None = None
    checked_at: Time | None = None
    purpose: Code = "finding"
    alt: str = ""


@frozen()
class VoiceNote(Record):
    """Spoken words instead of writing."""

    RECORD: ClassVar[str] = "voice_note"

    walk_id: Id | None = None
    about: Id | None = None
    sha256: Sha256 | None = None
    size: int | None = None
    seconds: int = 0
    checked_at: Time | None = None


@frozen()
class Vote(Record):
    """The tally of one item and one gender class; there is no ballot row, so nobody can tell who voted what."""

    RECORD: ClassVar[str] = "vote"

    walk_id: Id
    item_id: Id
    gender: Code
    tally: int = 0
    closed_at: Time | None = None


@frozen()
class Revisit(Record):
    """A later look at an earlier report: resolved, persists, worse, or not_seen (which is no verdict)."""

    RECORD: ClassVar[str] = "revisit"

    report_id: Id
    walk_id: Id | None = None
    verdict: Code
    observed_at: Time
    position: Position | None = None
    text: str = ""


@frozen()
class WalkClosureRequest(Record):
    """The group asks the office to close the walk; the rule decides, not this record."""

    RECORD: ClassVar[str] = "walk_closure_request"

    walk_id: Id
    next_visit_on: Day | None = None
    note: str = ""


@frozen()
class WordingNote(Record):
    """« This wording is unclear »: which words (a page, or a catalogue list and code), and what would be clearer."""

    RECORD: ClassVar[str] = "wording_note"

    place: Code
    list: Code | None = None
    code: Code | None = None
    language: Code = "fr"
    shown: str = ""
    text: str = ""


# What the office publishes; writer = "server". Only sync/server/publish.py makes these.


@frozen(slots=True)
class PublicLine:
    """One line of a report's history that its authors may read."""

    at: Time
    status: Code
    words: str = ""


@frozen()
class HandlingView(Record):
    """What became of a report, in what its authors may see of it."""

    RECORD: ClassVar[str] = "handling_view"

    report_id: Id
    walk_id: Id | None = None
    number: str
    status: Code
    group: Code
    category: Code | None = None
    address: str = ""
    territory: Code | None = None
    organisation: str = ""
    planned_on: Day | None = None
    due_on: Day | None = None
    duplicate_of: str | None = None
    proof_sha256: tuple[Sha256, ...] = ()
    history: tuple[PublicLine, ...] = ()


@frozen()
class Answer(Record):
    """The office's public words on a report; a refusal always names its reason."""

    RECORD: ClassVar[str] = "answer"

    report_id: Id
    walk_id: Id | None = None
    organisation: str = ""
    words: str
    status: Code
    reason: Code | None = None
    published_at: Time


@frozen()
class WalkPlan(Record):
    """A walk planned by the office, offered to tablets of its territory."""

    RECORD: ClassVar[str] = "walk_plan"

    title: str
    territory: Code | None = None
    planned_on: Day | None = None
    period_planned: Code | None = None
    publics: tuple[Code, ...] = ()
    themes: tuple[Code, ...] = ()
    purposes: tuple[Code, ...] = ()
    organiser_kind: Code | None = None
    organiser_name: str = ""
    grid_code: Code | None = None
    grid_version: int | None = None
    route: tuple[Point, ...] = ()
    planned_stops: tuple[Point, ...] = ()
    follows_walk_id: Id | None = None
    report_ids: tuple[Id, ...] = ()


@frozen()
class CommitmentView(Record):
    """A promise that a site keeps posted (cleaning schedule, charter, rules), so that a walk can look whether it does.

    The site is its `rings` when they are drawn, else a circle around `position`.
    """

    RECORD: ClassVar[str] = "commitment_view"

    kind: Code
    title: str
    organisation: str = ""
    territory: Code | None = None
    site: str = ""
    position: Position | None = None
    radius_cm: int = 5000
    rings: tuple[tuple[Point, ...], ...] = ()
    valid_from: Day | None = None
    valid_to: Day | None = None


@frozen()
class TerritoryView(Record):
    """A perimeter as tablets need it: its code, names, and outline rings when they are known."""

    RECORD: ClassVar[str] = "territory_view"

    code: Code
    kind: Code
    name: str
    official_code: str | None = None
    illustrative: bool = False
    rings: tuple[tuple[Point, ...], ...] = ()


@frozen()
class CatalogueEntry(Record):
    """One version of one word of the catalogue. A published version never changes; a code is never reused."""

    RECORD: ClassVar[str] = "catalogue_entry"

    list: Code
    code: Code
    version: int = 1
    valid_from: Day
    valid_to: Day | None = None
    fr: str
    en: str
    icon: str = ""
    aliases: tuple[str, ...] = ()
    data: Mapping[str, Json] = field(default_factory=dict)


@frozen()
class BundleNotice(Record):
    """The office set a carried bundle aside: said to the tablet that carried it, and to the one that signed it.

    What it held counts as sent on no tablet. `size` in bytes; `bytes_erased`: not even the office has it any more.
    """

    RECORD: ClassVar[str] = "bundle_notice"

    carrier: Id
    received_at: Time
    size: int
    reason: str
    bytes_erased: bool = False


TABLET_RECORDS: tuple[type[Record], ...] = (
    ExploratoryWalk,
    TrackSegment,
    Stop,
    GridAnswer,
    Report,
    SpaceCandidate,
    Photo,
    VoiceNote,
    Vote,
    Revisit,
    WalkClosureRequest,
    WordingNote,
)
OFFICE_RECORDS: tuple[type[Record], ...] = (
    HandlingView,
    Answer,
    WalkPlan,
    CommitmentView,
    TerritoryView,
    CatalogueEntry,
    BundleNotice,
)
RECORD_TYPES: dict[str, type[Record]] = {kind.RECORD: kind for kind in (*TABLET_RECORDS, *OFFICE_RECORDS)}


def walk_of(record: Record) -> str | None:
    """The walk a record belongs to: its own id for a walk, None for what belongs to no walk."""
    if isinstance(record, ExploratoryWalk):
        return record.id
    return getattr(record, "walk_id", None)
