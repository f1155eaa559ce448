"""Which page is open, which ones lie behind it, and what happens in a room when somebody goes in or out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.catalogue import LISTS
from walker.device.voice import Voice
from walker.viewmodels.map_packs import MapPacks
from walker.viewmodels.page_models import PageModels
from walker.viewmodels.tablet import Tablet

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from walker.viewmodels.care import Care
    from walker.viewmodels.photo_edit import PhotoEdit

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

# Where a photo that was thrown away can still be taken back.
PHOTO_PAGES = ("photo", "photos", "report", "space", "camera", "place", "outline")
SHARING_PAGES = ("sync", "enrol", "join", "handback", "handover", "carry", "bundle")
IDLE_MS = 300  # of the running window: its first page is drawn by then


@QmlElement
class Doors(PageModels):
    """`page` is the name of a page of Main.qml; the one it was opened from is the way back."""

    pageChanged = Signal()
    troubleChanged = Signal()

    def __init__(
        self, tablet: Tablet, maps: MapPacks, voice: Voice | None, parent: QObject | None, *, trial: bool
    ) -> None:
        super().__init__(tablet, maps, voice, parent, trial=trial)
        self._pages = ["home"]
        self._trouble = self._trouble_words = ""
        self._looks_through = self._photo_was_open = False
        self._behind_help = ""  # the page it was opened from
        self.pageChanged.connect(self._pass)
        tablet.troubled.connect(self._show_trouble)
        self._idle = QTimer(self, interval=IDLE_MS, singleShot=True)
        self._idle.timeout.connect(self.furnish_slowly)
        self._idle.timeout.connect(self.read_words)
        QTimer.singleShot(0, self._idle.start)

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self._pages[-1]

    @Property(bool, notify=pageChanged)
    def aidNear(self) -> bool:
        """Help is one touch away from every page while a group is out; the end of the walk offers it itself."""
        return self._live.session is not None and self._pages[-1] != "aid"

    @Property(str, notify=troubleChanged)
    def trouble(self) -> str:
        """The code of a disk trouble that is not mended; empty when all is well."""
        return self._trouble

    @Property(str, notify=troubleChanged)
    def troubleWords(self) -> str:
        return self._trouble_words

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
        self._turn()

    @Slot()
    def back(self) -> None:
        """One page back; a walk goes on being recorded."""
        if len(self._pages) > 1:
            self._pages.pop()
            self._turn()

    @Slot()
    def forgetTrouble(self) -> None:
        self._show_trouble("", "")

    def seen(self) -> QImage:
        """The picture of the viewfinder now, for the engine that draws it."""
        return self._viewfinder.image

    @Slot()
    def read_words(self) -> None:
        """All lists of words, from their files, beside the window: the first tap on a form need not wait for them."""
        catalogue = self.tablet.catalogue

        def read() -> None:
            for name in LISTS:
                catalogue.entries(name)

        self.tablet.checks.run(read, lambda _nothing: self.tablet.muchRead.emit(), self.tablet.tell)

    def close(self) -> bool:
        """The window closes; what is not on disk yet (words just typed, a photo taken away) is when this returns.

        False when a request on a dead link has not ended: the process need not wait for it.
        """
        self._idle.stop()
        self._furnishing.stop()
        self._display.close()
        self._speech.stop()
        for name in ("outline", "photos"):
            if (room := self.made(name)) is not None:
                room.leave()
        for name in ("position", "aid", "care", "report", "space", "viewfinder", "sharing"):
            if (room := self.made(name)) is not None:
                room.close()
        self.tablet.removal.settle()
        self._walks.close()
        self._live.close()
        ended = self.tablet.close()
        self._maps.close()
        return ended

    def go(self, *pages: str) -> None:
        """The last of these is open from now on, the others lie behind it."""
        self._pages = list(pages)
        self._turn()

    def leave_all(self) -> None:
        """What opens next leads back home."""
        self._pages = ["home"]

    def forget_pages(self) -> None:
        """Nothing of what was recorded before stays on a page."""
        self._last.take("", "", "")
        self._live.forget()
        self._walks.forget()
        if (grid := self.made("grid")) is not None:
            grid.forget()

    def leave_page(self, page: str) -> None:
        """It no longer lies on the way back."""
        self._pages = [one for one in self._pages if one != page] or ["home"]

    def _turn(self) -> None:
        if self._pages[-1] != "home":
            self.furnish()
        self.pageChanged.emit()

    def _join_photo(self, photo: PhotoEdit) -> None:
        photo.done.connect(self.back)

    def _join_care(self, care: Care) -> None:
        care.unclear.made.connect(self._last.take)
        care.pack_list.packsChanged.connect(self._display.serveMapsAnew)
        care.room.erased.connect(self._start_afresh)

    @Slot()
    def _start_afresh(self) -> None:
        """The tablet was erased."""
        self.forget_pages()
        self.tablet.forget_words()
        self.tablet.groupChanged.emit()
        self.tablet.recordsChanged.emit()
        self.open("home")

    @Slot()
    def _pass(self) -> None:
        """From one page to another. Help lies over a page: who opens it has left nothing, and all falls silent."""
        page = self._pages[-1]
        self._mind_door(page)
        if page == "aid":
            self._behind_help = self._behind_help or self._pages[-2]
            self._hush()
            return
        behind, self._behind_help = self._behind_help, ""
        if page == behind:
            return
        self._leave_photos(page)
        self._leave_quietly(page)
        self._turn_grid(page)
        self._look_through(page)
        self._tell_rooms(page)
        self._leave_what_is_gone()

    def _mind_door(self, page: str) -> None:
        """What others bring comes in only while the square is shown: help that lies over it closes the door too."""
        sharing = self._sharing if page == "carry" else self.made("sharing")
        if sharing is not None:
            sharing.carrying.shown(page == "carry")

    def _hush(self) -> None:
        self._speech.stop()
        for name in ("report", "space", "grid"):
            if (room := self.made(name)) is not None:
                room.voice.hush()
        if (voices := self.made("voices")) is not None:
            voices.hush()

    def _leave_photos(self, page: str) -> None:
        photos, photo = self.made("photos"), self.made("photo")
        if photos is not None and page not in ("photos", "photo"):
            photos.leave()
        elif photos is not None and page == "photos" and self._photo_was_open:
            photos.again()
        if photo is not None and page != "photo":
            photo.leave()
        self._photo_was_open = page == "photo"
        if page not in PHOTO_PAGES:
            self.tablet.removal.settle()

    def _leave_quietly(self, page: str) -> None:
        """What was being listened to or drawn ends with its page."""
        if page != "voices" and (voices := self.made("voices")) is not None:
            voices.close()
        if page != "report" and (reference := self.made("reference")) is not None and reference.looking:
            reference.leave()
        if page != "outline" and (outline := self.made("outline")) is not None:
            outline.leave()

    def _turn_grid(self, page: str) -> None:
        """What was typed at a stop is on disk when another page opens; back from the camera its photos are counted."""
        if page == "grid":
            self._grid.look()
        elif (grid := self.made("grid")) is not None:
            grid.leave()

    def _look_through(self, page: str) -> None:
        """The camera is on while its page is shown; it starts once the page is there, since it takes its time."""
        wanted = page == "camera"
        if wanted == self._looks_through:
            return
        self._looks_through = wanted
        if wanted:
            QTimer.singleShot(0, self._viewfinder.start)
        else:
            QTimer.singleShot(0, self._viewfinder.stop)
            self._camera.leave()

    def _tell_rooms(self, page: str) -> None:
        self._walks.opened(page)
        sharing = self._sharing if page in SHARING_PAGES else self.made("sharing")
        if sharing is not None:
            sharing.shown(page)

    def _leave_what_is_gone(self) -> None:
        """Pages that read beside the window's thread stop when nobody can come back to them."""
        for name in ("revisit", "end", "votes"):
            if name not in self._pages and (room := self.made(name)) is not None:
                room.leave()

    @Slot(str, str)
    def _show_trouble(self, code: str, words: str) -> None:
        self._trouble, self._trouble_words = code, words
        self.troubleChanged.emit()
