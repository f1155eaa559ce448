"""Two versions of one record in words, side by side: ours, and the one that the server holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sync.protocol import codec, times
from sync.protocol.records import Record, SpaceCandidate
from walker.viewmodels.rows import Row
from walker.viewmodels.tablet import Tablet

VERSION_NAMES = ("field", "mine", "theirs", "mineMs", "theirsMs", "differs")
# What a person recognises; the rest differs only for machines. Codes are said by their list.
_LISTS = {
    "category": "categories",
    "place_kind": "place_kinds",
    "kind": "report_kinds",
    "urgency": "urgencies",
    "verdict": "revisit_verdicts",
    "item": "grid_items",
    "publics": "publics",
    "themes": "themes",
    "weather": "weather",
}
_TEXTS = ("title", "text", "address", "name", "value", "note", "carrier", "category_words", "headcount_start")
_FIELDS = ("updated_at", *_LISTS, *_TEXTS)


def versions(tablet: Tablet, record_id: str) -> list[Row]:
    """One row a field that either has; `theirs` stays empty when the server did not send its version."""
    mine = tablet.store.records.find(record_id) if record_id else None
    if mine is None:
        return []
    theirs = tablet.store.sending.other_version(record_id)
    ours, other = _plain(mine), _plain(theirs)
    lists = {**_LISTS, "kind": "space_kinds"} if isinstance(mine, SpaceCandidate) else _LISTS
    rows: list[Row] = []
    for name in _FIELDS:
        if name == "updated_at":
            both = (_ms(ours.get(name)), _ms(other.get(name)))
            rows.append(_row(name, "", "", mine_ms=both[0], theirs_ms=both[1], differs=both[0] != both[1]))
            continue
        left, right = _said(tablet, lists.get(name), ours.get(name)), _said(tablet, lists.get(name), other.get(name))
        if left or right:
            rows.append(_row(name, left, right, differs=theirs is not None and left != right))
    gone = [bool(version and version.deleted_at) for version in (mine, theirs)]
    if any(gone):
        rows.append(_row("deleted", *("yes" if each else "" for each in gone), differs=gone[0] != gone[1]))
    return rows


def _row(
    field: str, mine: str, theirs: str, *, mine_ms: float = 0.0, theirs_ms: float = 0.0, differs: bool = False
) -> Row:
    return {
        "field": field,
        "mine": mine,
        "theirs": theirs,
        "mineMs": mine_ms,
        "theirsMs": theirs_ms,
        "differs": differs,
    }


def _plain(record: Record | None) -> Mapping[str, Any]:
    plain: Mapping[str, Any] = {} if record is None else codec.to_json(record)
    return plain


def _said(tablet: Tablet, list_name: str | None, value: Any) -> str:
    if value in (None, "", []):
        return ""
    if list_name is None:
        return str(value)
    codes = value if isinstance(value, list) else [value]
    return ", ".join(tablet.label(list_name, str(code)) for code in codes)


def _ms(moment: Any) -> float:
    return times.parse_time(moment).timestamp() * 1000 if moment else 0.0
