"""The rooms where the tablet itself is looked after, as one part of the app."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from walker.viewmodels.hearing import Hearing
from walker.viewmodels.pack_list import PackList
from walker.viewmodels.storage import Storage
from walker.viewmodels.tablet import Tablet
from walker.viewmodels.wording import Wording

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Care(QObject):
    """Made with the app, read by the pages of its rooms."""

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.unclear = Wording(tablet, self)
        self.pack_list = PackList(tablet, self)
        self.room = Storage(tablet, self)
        self.ear = Hearing(self)

    @Property(Wording, constant=True)
    def wording(self) -> Wording:
        return self.unclear

    @Property(PackList, constant=True)
    def packs(self) -> PackList:
        return self.pack_list

    @Property(Storage, constant=True)
    def storage(self) -> Storage:
        return self.room

    @Property(Hearing, constant=True)
    def hearing(self) -> Hearing:
        return self.ear

    def close(self) -> None:
        self.unclear.close()
        self.ear.stop()
