"""The vote on what comes first: three voices a person, sex asked and never the name, totals only once all have voted.

The voices of the person who is choosing are in memory alone until they are handed in: a ballot is written nowhere.
The one just handed in stays in memory until the next person touches a line, so that it can be taken back, never shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import ExploratoryWalk, Report, SpaceCandidate
from walker.store.votes import VOICES, Poll
from walker.viewmodels.reading import Reading
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

_ITEM = (
    "itemId",
    "kind",
    "label",
    "detail",
    "iconName",
    "photo",
    "chosen",
    "voices",
    "women",
    "men",
    "others",
    "total",
)
SPLIT_FROM = 3  # voters of each class: of two, each would read the other's ballot by taking away her own
_COUNTED = {"women": "women", "men": "men", "other_or_unsaid": "others"}  # gender class: name of its row


@QmlElement
class VoteRound(QObject):
    """`stage`: choose (what is on the ballot), ballot, hands or results."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._walk: ExploratoryWalk | None = None
        self._poll: Poll | None = None
        self._found: Sequence[Report | SpaceCandidate] = ()
        self._chosen: list[str] = []
        self._photos: dict[str, QUrl] = {}
        self._stage = "ballot"
        self._gender = ""
        self._mine: dict[str, int] = {}
        self._handed: tuple[str, dict[str, int]] | None = None
        self._reading = Reading(tablet)
        self._items = RowListModel(_ITEM, self)
        tablet.wordsChanged.connect(self._say_words)

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

    @Property(RowListModel, constant=True)
    def items(self) -> RowListModel:
        return self._items

    @Property(str, notify=changed)
    def gender(self) -> str:
        """Of the person who is choosing."""
        return self._gender

    @Property(int, notify=changed)
    def left(self) -> int:
        """Voices that this person has not given yet."""
        return self._left()

    @Property(int, notify=changed)
    def given(self) -> int:
        return VOICES - self._left()

    @Property(int, constant=True)
    def voices(self) -> int:
        return VOICES

    @Property(int, notify=changed)
    def people(self) -> int:
        """How many have handed in their voices."""
        return self._poll.people if self._poll else 0

    @Property(int, notify=changed)
    def group(self) -> int:
        """How many there are to vote; 0 when nobody counted."""
        walk = self._walk
        if walk is None:
            return 0
        counted = walk.headcount_end if walk.headcount_end is not None else walk.headcount_start
        return counted if counted is not None else sum(one.count or 0 for one in walk.attendance)

    @Property(int, notify=changed)
    def chosenCount(self) -> int:
        return len(self._chosen)

    @Property(int, constant=True)
    def most(self) -> int:
        """How many fit on a ballot that is read."""
        from walker.domain.walk_end import BALLOT

        return BALLOT

    @Property(bool, notify=changed)
    def begun(self) -> bool:
        """Whether somebody has voted: what is on the ballot, and how it is counted, stays from then on."""
        return self._begun()

    @Property(bool, notify=changed)
    def justHanded(self) -> bool:
        """Whether the last ballot can still be taken back."""
        return self._handed is not None

    @Property(int, notify=changed)
    def highest(self) -> int:
        """The total of what came first."""
        return max((row["total"] for row in self._items.rows), default=0)

    @Property(bool, notify=changed)
    def splits(self) -> bool:
        """Whether the results are told by gender; hands were raised before everybody."""
        poll = self._poll
        return poll is None or poll.by_hand or all(n >= SPLIT_FROM for n in poll.voters.values() if n)

    def open(self, walk_id: str) -> None:
        """The vote of that walk, where it was left."""
        from walker.domain.walk_end import BALLOT, ballot_items

        store = self.tablet.store
        walk = store.records.find(walk_id)
        self._walk = walk if isinstance(walk, ExploratoryWalk) else None
        self._poll = store.votes.poll(walk_id)
        self._found = ballot_items(store, walk_id)
        self._photos = {}
        self._look_for_pictures(walk_id)
        self._forget_voices()
        known = [record.id for record in self._found]
        self._chosen = list(self._poll.items) if self._poll else known[:BALLOT]
        if self._poll is None:
            self._stage = "choose" if len(known) > BALLOT else "ballot"
        else:
            self._stage = "results" if self._poll.closed_at else "hands" if self._poll.by_hand else "ballot"
        self._say_words()

    def _look_for_pictures(self, walk_id: str) -> None:
        """Each is a file to be opened: beside the window's thread."""
        from walker.domain.pictures import first_pictures

        def show(found: dict[str, Path]) -> None:
            self._photos = {about: QUrl.fromLocalFile(str(file)) for about, file in found.items()}
            self._show()

        store = self.tablet.store
        self._reading.ask(lambda: first_pictures(store, walk_id=walk_id), show)

    @Slot(str)
    def toggle(self, item: str) -> None:
        """On the ballot, or off it."""
        if self._begun():
            return
        if item in self._chosen:
            self._chosen.remove(item)
        else:
            self._chosen.append(item)
        self._show()

    @Slot(bool)
    def begin(self, by_hand: bool) -> None:
        """What is on the ballot is settled; the other way of counting until somebody has voted."""
        if self._begun() or not self._chosen:
            return
        self._mine = {}
        self._stage = "hands" if by_hand else "ballot"
        self._show()

    @Slot()
    def chooseAgain(self) -> None:
        """Back to what is on the ballot."""
        if not self._begun():
            self._mine = {}
            self._stage = "choose"
            self._show()

    @Slot(str)
    def sayGender(self, code: str) -> None:
        self._handed = None
        self._gender = "" if code == self._gender else code
        self.changed.emit()

    @Slot(str)
    def give(self, item: str) -> None:
        """One voice for it."""
        if self._left():
            self._handed = None
            self._mine[item] = self._mine.get(item, 0) + 1
            self._show()

    @Slot(str)
    def takeBack(self, item: str) -> None:
        """One voice fewer for it."""
        if self._mine.get(item):
            self._mine[item] -= 1
            self._show()

    @Slot()
    @told
    def handIn(self) -> None:
        """This person's voices are in the tallies when it returns; the tablet goes to the next one."""
        if self._walk is None or not self._gender or self._left() == VOICES:
            return
        self._ensure(by_hand=False)
        mine = {item: count for item, count in self._mine.items() if count}
        self._poll = self.tablet.store.votes.hand_in(self._walk.id, self._gender, mine)
        self._handed = self._gender, mine
        self._gender, self._mine = "", {}
        self._show()
        self.tablet.recordsChanged.emit()

    @Slot()
    @told
    def takeBackLast(self) -> None:
        """The ballot just handed in is out of the tallies, and not shown to whoever holds the tablet now."""
        if self._walk is None or self._handed is None:
            return
        self._poll = self.tablet.store.votes.take_back(self._walk.id, *self._handed)
        self._handed = None
        self._show()
        self.tablet.recordsChanged.emit()

    @Slot()
    @told
    def restart(self) -> None:
        """Every voice is gone, given or counted: the lines can be chosen again and each person votes again."""
        if self._walk is None or self._poll is None:
            return
        self.tablet.store.votes.restart(self._walk.id)
        self.open(self._walk.id)
        self.tablet.recordsChanged.emit()

    @Slot(str, str, int)
    @told
    def count(self, item: str, gender: str, hands: int) -> None:
        """So many hands of that class for it."""
        if self._walk is None or self._stage != "hands":
            return
        self._ensure(by_hand=True)
        self.tablet.store.votes.count(self._walk.id, item, gender, hands)
        self._show()

    @Slot()
    @told
    def close(self) -> None:
        """The vote is over: the totals are shown, and may leave."""
        if self._walk is None or self._poll is None or self._poll.closed_at:
            return
        self._poll = self.tablet.store.votes.close(self._walk.id)
        self._forget_voices()
        self._stage = "results"
        self._show()
        self.tablet.recordsChanged.emit()

    def _forget_voices(self) -> None:
        """Those that were given and not handed in."""
        self._gender, self._mine, self._handed = "", {}, None

    def leave(self) -> None:
        """The page is gone: voices that were not handed in are nobody's."""
        self._forget_voices()
        self._reading.drop()

    def _ensure(self, *, by_hand: bool) -> None:
        """The tallies exist from the first voice on."""
        assert self._walk is not None
        if self._poll is None:
            self._poll = self.tablet.store.votes.begin(self._walk.id, self._chosen, tuple(_COUNTED), by_hand=by_hand)

    def _begun(self) -> bool:
        return self._poll is not None

    def _left(self) -> int:
        return VOICES - sum(self._mine.values())

    @Slot()
    def _say_words(self) -> None:
        if self._walk is not None:
            self._show()

    def _show(self) -> None:
        tallies: dict[str, dict[str, int]] = {}
        if self._walk is not None and self._stage in ("hands", "results"):
            for vote in self.tablet.store.votes.tallies(self._walk.id):
                tallies.setdefault(vote.item_id, {})[_COUNTED.get(vote.gender, "others")] = vote.tally
        rows = [
            self._row(record, tallies.get(record.id, {}))
            for record in self._found
            if self._stage == "choose" or record.id in self._chosen
        ]
        if self._stage == "results":
            rows.sort(key=lambda row: -row["total"])
        self._items.show(rows)
        self.changed.emit()

    def _row(self, record: Report | SpaceCandidate, tally: dict[str, int]) -> Row:
        words, catalogue = self.tablet, self.tablet.catalogue
        if isinstance(record, SpaceCandidate):
            kind, entry = "space", catalogue.get("space_kinds", record.kind or "")
            label, icon = words.label("space_kinds", record.kind), entry.icon if entry else "flower-2"
        else:
            kind = "liked" if record.kind == "liked_place" else "report"
            entry = catalogue.get("categories", record.category or "")
            label = words.label("categories", record.category) or record.category_words
            icon = entry.icon if entry else "heart" if kind == "liked" else "flag"
        split = tally if self._stage == "hands" or self.splits else {}
        return {
            "itemId": record.id,
            "kind": kind,
            "label": label,
            "detail": record.address or record.text or record.provisional_number,
            "iconName": icon,
            "photo": self._photos.get(record.id, QUrl()),
            "chosen": record.id in self._chosen,
            "voices": self._mine.get(record.id, 0),
            "women": split.get("women", 0),
            "men": split.get("men", 0),
            "others": split.get("others", 0),
            "total": sum(tally.values()),
        }
