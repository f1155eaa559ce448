"""What the window does: from one page to another with what was touched there, captured, finished or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import ExploratoryWalk, Revisit
from walker.device.voice import Voice
from walker.viewmodels.doors import Doors
from walker.viewmodels.draft_place import ELSEWHERE
from walker.viewmodels.live_walk import unfinished
from walker.viewmodels.map_packs import MapPacks
from walker.viewmodels.tablet import Tablet

if TYPE_CHECKING:
    from walker.viewmodels.aid import Aid
    from walker.viewmodels.finding_draft import FindingDraft
    from walker.viewmodels.photo_taking import PhotoTaking
    from walker.viewmodels.return_visit import ReturnVisit
    from walker.viewmodels.sharing import Sharing
    from walker.viewmodels.square_reader import SquareReader
    from walker.viewmodels.stop_grid import StopGrid

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class App(Doors):
    """Made once, by main."""

    placingChanged = Signal()  # a notify signal of the base class would not be found by Qt

    def __init__(
        self,
        tablet: Tablet,
        maps: MapPacks,
        parent: QObject | None = None,
        *,
        voice: Voice | None = None,
        trial: bool = False,
    ) -> None:
        super().__init__(tablet, maps, voice, parent, trial=trial)
        self._finished = ""  # the walk that ended in this run of the app: it may not be over
        self._placing: FindingDraft | None = None
        self._live.recorded.connect(self._last.take)
        self._live.ended.connect(self._show_end)
        self._live.stopped.connect(self._ask_at_stop)
        self._live.answered.connect(self._keep_stop)
        self._last.completing.connect(self.complete)
        self._last.revising.connect(self._take_back_visit)
        self._resume()

    @Property(float, notify=placingChanged)
    def placingLatitude(self) -> float:
        """Where the map of the page "place" opens."""
        return self._placing_at()[0]

    @Property(float, notify=placingChanged)
    def placingLongitude(self) -> float:
        return self._placing_at()[1]

    @Property(float, notify=placingChanged)
    def placingDoubtM(self) -> float:
        """How far off the point may be that is put elsewhere; 0 when nobody knows."""
        place = self._placing.position() if self._placing else None
        return 0.0 if place is None or place.accuracy_cm is None else place.accuracy_cm / 100

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
        """What was walked is judged and kept; then the end of the walk is on screen."""
        self._live.finish()

    @Slot(str)
    def _show_end(self, walk_id: str) -> None:
        self._last.take("", "", "")
        self._finished = walk_id
        self.leave_all()
        self.openEnd(walk_id)

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
            self.go("home", "live")

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
        self.leave_page("camera")
        self.capture("report", *self._camera.place())

    @Slot(float, float)
    def avoid(self, lat: float, lon: float) -> None:
        """« On évite ce lieu »: a report that says so from its start."""
        self.capture("report", lat, lon)
        self._report.choose("avoidance", "avoided")

    @Slot()
    def markAndLeave(self) -> None:
        """One silent tap: place and time are kept to be completed later, and the map is back."""
        for name in ("report", "space"):  # what was being filled in is kept
            if (form := self.made(name)) is not None:
                form.close()
        session = self._live.session
        self._aid.mark(session.walk.id if session else None)
        self.go("home", *(["live"] if session else []))

    @Slot(str)
    def _marked(self, draft_id: str) -> None:
        from walker.viewmodels.finding_draft import MARKED

        self._last.take(MARKED, draft_id, "")

    @Slot(str)
    def captureForOther(self, kind: str) -> None:
        """report, liked or space, of a person, a box or a paper form: who speaks was said on the page before."""
        if kind == "space":
            self._space.begin(None, None, **{ELSEWHERE: True})
        else:
            self._report.begin(kind, None, None, **self._walks.said_for_other(), **{ELSEWHERE: True})
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
        self.placingChanged.emit()
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
        from walker.viewmodels.grid_rows import stop_rows

        rows = stop_rows(self.tablet.store, walk_id)
        if rows:
            self.openGrid(min(rows, key=lambda row: int(row["done"]))["stopId"])

    @Slot(str)
    def drawOutline(self, kind: str) -> None:
        """Draw the place of the open form by hand or by walking: a space's shape, or the detour of a report."""
        from walker.viewmodels.outline import Drawn

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

    @Slot(str)
    def _take_part(self, walk_id: str) -> None:
        """The walk of another tablet: recorded here from now on."""
        self._last.take("", "", "")
        self._live.take_part(walk_id)
        if self._live.session is not None:
            self.go("home", "live")

    @Slot()
    def _end_for_hand_back(self) -> None:
        """What is being typed and recorded is on disk before it is locked; what was thrown away is gone."""
        self._outline.leave()
        self._grid.leave()
        for form in (self._report, self._space, self._aid):
            form.close()
        if (camera := self.made("camera")) is not None:
            camera.halt()
        self._last.take("", "", "")
        self._live.finish_now()

    @Slot()
    def _forget_group(self) -> None:
        """The next group sees nothing of what the last one had on its pages."""
        self.forget_pages()
        self.go("home", "handback")

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

    @Slot(str)
    def _go_on_with(self, draft_id: str) -> None:
        """The report that a photo began."""
        self.leave_page("camera")
        if self._report.open_draft(draft_id):
            self.open("report")
        else:
            self.go(*self._pages)

    @Slot(str, str)
    def _show_shot(self, about: str, _photo_id: str) -> None:
        for form in (self._report, self._space):
            if form.id == about:
                form.photosTaken()

    def _join_report(self, form: FindingDraft) -> None:
        form.saved.connect(self._last.take)
        form.saved.connect(self.back)
        form.left.connect(self.back)
        form.offered.connect(self._last.offer)
        form.reopened.connect(self.complete)

    _join_space = _join_report

    def _join_reference(self, reader: SquareReader) -> None:
        reader.found.connect(self._report.takeReference)

    def _join_grid(self, grid: StopGrid) -> None:
        grid.answered.connect(self._keep_stop)

    def _join_camera(self, camera: PhotoTaking) -> None:
        camera.begun.connect(self._go_on_with)
        camera.kept.connect(self._show_shot)
        camera.ended.connect(self.back)

    def _join_sharing(self, sharing: Sharing) -> None:
        sharing.opening.connect(self.open)
        sharing.joined.connect(self._take_part)
        sharing.locking.connect(self._end_for_hand_back)
        sharing.locked.connect(self._forget_group)

    def _join_revisit(self, visit: ReturnVisit) -> None:
        visit.recorded.connect(self._last.take)

    def _join_aid(self, aid: Aid) -> None:
        aid.marked.connect(self._marked)

    @Slot(str)
    def _take_back_visit(self, visit_id: str) -> None:
        self._revisit.takeBack(visit_id)

    def _resume(self) -> None:
        """A tablet that went off in the middle of a walk goes on with it."""
        walk = unfinished(self.tablet.store.records.all(ExploratoryWalk))
        if walk is not None:
            self._live.resume(walk.id)
            self.go("home", "live")
