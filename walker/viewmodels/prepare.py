"""A walk being prepared, in five steps of any order: every tap is on disk at once, and every one can be taken back."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.records import ExploratoryWalk, WalkPlan
from walker.domain import preparation
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet, told
from walker.viewmodels.walk_words import name_of

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

STEPS = ("place", "kind", "group", "grid", "roles")
TYPING_MS = 400
UNDOS = 200
SEVERAL = frozenset({"publics", "themes", "purposes", "recruitments", "institutions"})
ONE = frozenset({"period_planned", "organiser_kind", "weather", "street_lights", "sign_language"})
YES_NO = frozenset({"step_free", "adult_referent", "consent_collected"})
TEXTS = frozenset({"title", "organiser_name", "note"})
_TILE = ("code", "label", "iconName")


@QmlElement
class Preparation(QObject):
    """One walk at a time; `walk` is None until the first tap of a new one."""

    changed = Signal()
    stepChanged = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self.walk: ExploratoryWalk | None = None
        self.opened = False  # nothing is read for a page that was never opened
        self._step = STEPS[0]
        self._is_new = False
        self._undo: list[dict[str, Any]] = []
        self._typed: dict[str, str] = {}
        self._known: tuple[str | None] | None = None  # the territory that need not be asked, once it was looked for
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self._keep_typed)
        self._lists: dict[str, RowListModel] = {}
        self._earlier = RowListModel(("walkId", "title", "day", "stops"), self)
        tablet.wordsChanged.connect(self._show_words)
        tablet.recordsChanged.connect(self._look_again)

    @Property(str, notify=stepChanged)
    def step(self) -> str:
        """place, kind, group, grid or roles."""
        return self._step

    @Property(str, notify=changed)
    def walkId(self) -> str:
        return self.walk.id if self.walk else ""

    @Property(str, notify=changed)
    def state(self) -> str:
        """planned, held or cancelled; empty before the first tap."""
        return self.walk.state if self.walk else ""

    @Property(str, notify=changed)
    def said(self) -> str:
        """What was chosen, one `field=code` a line."""
        return "\n".join(f"{name}={code}" for name in sorted(SEVERAL | ONE | YES_NO) for code in self._codes(name))

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._text("title")

    @Property(str, notify=changed)
    def organiserName(self) -> str:
        return self._text("organiser_name")

    @Property(str, notify=changed)
    def note(self) -> str:
        return self._text("note")

    @Property(str, notify=changed)
    def languages(self) -> str:
        """Spoken in the group, one a line: words, since no list could be the right one."""
        return "\n".join(self._now().languages)

    @Property(str, notify=changed)
    def day(self) -> str:
        """As YYYY-MM-DD; empty when none is said."""
        return (self._now().planned_on or "") if self.walk else ""

    @Property(str, notify=changed)
    def territory(self) -> str:
        """Its name; empty when none is said."""
        return self.tablet.label("territories", self.territory_code())

    @Property(str, notify=changed)
    def missing(self) -> str:
        """Steps that say nothing yet, one a line."""
        return "\n".join(preparation.missing(self._now()))

    @Property(str, notify=changed)
    def kindWords(self) -> str:
        """For whom and when, in words; empty when nothing is said."""
        return name_of(self.tablet, dataclasses.replace(self._now(), title="", period_held=None))

    @Property(bool, notify=changed)
    def youth(self) -> bool:
        """Young people walk: an adult referent and consent are asked for."""
        return preparation.is_of_young_people(self._now())

    @Property(bool, notify=changed)
    def youthWarns(self) -> bool:
        """Of those two, something is not there; a warning, never a block."""
        walk = self._now()
        return preparation.is_of_young_people(walk) and not (walk.adult_referent and walk.consent_collected)

    @Property(float, notify=changed)
    def savedMs(self) -> float:
        """When the last tap was kept; 0 before the first."""
        return times.parse_time(self.walk.updated_at).timestamp() * 1000 if self.walk else 0.0

    @Property(bool, notify=changed)
    def canUndo(self) -> bool:
        return bool(self._undo)

    @Property(str, notify=changed)
    def follows(self) -> str:
        """The day of the walk it follows; empty when it follows none."""
        earlier = self.tablet.store.records.find(self._now().follows_walk_id or "")
        return (earlier.started_at or earlier.created_at)[:10] if isinstance(earlier, ExploratoryWalk) else ""

    @Property(RowListModel, constant=True)
    def earlier(self) -> RowListModel:
        """Walks that can be copied, the latest first."""
        return self._earlier

    @Slot(str, result=QObject)
    def choices(self, list_name: str) -> RowListModel:
        """The words of a list, as tiles and answers show them."""
        if list_name not in self._lists:
            self._lists[list_name] = RowListModel(_TILE, self)
            self._show_list(list_name)
        return self._lists[list_name]

    @Slot(str)
    def openStep(self, step: str) -> None:
        """Any of the five."""
        self._keep_typed()
        if step in STEPS and step != self._step:
            self._step = step
            self.stepChanged.emit()

    @Slot(str, str)
    @told
    def pick(self, name: str, code: str) -> None:
        """A tap on an answer; on one that is chosen it takes it back."""
        held = self._codes(name)
        if name in SEVERAL:
            self.edit(**{name: tuple(one for one in held if one != code) if code in held else (*held, code)})
        elif name in ONE:
            self.edit(**{name: None if code in held else code})
        elif name in YES_NO:
            self.edit(**{name: None if code in held else code == "yes"})

    @Slot(str, str)
    def write(self, name: str, text: str) -> None:
        """Words typed by hand: the title, who organises, a note."""
        if name in TEXTS:
            self._typed[name] = text
            self._typing.start()

    @Slot(str)
    @told
    def toggleLanguage(self, words: str) -> None:
        """A language spoken in the group, in its own words; the same again takes it back."""
        held, said = self._now().languages, " ".join(words.split())
        if said:
            self.edit(languages=tuple(one for one in held if one != said) if said in held else (*held, said))

    @Slot(str)
    @told
    def chooseDay(self, day: str) -> None:
        """YYYY-MM-DD; the same one again, or an empty one, says none."""
        self.edit(planned_on=None if day in ("", self._now().planned_on) else day)

    @Slot(str)
    @told
    def chooseTerritory(self, code: str) -> None:
        self.edit(territory=code)

    @Slot(str)
    @told
    def copyFrom(self, walk_id: str) -> None:
        """Take over the way, stops, grid and public of an earlier walk."""
        earlier = self.tablet.store.records.find(walk_id)
        if isinstance(earlier, ExploratoryWalk):
            self.edit(**preparation.copied_from(self.tablet.store, earlier))

    @Slot()
    @told
    def undo(self) -> None:
        """The last tap never was."""
        self._keep_typed()
        if self._undo and self.walk is not None:
            before = self._undo.pop()
            self._took(preparation.edit(self.tablet.store, self.walk.id, **before))

    @Slot(str)
    @told
    def cancel(self, reason: str) -> None:
        """The walk does not take place; `undo` and `takeUp` bring it back."""
        self._keep_typed()
        if self.walk is not None and self.walk.state == preparation.PLANNED:
            self.edit(state=preparation.CANCELLED, cancel_reason=reason)

    @Slot()
    @told
    def takeUp(self) -> None:
        """It takes place after all."""
        if self.walk is not None and self.walk.state == preparation.CANCELLED:
            self.edit(state=preparation.PLANNED, cancel_reason=None)

    def open(self, record_id: str) -> bool:
        """A walk of ours, or one that the office planned; an empty id begins a new one. False when it is gone."""
        self.close()
        self.walk, self._is_new, self._undo, self.opened = None, not record_id, [], True
        if record_id and not self._open(record_id):
            return False
        self._step = STEPS[0]
        self._show_words()
        self.stepChanged.emit()
        self.changed.emit()
        return True

    def close(self) -> None:
        """Words just typed are on disk when this returns; a new walk of which nothing is said is none."""
        self._keep_typed()
        if self.walk is not None and self._is_new and not self._says_something():
            self._drop()

    def forget(self) -> None:
        """No walk is shown; what was said of it is on disk."""
        self.close()
        self.walk, self._undo, self._is_new = None, [], False
        self._show_words()

    def keep_words(self) -> None:
        """Words just typed are on disk when this returns."""
        self._keep_typed()

    def edit(self, **fields: Any) -> None:
        """Change what is said; on disk when this returns."""
        self._keep_typed()
        before = {name: getattr(self._now(), name) for name in fields}
        if self.walk is None:
            said = {"territory": self._known_territory(), **fields}
            walk = preparation.prepare(self.tablet.store, self.tablet.clock, **said)
        elif before == fields:
            return
        else:
            walk = preparation.edit(self.tablet.store, self.walk.id, **fields)
        self._undo = [*self._undo, before][-UNDOS:]
        self._took(walk)

    def territory_code(self) -> str | None:
        """What is said, or known without asking."""
        return self.walk.territory if self.walk else self._known_territory()

    def _now(self) -> ExploratoryWalk:
        """The walk as it is, or as it would begin."""
        if self.walk is not None:
            return self.walk
        now = times.format_time(self.tablet.clock())
        blank = ExploratoryWalk(id="", writer="", created_at=now, updated_at=now)
        return dataclasses.replace(blank, territory=self._known_territory())

    def now(self) -> ExploratoryWalk:
        """For the parts of the page."""
        return self._now()

    def _known_territory(self) -> str | None:
        """Asked for by each line of the page of a new walk; it reads all walks, so once until something was saved."""
        if self._known is None:
            from walker.domain.perimeters import the_known_one

            self._known = (the_known_one(self.tablet.store),)
        return self._known[0]

    @Slot()
    def _look_again(self) -> None:
        self._known = None

    def _open(self, record_id: str) -> bool:
        store = self.tablet.store
        record = store.records.find(record_id)
        if isinstance(record, ExploratoryWalk) and record.deleted_at is None:
            self.walk = record
        elif (plan := next((one for one in store.copies.all(WalkPlan) if one.id == record_id), None)) is not None:
            self.walk = preparation.adopt(store, self.tablet.clock, plan)
            self.tablet.recordsChanged.emit()
        return self.walk is not None

    def _took(self, walk: ExploratoryWalk) -> None:
        self.walk = walk
        self.changed.emit()
        self.tablet.recordsChanged.emit()

    @told
    def _drop(self) -> None:
        assert self.walk is not None
        self.tablet.store.records.delete(self.walk.id)
        self.walk = None
        self.tablet.recordsChanged.emit()

    def _says_something(self) -> bool:
        """Whether anything but the territory was said."""
        assert self.walk is not None
        blank = ExploratoryWalk(id="", writer="", created_at="", updated_at="")
        own = {"id", "writer", "revision", "created_at", "updated_at", "deleted_at", "territory"}
        names = (field.name for field in dataclasses.fields(self.walk) if field.name not in own)
        return any(getattr(self.walk, name) != getattr(blank, name) for name in names)

    @Slot()
    @told
    def _keep_typed(self) -> None:
        self._typing.stop()
        typed, self._typed = self._typed, {}
        said = {name: text for name, text in typed.items() if text != getattr(self._now(), name)}
        if said:
            self.edit(**said)

    def _text(self, name: str) -> str:
        return self._typed.get(name, str(getattr(self._now(), name)))

    def _codes(self, name: str) -> tuple[str, ...]:
        held = getattr(self._now(), name)
        if name in SEVERAL:
            return tuple(held)
        if name in YES_NO:
            return () if held is None else ("yes" if held else "no",)
        return (held,) if held else ()

    @Slot()
    def _show_words(self) -> None:
        if not self.opened:
            return
        for name in self._lists:
            self._show_list(name)
        records = self.tablet.store.records
        held = [walk for walk in records.all(ExploratoryWalk) if walk.state == preparation.HELD]
        self._earlier.show(
            [
                {
                    "walkId": walk.id,
                    "title": walk.title,
                    "day": (walk.started_at or walk.created_at)[:10],
                    "stops": len(walk.planned_stops),
                }
                for walk in reversed(held)
                if self.walk is None or walk.id != self.walk.id
            ]
        )
        self.changed.emit()

    def _show_list(self, name: str) -> None:
        catalogue = self.tablet.catalogue
        entries = list(catalogue.entries("organisations" if name == "institutions" else name))
        if name == "institutions":
            entries = [entry for entry in entries if entry.code in preparation.INSTITUTIONS]
        if name == "day_night":
            entries = [entry for entry in entries if entry.data.get("planned", True)]
        if name == "roles":
            entries = [entry for entry in entries if entry.data.get("counts", True)]
        self._lists[name].show(self.tablet.as_choices(entries))
