"""`walker replay`: a recorded walk, its photos and reports, through the same session as the window.

All input is read and judged before the first byte is written; walk, track, stops and reports are one transaction.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sync.formats.report_table import ReportRow, ReportTable, read_reports
from sync.formats.tracklog import TrackLog, read_log
from sync.protocol import times
from sync.protocol.catalogue import Catalogue
from sync.protocol.catalogue_dansmarue import category_from_dansmarue
from sync.protocol.codec import CodecError, encode, from_json, parse
from sync.protocol.records import Report
from walker.device.replay_position import ReplayPosition
from walker.domain.units import position
from walker.domain.walk_session import WalkSession, WalkSummary
from walker.domain.words import catalogue_of, territory_code, word_code
from walker.errors import StoreError, WalkerError
from walker.store import Store, open_store

if TYPE_CHECKING:
    from walker.commands.replay_photos import PhotoResult

Say = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class ReplayOptions:
    """What was typed."""

    log: Path
    photos: Path | None = None
    photos_checked: bool = False
    reports: Path | None = None
    territory: str | None = None
    publics: Sequence[str] = ()
    themes: Sequence[str] = ()
    title: str = ""


@dataclass(kw_only=True)
class _Rows:
    """Reports made of the table's rows, and the rows that are none."""

    reports: list[Report] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)


def replay(data_dir: Path, options: ReplayOptions, say: Say) -> dict[str, Any]:
    """The JSON of DESIGN §6. Raises InputError, WalkerError: nothing was written then."""
    log = read_log(options.log)
    table = read_reports(options.reports) if options.reports else None
    files = _files(options.photos) if options.photos else []
    with open_store(data_dir, writable=False) as store:  # a word we do not know leaves no trace
        catalogue = catalogue_of(store)
        fields = _walk_fields(store, catalogue, options, log)
    with open_store(data_dir) as store:
        with store.transaction():
            session = WalkSession.start(store, _now, dated=_moment(log, min) is not None, **fields)
            session.add_fixes(ReplayPosition(log.segments))
            rows = _reports(session, catalogue, table)
            session.save_all(rows.reports)
            summary = session.finish(ended_at=_last_moment(log))
        say(f"{options.log.name}: {summary.analysis.points} points, {len(rows.reports)} reports saved")
        _say_what_was_not_read(log, table, options, say)
        photos = None
        if options.photos is not None:
            from walker.commands.replay_photos import take_photos

            try:
                photos = take_photos(
                    session, store, options.photos, files, summary, checked=options.photos_checked, say=say
                )
            except StoreError as fault:
                kept = f"{fault.message}; the walk {summary.walk.id} and the photos before this one are saved"
                raise StoreError(fault.code, kept, file=fault.file, mend=fault.mend) from fault
    return _result(summary, rows, photos)


def _say_what_was_not_read(log: TrackLog, table: ReportTable | None, options: ReplayOptions, say: Say) -> None:
    for code, count in sorted(log.skipped_counts.items()):
        place = next(item.place for item in log.skipped if item.code == code)
        say(f"{options.log.name}: {code}: {count} left out, the first at {place}")
    unread = [row.row for row in table.rows if _date_is_unread(row)] if table else []
    if unread and options.reports:
        say(f"{options.reports.name}: {len(unread)} dates not understood, the first in row {unread[0]}; kept as words")


def _date_is_unread(row: ReportRow) -> bool:
    return bool(row.declared_words) and row.declared_at is None


def _walk_fields(store: Store, catalogue: Catalogue, options: ReplayOptions, log: TrackLog) -> dict[str, Any]:
    return {
        "title": options.title,
        "territory": territory_code(store, catalogue, options.territory) if options.territory is not None else None,
        "publics": tuple(word_code(catalogue, "publics", "public", typed) for typed in options.publics),
        "themes": tuple(word_code(catalogue, "themes", "theme", typed) for typed in options.themes),
        "started_at": _moment(log, min),
    }


