"""The view-model of each page: the first page's at once, the others when they are first asked for.

A page can be shown once its types are known to QML: `furnish` loads them all, the idle window one after another.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Property, QObject, QTimer, Slot
from PySide6.QtQml import QmlElement

from walker.device.voice import Voice
from walker.viewmodels.display import Display
from walker.viewmodels.home import HomeStatus
from walker.viewmodels.last_capture import LastCapture
from walker.viewmodels.live_walk import LiveWalk
from walker.viewmodels.map_packs import MapPacks
from walker.viewmodels.photo_removal import PhotoRemoval
from walker.viewmodels.speech import Speech
from walker.viewmodels.tablet import Tablet
from walker.viewmodels.trial import Trial
from walker.viewmodels.walks import Walks

if TYPE_CHECKING:
    from walker.viewmodels.address_search import AddressSearch
    from walker.viewmodels.aid import Aid
    from walker.viewmodels.background_sync import BackgroundSync
    from walker.viewmodels.care import Care
    from walker.viewmodels.end import EndOfWalk
    from walker.viewmodels.help import HelpText
    from walker.viewmodels.outline import Outline
    from walker.viewmodels.photo_check import PhotoCheck
    from walker.viewmodels.photo_edit import PhotoEdit
    from walker.viewmodels.photo_finder import PhotoFinder
    from walker.viewmodels.photo_taking import PhotoTaking
    from walker.viewmodels.position_check import PositionCheck
    from walker.viewmodels.report_form import ReportForm
    from walker.viewmodels.return_visit import ReturnVisit
    from walker.viewmodels.sharing import Sharing
    from walker.viewmodels.space_form import SpaceForm
    from walker.viewmodels.square_reader import SquareReader
    from walker.viewmodels.stop_grid import StopGrid
    from walker.viewmodels.sync_status import SyncStatus
    from walker.viewmodels.viewfinder import Viewfinder
    from walker.viewmodels.voice_notes import VoiceNotes
    from walker.viewmodels.votes import VoteRound
else:  # what QML is told: the types themselves come with their modules
    AddressSearch = QObject
    Aid = QObject
    Care = QObject
    EndOfWalk = QObject
    HelpText = QObject
    Outline = QObject
    PhotoCheck = QObject
    PhotoEdit = QObject
    PhotoTaking = QObject
    PositionCheck = QObject
    ReportForm = QObject
    ReturnVisit = QObject
    Sharing = QObject
    SpaceForm = QObject
    SquareReader = QObject
    StopGrid = QObject
    SyncStatus = QObject
    Viewfinder = QObject
    VoiceNotes = QObject
    VoteRound = QObject

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

# In this order none takes more than some milliseconds; the first ones are what several others begin with.
_MODULES = (
    "sync.rules.track",
    "sync.rules.status",
    "walker.domain.revisits",
    "walker.domain.recording",
    "walker.maps.address_file",
    "walker.maps.addresses",
    "walker.viewmodels.map_marks",
    "walker.viewmodels.report_detail",
    *(
        f"walker.viewmodels.{name}"
        for name in (
            "background_sync",
            "address_search",
            "aid",
            "calendar_month",
            "care",
            "end",
            "help",
            "helper_entry",
            "live_map",
            "outline",
            "photo_check",
            "photo_edit",
            "photo_finder",
            "photo_taking",
            "position_check",
            "prepare",
            "prepare_grid",
            "prepare_group",
            "prepare_kit",
            "prepare_place",
            "prepare_route",
            "report_form",
            "return_visit",
            "sharing",
            "space_form",
            "square_reader",
            "stop_grid",
            "sync_status",
            "viewfinder",
            "voice_notes",
            "votes",
        )
    ),
)

BETWEEN_MS = 10  # from one module to the next

Made = TypeVar("Made", bound=QObject)


@QmlElement
class PageModels(QObject):
    """`made("report")` is the view-model if there is one already: nobody leaves a page that was never opened."""

    def __init__(
        self, tablet: Tablet, maps: MapPacks, voice: Voice | None, parent: QObject | None, *, trial: bool
    ) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._maps = maps
        self._display = Display(tablet, maps, self)
        self._speech = Speech(tablet, voice, self)
        self.practice = Trial(tablet, active=trial, parent=self)
        self._home = HomeStatus(tablet, self)
        self._live = LiveWalk(tablet, maps, self)
        self._last = LastCapture(tablet, self)
        self._walks = Walks(tablet, self._home, maps, self)
        self._to_load = list(reversed(_MODULES))
        self._furnishing = QTimer(self, interval=BETWEEN_MS)
        self._furnishing.timeout.connect(self._furnish_further)

    @Slot()
    def furnish(self) -> None:
        """Load the modules of all pages, and begin what works without being looked at; nothing the second time."""
        while self._to_load:
            self._load_next()
        self._furnishing.stop()
        self._finder.look()

    @Slot()
    def furnish_slowly(self) -> None:
        """The same while nobody waits for it: a touch comes between two modules."""
        self._furnishing.start()

    @Slot()
    def _furnish_further(self) -> None:
        if self._to_load:
            self._load_next()
        else:
            self.furnish()

    def _load_next(self) -> None:
        importlib.import_module(self._to_load.pop())

    @Slot()
    def sendByItself(self) -> None:
        """From now on what is saved leaves when it can; never from a trial walk."""
        if not self.practice.active:
            self._background.begin()

    def made(self, name: str) -> Any:
        """The view-model of that name when it was asked for before, else None."""
        return self.__dict__.get(f"_{name}")

    def join(self, name: str, made: Made) -> Made:
        """A view-model was made: what the app wants to hear from it is connected by `_join_<name>`."""
        connect: Callable[[Made], None] | None = getattr(self, f"_join_{name}", None)
        if connect is not None:
            connect(made)
        return made

    @cached_property
    def _position(self) -> PositionCheck:
        from walker.viewmodels.position_check import PositionCheck

        return self.join("position", PositionCheck(self.tablet, self))

    @cached_property
    def _care(self) -> Care:
        from walker.viewmodels.care import Care

        return self.join("care", Care(self.tablet, self))

    @cached_property
    def _report(self) -> ReportForm:
        from walker.viewmodels.report_form import ReportForm

        return self.join("report", ReportForm(self.tablet, self))

    @cached_property
    def _space(self) -> SpaceForm:
        from walker.viewmodels.space_form import SpaceForm

        return self.join("space", SpaceForm(self.tablet, self))

    @cached_property
    def _outline(self) -> Outline:
        from walker.viewmodels.outline import Outline

        return self.join("outline", Outline(self.tablet, self._live.place, self))

    @cached_property
    def _grid(self) -> StopGrid:
        from walker.viewmodels.stop_grid import StopGrid

        return self.join("grid", StopGrid(self.tablet, self))

    @cached_property
    def _sync(self) -> SyncStatus:
        from walker.viewmodels.sync_status import SyncStatus

        return self.join("sync", SyncStatus(self.tablet, self))

    @cached_property
    def _background(self) -> BackgroundSync:
        from walker.viewmodels.background_sync import BackgroundSync

        return self.join("background", BackgroundSync(self.tablet, self._sync, self._live, self))

    @cached_property
    def _finder(self) -> PhotoFinder:
        from walker.viewmodels.photo_finder import PhotoFinder

        return self.join("finder", PhotoFinder(self.tablet, self))

    @cached_property
    def _photos(self) -> PhotoCheck:
        from walker.viewmodels.photo_check import PhotoCheck

        return self.join("photos", PhotoCheck(self.tablet, self._finder, self))

    @cached_property
    def _photo(self) -> PhotoEdit:
        from walker.viewmodels.photo_edit import PhotoEdit

        return self.join("photo", PhotoEdit(self.tablet, self._finder, self))

    @cached_property
    def _viewfinder(self) -> Viewfinder:
        from walker.viewmodels.viewfinder import Viewfinder

        return self.join("viewfinder", Viewfinder(self.tablet.camera, self))

    @cached_property
    def _camera(self) -> PhotoTaking:
        from walker.viewmodels.photo_taking import PhotoTaking

        return self.join("camera", PhotoTaking(self.tablet, self._viewfinder, self))

    @cached_property
    def _sharing(self) -> Sharing:
        from walker.viewmodels.sharing import Sharing

        return self.join("sharing", Sharing(self.tablet, self._live, self._sync, self._viewfinder, self))

    @cached_property
    def _help(self) -> HelpText:
        from walker.viewmodels.help import HelpText

        return self.join("help", HelpText(self.tablet, self))

    @cached_property
    def _revisit(self) -> ReturnVisit:
        from walker.viewmodels.return_visit import ReturnVisit

        return self.join("revisit", ReturnVisit(self.tablet, self))

    @cached_property
    def _end(self) -> EndOfWalk:
        from walker.viewmodels.end import EndOfWalk

        return self.join("end", EndOfWalk(self.tablet, self))

    @cached_property
    def _votes(self) -> VoteRound:
        from walker.viewmodels.votes import VoteRound

        return self.join("votes", VoteRound(self.tablet, self))

    @cached_property
    def _aid(self) -> Aid:
        from walker.viewmodels.aid import Aid

        return self.join("aid", Aid(self.tablet, self))

    @cached_property
    def _addresses(self) -> AddressSearch:
        from walker.viewmodels.address_search import AddressSearch

        return self.join("addresses", AddressSearch(self.tablet, self))

    @cached_property
    def _voices(self) -> VoiceNotes:
        from walker.viewmodels.voice_notes import VoiceNotes

        return self.join("voices", VoiceNotes(self.tablet, self))

    @cached_property
    def _reference(self) -> SquareReader:
        from walker.viewmodels.square_reader import SquareReader

        return self.join("reference", SquareReader(self.tablet, self._viewfinder, self))

    @Property(Trial, constant=True)
    def trial(self) -> Trial:
        return self.practice

    @Property(SquareReader, constant=True)
    def reference(self) -> SquareReader:
        """Reads the number of a report made elsewhere."""
        return self._reference

    @Property(Display, constant=True)
    def display(self) -> Display:
        return self._display

    @Property(Speech, constant=True)
    def speech(self) -> Speech:
        return self._speech

    @Property(PositionCheck, constant=True)
    def position(self) -> PositionCheck:
        return self._position

    @Property(Care, constant=True)
    def care(self) -> Care:
        return self._care

    @Property(HomeStatus, constant=True)
    def home(self) -> HomeStatus:
        return self._home

    @Property(LiveWalk, constant=True)
    def live(self) -> LiveWalk:
        return self._live

    @Property(ReportForm, constant=True)
    def report(self) -> ReportForm:
        return self._report

    @Property(SpaceForm, constant=True)
    def space(self) -> SpaceForm:
        return self._space

    @Property(Outline, constant=True)
    def outline(self) -> Outline:
        return self._outline

    @Property(StopGrid, constant=True)
    def grid(self) -> StopGrid:
        return self._grid

    @Property(SyncStatus, constant=True)
    def sync(self) -> SyncStatus:
        return self._sync

    @Property(PhotoCheck, constant=True)
    def photos(self) -> PhotoCheck:
        return self._photos

    @Property(PhotoEdit, constant=True)
    def photo(self) -> PhotoEdit:
        return self._photo

    @Property(PhotoRemoval, constant=True)
    def removal(self) -> PhotoRemoval:
        return self.tablet.removal

    @Property(Viewfinder, constant=True)
    def viewfinder(self) -> Viewfinder:
        """For the pages that look through the camera: `start` when they open, `stop` when they go."""
        return self._viewfinder

    @Property(PhotoTaking, constant=True)
    def camera(self) -> PhotoTaking:
        return self._camera

    @Property(Sharing, constant=True)
    def sharing(self) -> Sharing:
        return self._sharing

    @Property(HelpText, constant=True)
    def help(self) -> HelpText:
        return self._help

    @Property(ReturnVisit, constant=True)
    def revisit(self) -> ReturnVisit:
        return self._revisit

    @Property(Aid, constant=True)
    def aid(self) -> Aid:
        return self._aid

    @Property(VoiceNotes, constant=True)
    def voices(self) -> VoiceNotes:
        """Those that nobody has listened to."""
        return self._voices

    @Property(AddressSearch, constant=True)
    def addresses(self) -> AddressSearch:
        return self._addresses

    @Property(Walks, constant=True)
    def walks(self) -> Walks:
        return self._walks

    @Property(EndOfWalk, constant=True)
    def end(self) -> EndOfWalk:
        return self._end

    @Property(VoteRound, constant=True)
    def votes(self) -> VoteRound:
        return self._votes

    @Property(LastCapture, constant=True)
    def last(self) -> LastCapture:
        return self._last
