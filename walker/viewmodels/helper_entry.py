"""Findings typed in for somebody else: a warden, an idea box, a paper form. Who speaks is counted, never named."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import Report
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

# Where a finding that no walk made can come from, in the order it is offered; the list of channels knows them all.
CHANNELS = ("relay", "warden", "idea_box", "paper", "workshop", "tenants", "night_correspondent", "phone_mail")
# Whom such a finding speaks for, in the words of the list `speakers`.
_SPEAKER = {"warden": "warden", "paper": "paper"}
ASKED = ("women", "men", "other_or_unsaid", "not_collected")
NOBODY = -1


@QmlElement
class HelperEntry(QObject):
    """Stays as it is between two slips of the same box."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._channel = ""
        self._counts: dict[str, int] = {}
        self._entered = 0
        self._channels = RowListModel(("code", "label", "iconName"), self)
        self._genders = RowListModel(("code", "label", "iconName", "count", "least"), self)
        tablet.wordsChanged.connect(self._look)

    @Property(RowListModel, constant=True)
    def channels(self) -> RowListModel:
        return self._channels

    @Property(RowListModel, constant=True)
    def genders(self) -> RowListModel:
        """How many speak: counts only. -1 is "nobody counted", never zero."""
        return self._genders

    @Property(str, notify=changed)
    def channel(self) -> str:
        return self._channel

    @Property(str, notify=changed)
    def channelLabel(self) -> str:
        return self.tablet.label("channels", self._channel)

    @Property(int, notify=changed)
    def entered(self) -> int:
        """How many came from there so far on this tablet."""
        return self._entered

    @Slot(str)
    def pickChannel(self, code: str) -> None:
        self._channel = "" if code == self._channel else code
        self._look()

    @Slot(str, int)
    def count(self, gender: str, number: int) -> None:
        self._counts[gender] = max(0, number)
        self._look()

    @Slot()
    def forget(self) -> None:
        """The next slip is of somebody else."""
        self._counts = {}
        self._look()

    def open(self) -> None:
        """The page is shown."""
        self._look()

    def said(self) -> dict[str, object]:
        """Fields of the finding."""
        return {
            "channel": self._channel or "relay",
            "on_behalf_of": _SPEAKER.get(self._channel, "someone_else"),
            "reported_by": [{"code": code, "count": count} for code, count in self._counts.items()],
        }

    @Slot()
    def _look(self) -> None:
        catalogue = self.tablet.catalogue
        entries = [entry for code in CHANNELS if (entry := catalogue.get("channels", code)) is not None]
        self._channels.show(self.tablet.as_choices(entries))
        rows = []
        for code in ASKED:
            entry = catalogue.get("genders", code)
            rows.append(
                {
                    "code": code,
                    "label": self.tablet.label("genders", code),
                    "iconName": entry.icon if entry else "user",
                    "count": self._counts.get(code, NOBODY),
                    "least": 0,
                }
            )
        self._genders.show(rows)
        reports = self.tablet.store.records.all(Report) if self._channel else []
        self._entered = sum(report.channel == self._channel for report in reports)
        self.changed.emit()