def _moment(log: TrackLog, choose: Callable[[list[datetime]], datetime]) -> str | None:
    moments = [fix.time for segment in log.segments for fix in segment if fix.time is not None]
    return times.format_time(choose(moments)) if moments and log.dated else None


def _last_moment(log: TrackLog) -> str | None:
    return _moment(log, max)


def _reports(session: WalkSession, catalogue: Catalogue, table: ReportTable | None) -> _Rows:
    rows = _Rows()
    for row in table.rows if table else ():
        report = _report(session, catalogue, row)
        try:
            rows.reports.append(from_json(Report, parse(encode(report))))
        except CodecError as fault:
            rows.refused.append({"row": row.row, "code": fault.error.code, "message": str(fault)})
    for refusal in table.refused if table else ():
        rows.refused.append({"row": refusal.row, "code": refusal.code, "message": refusal.message})
    rows.refused.sort(key=lambda line: line["row"])
    return rows


def _report(session: WalkSession, catalogue: Catalogue, row: ReportRow) -> Report:
    """The row's own place, date and words; the City's words are kept beside the category found from them."""
    category = category_from_dansmarue(catalogue, row.type, row.subtype)
    entry = catalogue.get("categories", category)
    kinds = entry.data.get("kinds") if entry else None
    observed_at = _observed(row)
    fields: dict[str, Any] = {} if isinstance(row.declared_at, datetime) else {"period": "unknown"}
    return session.new_report(
        kind=kinds[0] if kinds else "dysfunction",
        category=category,
        category_words=" – ".join(words for words in (row.type, row.subtype) if words),
        position=position(*row.position, source="map") if row.position else None,
        address=_address(row),
        territory=None if row.position else session.walk.territory,
        observed_at=observed_at,
        text=f"{row.description}\n(date : {row.declared_words})".strip() if _date_is_unread(row) else row.description,
        external_reference=row.external_id,
        **fields,
    )


def _observed(row: ReportRow) -> str | None:
    """A day without an hour is written as its noon, so that it stays that day in any time zone near ours."""
    declared = row.declared_at
    if declared is None:
        return None
    if not isinstance(declared, datetime):
        declared = datetime.combine(declared, time(12), UTC)
    return times.format_time(declared)


def _address(row: ReportRow) -> str:
    if not row.postcode or row.postcode in row.address:
        return row.address
    return f"{row.address}, {row.postcode}" if row.address else row.postcode


def _files(folder: Path) -> list[Path]:
    """Every file under the folder, in an order that does not depend on the disk.

    Links to nowhere and sub-folders that cannot be read are among them: they will be refused by name.
    """
    if not folder.is_dir():
        raise WalkerError("folder_missing", "there is no such folder", file=folder, mend="check the path of --photos")
    unreadable: list[OSError] = []
    found: list[Path] = []
    for inside, _, names in os.walk(folder, onerror=unreadable.append):
        found += [path for name in names if (path := Path(inside, name)).is_file() or path.is_symlink()]
    if any(Path(fault.filename) == folder for fault in unreadable):
        reason = unreadable[0].strerror
        raise WalkerError("folder_unreadable", f"it cannot be read ({reason})", file=folder, mend="check its rights")
    return sorted([*found, *(Path(fault.filename) for fault in unreadable)])


def _result(summary: WalkSummary, rows: _Rows, photos: PhotoResult | None) -> dict[str, Any]:
    analysis = summary.analysis
    return {
        "walk_id": summary.walk.id,
        "period": summary.walk.period_held,
        "track": {
            "points": analysis.points,
            "kept": analysis.kept,
            "outliers": analysis.outliers,
            "gaps": len(analysis.gaps),
            "length_m": round(analysis.length_m, 1),
            "seconds": None if analysis.seconds is None else round(analysis.seconds, 1),
        },
        "stops": len(summary.stops),
        "photos": photos.as_json() if photos else {"read": 0, "placed": 0, "refused": []},
        "reports": {"read": len(rows.reports), "refused": rows.refused},
    }


def _now() -> datetime:
    return datetime.now(UTC)
