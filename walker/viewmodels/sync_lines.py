"""The lines of the page that sends: one a walk with how much of it stands where, and its records when it is opened."""

from __future__ import annotations

from typing import Any

from sync.protocol import times
from sync.protocol.records import (
    ExploratoryWalk,
    GridAnswer,
    Photo,
    Record,
    Report,
    SpaceCandidate,
    Stop,
    TrackSegment,
    VoiceNote,
)
from walker.store.sending import CONFLICT, DRAFT, HELD, REFUSED, SENT, WAITING, Group, Item
from walker.viewmodels.rows import Row
from walker.viewmodels.tablet import Tablet

PAGE = 25  # lines made at once: more would be felt
SENDING = "sending"
GROUP = "group"
LINE_NAMES = (
    *("recordId", "kind", "label", "atMs", "state_", "code", "sizeBytes", "onlyMedia", "depth", "opened"),
    *("findings", "stops", "photos", "tracks", "waitingCount"),
)
_BLANK: dict[str, Any] = {
    "recordId": "",
    "kind": "",
    "label": "",
    "atMs": 0.0,
    "state_": SENT,
    "code": "",
    "sizeBytes": 0.0,
    "onlyMedia": False,
    "depth": 0,
    "opened": False,
    "findings": 0,
    "stops": 0,
    "photos": 0,
    "tracks": 0,
    "waitingCount": 0,
}


class SyncLines:
    """What is shown now: which state, which walks are open, how far. `sending`: record ids or sha256 under way."""

    def __init__(self, tablet: Tablet) -> None:
        self._tablet = tablet
        self.state = ""
        self.sending: frozenset[str] = frozenset()
        self.more = 0
        self._opened: set[str] = set()
        self._shown = PAGE

    def reset(self) -> None:
        """As the page opens: all, closed."""
        self.state = ""
        self._opened.clear()
        self._shown = PAGE

    def show(self, state: str) -> None:
        self.state, self._shown = state, PAGE

    def toggle(self, walk_id: str) -> None:
        self._opened ^= {walk_id}

    def show_more(self) -> None:
        self._shown += PAGE

    def rows(self) -> list[Row]:
        """What needs a person stands first, under no walk; then the walks."""
        store = self._tablet.store
        groups = [group for group in store.sending.groups() if not self.state or group.counts.get(self.state)]
        found: list[Row] = []
        left = self._shown
        self.more = 0
        if not self.state:
            for state in (REFUSED, CONFLICT):
                total = sum(group.counts.get(state, 0) for group in groups)
                items = store.sending.items(state=state, limit=left)
                found += [self._line(item, depth=0) for item in items]
                left -= len(items)
                self.more += total - len(items)
        for group in groups:
            opened = bool(self.state) or group.walk in self._opened
            found.append(self._heading(group, opened=opened))
            if opened:
                total = group.counts.get(self.state, 0) if self.state else sum(group.counts.values())
                items = store.sending.items(state=self.state, walk=group.walk, limit=left) if left > 0 else []
                found += [self._line(item, depth=1) for item in items]
                left -= len(items)
                self.more += total - len(items)
        return found

    def _heading(self, group: Group, *, opened: bool) -> Row:
        walk = self._tablet.store.records.find(group.walk) if group.walk else None
        label, at = "", ""
        if isinstance(walk, ExploratoryWalk):
            label, at = walk.title, walk.started_at or walk.created_at
        kinds, counts = group.kinds, group.counts
        waits = counts.get(WAITING, 0)
        state = WAITING if waits else next((one for one in (REFUSED, CONFLICT, HELD, DRAFT) if counts.get(one)), SENT)
        return {
            **_BLANK,
            "recordId": group.walk,
            "kind": GROUP,
            "label": label,
            "atMs": _ms(group.last_received_at if state == SENT else at),
            "state_": state,
            "sizeBytes": float(group.bytes),
            "opened": opened,
            "findings": kinds.get(Report.RECORD, 0) + kinds.get(SpaceCandidate.RECORD, 0),
            "stops": kinds.get(Stop.RECORD, 0),
            "photos": kinds.get(Photo.RECORD, 0),
            "tracks": kinds.get(TrackSegment.RECORD, 0),
            "waitingCount": waits,
        }

    def _line(self, item: Item, *, depth: int) -> Row:
        record = self._tablet.store.records.find(item.id) if item.state != DRAFT else None
        return {
            **_BLANK,
            "recordId": item.id,
            "kind": item.kind,
            "label": self._label(record) if item.state != DRAFT else self._draft_label(item.id),
            "atMs": _ms(item.received_at if item.state == SENT else item.created_at),
            "state_": SENDING if self._is_sending(item, record) else item.state,
            "code": item.code,
            "sizeBytes": float(item.bytes),
            "onlyMedia": item.only_media,
            "depth": depth,
        }

    def _is_sending(self, item: Item, record: Record | None) -> bool:
        if item.state != WAITING or not self.sending:
            return False
        named = {item.id}
        if isinstance(record, Photo | VoiceNote):
            named |= {name for name in (record.sha256, getattr(record, "preview_sha256", None)) if name}
        return not named.isdisjoint(self.sending)

    def _draft_label(self, draft_id: str) -> str:
        """What was chosen so far."""
        found = next((draft.body for draft in self._tablet.store.drafts.all() if draft.id == draft_id), {})
        return self._tablet.label("categories", found.get("category") or None)

    def _label(self, record: Record | None) -> str:
        """What it is, in its own words; QML says the kind."""
        tablet = self._tablet
        if isinstance(record, Report):
            words = record.category_words or tablet.label("categories", record.category)
            return " · ".join(part for part in (words, record.address or record.provisional_number) if part)
        if isinstance(record, SpaceCandidate):
            words = tablet.label("space_kinds", record.kind)
            return " · ".join(part for part in (words, record.address or record.provisional_number) if part)
        if isinstance(record, Photo) and record.about:
            about = tablet.store.records.find(record.about)
            return "" if isinstance(about, Photo) else self._label(about)
        if isinstance(record, Stop):
            return record.name
        if isinstance(record, TrackSegment):
            return str(record.ordinal + 1)
        if isinstance(record, GridAnswer):
            return tablet.label("grid_items", record.item)
        return record.title if isinstance(record, ExploratoryWalk) else ""


def _ms(moment: str) -> float:
    return times.parse_time(moment).timestamp() * 1000 if moment else 0.0
