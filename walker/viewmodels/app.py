"""The window as a whole: which page is open; the view-models of the pages hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import ExploratoryWalk, Revisit
from walker.device.voice import Voice
from walker.viewmodels.address_search import AddressSearch
from walker.viewmodels.aid import Aid
from walker.viewmodels.care import Care
from walker.viewmodels.display import Display
from walker.viewmodels.end import EndOfWalk
from walker.viewmodels.finding_draft import MARKED
from walker.viewmodels.grid_rows import stop_rows
from walker.viewmodels.help import HelpText
from walker.viewmodels.home import HomeStatus
from walker.viewmodels.last_capture import LastCapture
from walker.viewmodels.live_walk import LiveWalk, unfinished
from walker.viewmodels.map_packs import MapPacks
from walker.viewmodels.outline import Drawn, Outline
from walker.viewmodels.photo_check import PhotoCheck
from walker.viewmodels.photo_edit import PhotoEdit
from walker.viewmodels.photo_finder import PhotoFinder
from walker.viewmodels.photo_removal import PhotoRemoval
from walker.viewmodels.photo_taking import PhotoTaking
from walker.viewmodels.position_check import PositionCheck
from walker.viewmodels.report_form import ReportForm
from walker.viewmodels.return_visit import ReturnVisit
from walker.viewmodels.sharing import Sharing
from walker.viewmodels.space_form import SpaceForm
from walker.viewmodels.speech import Speech
from walker.viewmodels.square_reader import SquareReader
from walker.viewmodels.stop_grid import StopGrid
from walker.viewmodels.sync_status import SyncStatus
from walker.viewmodels.tablet import Tablet
from walker.viewmodels.trial import Trial
from walker.viewmodels.viewfinder import Viewfinder
from walker.viewmodels.voice_notes import VoiceNotes
from walker.viewmodels.votes import VoteRound
from walker.viewmodels.walks import Walks

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from walker.viewmodels.finding_draft import FindingDraft

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

# Where a photo that was thrown away can still be taken back.
PHOTO_PAGES = ("photo", "photos", "report", "space", "camera", "place", "outline")


@QmlElement
class App(QObject):
    """`page`: home, live, aid, camera, end, report, space, place, sync, photos, help or settings."""

    pageChanged = Signal()
    troubleChanged = Signal()

    def __init__(
        self,
        tablet: Tablet,
        maps: MapPacks,
        parent: QObject | None = None,
        *,
        voice: Voice | None = None,
        trial: bool = False,
    ) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._maps = maps
        self._trouble = self._trouble_words = ""
        self._pages = ["home"]
        self._finished = ""  # the walk that ended in this run of the app: it may not be over
        self._placing: FindingDraft | None = None
        self._display = Display(tablet, maps, self)
        self._speech = Speech(tablet, voice, self)
        self._position = PositionCheck(tablet, self)
        self._care = Care(tablet, self)
        self.practice = Trial(tablet, active=trial, parent=self)
        self._home = HomeStatus(tablet, self)
        self._live = LiveWalk(tablet, maps, self)
        self._report = ReportForm(tablet, self)
        self._space = SpaceForm(tablet, self)
        self._outline = Outline(tablet, self._live.place, self)
        self._grid = StopGrid(tablet, self)
        self._sync = SyncStatus(tablet, self)
        self._finder = PhotoFinder(tablet, self)
        self._photos = PhotoCheck(tablet, self._finder, self)
        self._photo = PhotoEdit(tablet, self._finder, self)
        self._viewfinder = Viewfinder(tablet.camera, self)
        self._camera = PhotoTaking(tablet, self._viewfinder, self)
        self._looks_through = self._photo_was_open = False
        self._sharing = Sharing(tablet, self._live, self._sync, self._viewfinder, self)
        self._help = HelpText(tablet, self)
        self._revisit = ReturnVisit(tablet, self)
        self._end = EndOfWalk(tablet, self)
        self._votes = VoteRound(tablet, self)
        self._last = LastCapture(tablet, self)
        self._aid = Aid(tablet, self)
        self._addresses = AddressSearch(tablet, self)
        self._reference = SquareReader(tablet, self._viewfinder, self)
        self._walks = Walks(tablet, self._home, maps, self)
        self._voices = VoiceNotes(tablet, self)
        self._connect()
        self._resume()

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self._pages[-1]

    @Property(float, notify=pageChanged)
    def placingLatitude(self) -> float:
        """Where the map of the page "place" opens."""
        return self._placing_at()[0]

    @Property(float, notify=pageChanged)
    def placingLongitude(self) -> float:
        return self._placing_at()[1]

    @Property(float, notify=pageChanged)
    def placingDoubtM(self) -> float:
        """How far off the point may be that is put elsewhere; 0 when nobody knows."""
        place = self._placing.position() if self._placing else None
        return 0.0 if place is None or place.accuracy_cm is None else place.accuracy_cm / 100

    @Property(str, notify=troubleChanged)
    def trouble(self) -> str:
        """The code of a disk trouble that is not mended; empty when all is well."""
        return self._trouble

    @Property(str, notify=troubleChanged)
    def troubleWords(self) -> str:
        return self._trouble_words

    @Property(Display, constant=True)
    def display(self) -> Display:
        return self._display

    @Property(Speech, constant=True)
    def speech(self) -> Speech:
        return self._speech

    @Property(PositionCheck, constant=True)
    def position(self) -> PositionCheck:
        return self._position

    @Property(Trial, constant=True)
    def trial(self) -> Trial:
        return self.practice

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

    @Property(SquareReader, constant=True)
    def reference(self) -> SquareReader:
        """Reads the number of a report made elsewhere."""
        return self._reference

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

    @Slot(str)
    def open(self, page: str) -> None:
        """A room of the app; the page it was opened from is the way back."""
        if self.practice.bars(page):
            return
        if page == "home":
            self._pages = ["home"]
        elif page != self._pages[-1]:
            self._pages = [*(one for one in self._pages if one != page), page]
        if page == "photos":
            self._photos.open()
        if page == "voices":
            self._voices.open(None, None)
        self.pageChanged.emit()

    @Slot()
    def back(self) -> None:
        """One page back; a walk goes on being recorded."""
        if len(self._pages) > 1:
            self._pages.pop()
            self.pageChanged.emit()

    @Slot()
    def startWalk(self) -> None:
        """One tap from home: the prepared walk, or a walk without preparation."""
        self._start(self._home.next_id())

    @Slot()
    def startUnprepared(self) -> None:
        """A walk now, though another one is prepared."""
        self._start("")

    @Slot(str)
    def prepareWalk(self, walk_id: str) -> None:
        """Open a walk to come, of ours or of the office; an empty id begins a new one."""
        if self._walks.open_plan(walk_id):
            self.open("prepare")

    @Slot()
    def startPrepared(self) -> None:
        """The walk that is being prepared begins."""
        self._start(self._walks.plan_id())

    @Slot(str)
    def prepareAgain(self, walk_id: str) -> None:
        """A new walk on the way of an earlier one."""
        if self._walks.open_plan(""):
            self._walks.copy(walk_id)
            self.open("prepare")

    @Slot(str)
    def openWalk(self, walk_id: str) -> None:
        """A walk that was held: what it found, and what can still be said of it."""
        if self._walks.open_held(walk_id):
            self.open("walk")

    @Slot()
    def finishWalk(self) -> None:
        session = self._live.session
        if self._live.finish() and session is not None:
            self._last.take("", "", "")
            self._finished = session.walk.id
            self._pages = ["home"]
            self.openEnd(session.walk.id)

    @Slot(str)
    def openEnd(self, walk_id: str) -> None:
        """The end of a walk: of the one just finished, or of an earlier one."""
        self._end.open(walk_id, latest=walk_id == self._finished)
        self.open("end")

    @Slot(str)
    def openVotes(self, walk_id: str) -> None:
        """What comes first for the group, voted on."""
        self._votes.open(walk_id)
        self.open("votes")

    @Slot()
    def goOn(self) -> None:
        """The walk was not over."""
        self._live.goOn()
        if self._live.session:
            self._pages = ["home", "live"]
            self.pageChanged.emit()

    @Slot(str, float, float)
    def capture(self, kind: str, lat: float, lon: float) -> None:
        """report, liked or space: here, or at that point of the map when we do not know where we are (NaN: none)."""
        session = self._live.session
        walk_id = session.walk.id if session else None
        place = self.tablet.place_now(lat, lon)
        if kind == "space":
            self._space.begin(walk_id, place)
        else:
            self._report.begin(kind, walk_id, place)
        self.open("space" if kind == "space" else "report")

    @Slot(str, QUrl)
    def openCamera(self, about: str, before: QUrl) -> None:
        """Photo first for a new report (`about` empty), or one more of what exists; `before`: the photo to match."""
        session = self._live.session
        self._camera.open(about, before, session.walk.id if session else None, self._live.looked_at())
        self.open("camera")

    @Slot(str)
    def openPhoto(self, photo_id: str) -> None:
        """One photo, large: to blur, to draw an arrow on, to throw away."""
        if self._photo.open(photo_id):
            self.open("photo")

    @Slot()
    def withoutPhoto(self) -> None:
        """The camera's page is not needed: on to the report, or back to what was being photographed."""
        if self._camera.about:
            self.back()
            return
        self._leave_page("camera")
        self.capture("report", *self._camera.place())

    @Slot(float, float)
    def avoid(self, lat: float, lon: float) -> None:
        """« On évite ce lieu »: a report that says so from its start."""
        self.capture("report", lat, lon)
        self._report.choose("avoidance", "avoided")

    @Slot()
    def markAndLeave(self) -> None:
        """One silent tap: place and time are kept to be completed later, and the map is back."""
        session = self._live.session
        self._aid.mark(session.walk.id if session else None)
        self._pages = ["home", "live"] if session else ["home"]
        self.pageChanged.emit()

    @Slot(str)
    def _marked(self, draft_id: str) -> None:
        self._last.take(MARKED, draft_id, "")

    @Slot(str)
    def captureForOther(self, kind: str) -> None:
        """report, liked or space, of a person, a box or a paper form: who speaks was said on the page before."""
        if kind == "space":
            self._space.begin(None, None)
        else:
            self._report.begin(kind, None, None, **self._walks.said_for_other())
        self.open("space" if kind == "space" else "report")

    @Slot(str, str)
    def complete(self, kind: str, record_id: str) -> None:
        """Open a draft or a record of ours again."""
        if kind == "revisit":
            visit = self.tablet.store.records.find(record_id)
            if isinstance(visit, Revisit):
                self.openRevisit(visit.report_id)
            return
        self.completes(kind, record_id)

    @Slot(str, str, result=bool)
    def completes(self, kind: str, record_id: str) -> bool:
        """The same; false when it is not ours."""
        form = self._space if kind == "space" else self._report
        if not (form.open_draft(record_id) or form.open_record(record_id)):
            return False
        self.open("space" if kind == "space" else "report")
        return True

    @Slot(str, QUrl)
    def photographAgain(self, about: str, before: QUrl) -> None:
        """What is there now, in the frame of the first photo; about the verdict, so that the office sees both."""
        self._camera.setProperty("purpose", "after")
        self.openCamera(about, before)

    @Slot(str)
    def openRevisit(self, report_id: str) -> None:
        """What is to be looked at again, at that finding; empty: at the nearest one."""
        session = self._live.session
        walk = session.walk if session else self._end.walk_shown() if "end" in self._pages else None
        self._revisit.open(walk, report_id)
        self.open("revisit")

    @Slot(str)
    def placeOnMap(self, kind: str) -> None:
        """Put the point of the open form by hand."""
        self._placing = self._space if kind == "space" else self._report
        self._addresses.open(self._placing_at())
        self.open("place")

    @Slot(float, float, str)
    def placed(self, lat: float, lon: float, address: str = "") -> None:
        """The finger said where, or the address that was looked for."""
        if self._placing is not None and address:
            self._placing.moveToAddress(lat, lon, address)
            self._placing = None
        elif self._placing is not None:
            self._placing.moveTo(lat, lon)
            self._placing = None
        self.back()

    @Slot(str)
    def openGrid(self, stop_id: str) -> None:
        """The questions at a stop, of the walk that is held or of one that is over."""
        if stop_id and self._grid.show_stop(stop_id):
            self.open("grid")

    @Slot(str)
    def completeGrid(self, walk_id: str) -> None:
        """After the walk: the stop with the fewest answers first."""
        rows = stop_rows(self.tablet.store, walk_id)
        if rows:
            self.openGrid(min(rows, key=lambda row: int(row["done"]))["stopId"])

    @Slot(str)
    def drawOutline(self, kind: str) -> None:
        """Draw the place of the open form by hand or by walking: a space's shape, or the detour of a report."""
        self._outline.begin(
            Drawn(form=self._space, points="points", shape="shape", usual=self._space.usual_shape())
            if kind == "space"
            else Drawn(form=self._report, points="detour")
        )
        self.open("outline")

    @Slot(str, str, str, str)
    def noteWording(self, place: str, list_name: str, code: str, shown: str) -> None:
        """« These words are not clear »: noted at once, then a page to say more."""
        self._care.unclear.begin(place, list_name, code, shown)
        self.open("wording")

    @Slot()
    def forgetTrouble(self) -> None:
        self._show_trouble("", "")

    def seen(self) -> QImage:
        """The picture of the viewfinder now, for the engine that draws it."""
        return self._viewfinder.image

    def close(self) -> bool:
        """The window closes; what is not on disk yet (words just typed, a photo taken away) is when this returns.

        False when a request on a dead link has not ended: the process need not wait for it.
        """
        self._display.close()
        self._speech.stop()
        self._outline.leave()
        self._position.close()
        self._aid.close()
        self._care.close()
        self._report.close()
        self._space.close()
        self._photos.leave()
        self.tablet.removal.settle()
        self._viewfinder.close()
        self._walks.close()
        self._live.close()
        ended = self.tablet.close()
        self._maps.close()
        return ended

    def _start(self, walk_id: str) -> None:
        if not self._live.session:
            ours = self._walks.plan_id() if walk_id and self._walks.open_plan(walk_id) else ""
            self._last.take("", "", "")
            self._live.start(ours, self._home.territory_code())
            self._grid.warm_up()
        if self._live.session:
            self.open("live")

    def _placing_at(self) -> tuple[float, float]:
        place = self._placing.place() if self._placing else None
        return place or self._live.place()

    @Slot()
    def _leave_outline(self) -> None:
        if self._pages[-1] != "outline":
            self._outline.leave()

    @Slot()
    def _tell_sharing(self) -> None:
        self._sharing.shown(self._pages[-1])

    @Slot(str)
    def _take_part(self, walk_id: str) -> None:
        """The walk of another tablet: recorded here from now on."""
        self._last.take("", "", "")
        self._live.take_part(walk_id)
        if self._live.session is not None:
            self._pages = ["home", "live"]
            self.pageChanged.emit()

    @Slot()
    def _end_for_hand_back(self) -> None:
        """What is being typed and recorded is on disk before it is locked."""
        self._outline.leave()
        self._grid.leave()
        for form in (self._report, self._space, self._aid):
            form.close()
        self._live.finish()

    @Slot()
    def _forget_group(self) -> None:
        """The next group sees nothing of what the last one had on its pages."""
        self._last.take("", "", "")
        self._live.forget()
        self._walks.forget()
        self._grid.forget()
        self._pages = ["home", "handback"]
        self.pageChanged.emit()

    @Slot()
    def _leave_reference(self) -> None:
        if self._pages[-1] != "report" and self._reference.looking:
            self._reference.leave()

    @Slot()
    def _leave_voices(self) -> None:
        if self._pages[-1] != "voices":
            self._voices.close()

    @Slot()
    def _turn_grid(self) -> None:
        """What was typed at a stop is on disk when another page opens; back from the camera its photos are counted."""
        if self._pages[-1] == "grid":
            self._grid.look()
        else:
            self._grid.leave()

    @Slot(str, bool)
    def _ask_at_stop(self, stop_id: str, is_dark: bool) -> None:
        """By day the grid opens; in the dark one quick question stands on the map, with the way to the grid."""
        if not is_dark:
            self.openGrid(stop_id)

    @Slot(str)
    def _keep_stop(self, stop_id: str) -> None:
        """One touch no longer takes back a stop that has answers."""
        if self._last.is_about(stop_id):
            self._last.take("", "", "")

    @Slot()
    def _leave_photos(self) -> None:
        page = self._pages[-1]
        if page not in ("photos", "photo"):
            self._photos.leave()
        elif page == "photos" and self._photo_was_open:
            self._photos.again()
        if page != "photo":
            self._photo.leave()
        self._photo_was_open = page == "photo"
        if page not in PHOTO_PAGES:
            self.tablet.removal.settle()

    @Slot()
    def _look_through(self) -> None:
        """The camera is on while its page is shown; it starts once the page is there, since it takes its time."""
        wanted = self._pages[-1] == "camera"
        if wanted == self._looks_through:
            return
        self._looks_through = wanted
        if wanted:
            QTimer.singleShot(0, self._viewfinder.start)
        else:
            QTimer.singleShot(0, self._viewfinder.stop)
            self._camera.leave()

    @Slot(str)
    def _go_on_with(self, draft_id: str) -> None:
        """The report that a photo began."""
        self._leave_page("camera")
        if self._report.open_draft(draft_id):
            self.open("report")
        else:
            self.pageChanged.emit()

    @Slot(str, str)
    def _show_shot(self, about: str, _photo_id: str) -> None:
        for form in (self._report, self._space):
            if form.id == about:
                form.photosTaken()

    def _leave_page(self, page: str) -> None:
        self._pages = [one for one in self._pages if one != page] or ["home"]

    @Slot()
    def _leave_what_is_gone(self) -> None:
        """Pages that read beside the window's thread stop when nobody can come back to them."""
        gone = {"revisit": self._revisit.leave, "end": self._end.leave, "votes": self._votes.leave}
        for page, leave in gone.items():
            if page not in self._pages:
                leave()

    @Slot()
    def _turn_to_walks(self) -> None:
        self._walks.opened(self._pages[-1])

    @Slot()
    def _start_afresh(self) -> None:
        """The tablet was erased."""
        self._last.take("", "", "")
        self.tablet.forget_words()
        self.tablet.recordsChanged.emit()
        self.open("home")

    def _connect(self) -> None:
        self.pageChanged.connect(self._leave_photos)
        self.pageChanged.connect(self._leave_voices)
        self.pageChanged.connect(self._leave_reference)
        self._reference.found.connect(self._report.takeReference)
        self.pageChanged.connect(self._leave_outline)
        self.pageChanged.connect(self._turn_grid)
        self._grid.answered.connect(self._keep_stop)
        self._live.stopped.connect(self._ask_at_stop)
        self.pageChanged.connect(self._look_through)
        self._photo.done.connect(self.back)
        self._camera.begun.connect(self._go_on_with)
        self._camera.kept.connect(self._show_shot)
        self._camera.ended.connect(self.back)
        self.pageChanged.connect(self._tell_sharing)
        self._sharing.opening.connect(self.open)
        self._sharing.joined.connect(self._take_part)
        self._sharing.locking.connect(self._end_for_hand_back)
        self._sharing.locked.connect(self._forget_group)
        self.pageChanged.connect(self._turn_to_walks)
        self.pageChanged.connect(self._leave_what_is_gone)
        self.tablet.troubled.connect(self._show_trouble)
        self._live.recorded.connect(self._last.take)
        self._revisit.recorded.connect(self._last.take)
        self._last.revising.connect(self._revisit.takeBack)
        self._aid.marked.connect(self._marked)
        self._care.unclear.made.connect(self._last.take)
        self._care.pack_list.packsChanged.connect(self._display.serveMapsAnew)
        self._care.room.erased.connect(self._start_afresh)
        self._last.completing.connect(self.complete)
        for form in (self._report, self._space):
            form.saved.connect(self._last.take)
            form.saved.connect(self.back)
            form.left.connect(self.back)
            form.offered.connect(self._last.offer)
            form.reopened.connect(self.complete)

    def _resume(self) -> None:
        """A tablet that went off in the middle of a walk goes on with it."""
        walk = unfinished(self.tablet.store.records.all(ExploratoryWalk))
        if walk is not None:
            self._live.resume(walk.id)
            self._pages = ["home", "live"]

    @Slot(str, str)
    def _show_trouble(self, code: str, words: str) -> None:
        self._trouble, self._trouble_words = code, words
        self.troubleChanged.emit()
