"""A receiver through QtPositioning: the tablet's own, or one that speaks NMEA on a serial port or from a file."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from walker.device.position import OnFix, OnReception, PositionFix, Reception, SourceState

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtPositioning import QGeoPositionInfoSource, QGeoSatelliteInfoSource

EVERY_MS = 1000
NEAR_A_SECOND = 0.9  # a receiver that speaks ten times a second is heard once; its clock may be a little fast
LOOK_AGAIN_MS = 10_000  # for a receiver that was not there, or is silent
METRES_A_DOP = 2.0  # half of what dilution is worth: Qt doubles it, to the radius of 95 %
SERIAL = "serial:"


class QtPosition(QObject):
    """Fits PositionSource. Without a receiver it gives nothing, says so, and looks again now and then.

    `nmea` is "serial:/dev/ttyACM0" or the path of a file, played in its own time; empty: the tablet's own receiver.
    """

    def __init__(self, nmea: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nmea = nmea
        self._source: QGeoPositionInfoSource | None = None
        self._satellites: QGeoSatelliteInfoSource | None = None
        self._on_fix: OnFix | None = None
        self._on_reception: OnReception | None = None
        self._reception = Reception()
        self._resumed = True
        self._given: datetime | None = None
        self._heard = False
        self._again = QTimer(self, interval=LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look_again)

    def hear(self, on_reception: OnReception) -> None:
        self._on_reception = on_reception
        on_reception(self._reception)

    def start(self, on_fix: OnFix) -> None:
        self._on_fix = on_fix
        self._resumed, self._given, self._heard = True, None, False
        self._again.start()
        self._ask()

    def stop(self) -> None:
        self._on_fix = None
        self._again.stop()
        if self._source is not None:
            self._source.stopUpdates()
        if self._satellites is not None:
            self._satellites.stopUpdates()
        self._tell(SourceState.OFF, None)

    def _ask(self) -> None:
        """The person decides first, where the system asks them."""
        from PySide6.QtCore import QCoreApplication, QLocationPermission, Qt

        permission = QLocationPermission()
        permission.setAccuracy(QLocationPermission.Accuracy.Precise)
        application = QCoreApplication.instance()
        if self._nmea or application is None:
            self._open()
            return
        answer = application.checkPermission(permission)
        if answer == Qt.PermissionStatus.Undetermined:
            application.requestPermission(
                permission, self, lambda _answer: self._answered(application.checkPermission(permission))
            )
        else:
            self._answered(answer)

    def _answered(self, answer: Qt.PermissionStatus) -> None:
        from PySide6.QtCore import Qt  # the namespace costs a tenth of a start: not before it is needed

        if answer == Qt.PermissionStatus.Denied:
            self._tell(SourceState.DENIED, None)
        else:
            self._open()

    def _open(self) -> None:
        if self._on_fix is None:  # stopped while the person was deciding
            return
        if self._source is None:
            self._source = self._new_source()
        if self._source is None:
            self._tell(SourceState.ABSENT, None)
            return
        self._tell(SourceState.SEARCHING, None)
        self._source.startUpdates()
        if self._satellites is not None:
            self._satellites.startUpdates()

    def _new_source(self) -> QGeoPositionInfoSource | None:
        from PySide6.QtPositioning import QGeoPositionInfoSource, QGeoSatelliteInfoSource, QNmeaPositionInfoSource

        if self._nmea:
            where = {"nmea.source": self._nmea}
            source = QGeoPositionInfoSource.createSource("nmea", where, self)
            if self._nmea.startswith(SERIAL):  # Qt shares the port between the two; a file would be read twice
                self._satellites = QGeoSatelliteInfoSource.createSource("nmea", where, self)
        else:
            source = QGeoPositionInfoSource.createDefaultSource(self)
            self._satellites = QGeoSatelliteInfoSource.createDefaultSource(self)
        if source is None:
            return None
        if isinstance(source, QNmeaPositionInfoSource):
            source.setUserEquivalentRangeError(METRES_A_DOP)
            source.setUpdateInterval(0)  # each as it comes, so that its own clock decides which are taken
        else:
            source.setUpdateInterval(max(EVERY_MS, source.minimumUpdateInterval()))
        source.positionUpdated.connect(self._take)
        source.errorOccurred.connect(self._lost)
        if self._satellites is not None:
            self._satellites.satellitesInUseUpdated.connect(self._count)
        return source

    @Slot()
    def _look_again(self) -> None:
        """A receiver that is missing, or an outer one that has gone silent (unplugged), is opened anew."""
        silent = self._nmea.startswith(SERIAL) and not self._heard
        self._heard = False
        if self._source is not None and silent:
            self._resumed = True
            for one in (self._source, self._satellites):
                if one is not None:
                    one.deleteLater()
            self._source = self._satellites = None
        if self._source is None:
            self._ask()

    @Slot("QGeoPositionInfoSource::Error")
    def _lost(self, error: object) -> None:
        """Satellites lost, or switched off: the next fix begins anew."""
        from PySide6.QtPositioning import QGeoPositionInfoSource

        self._resumed = True
        if error == QGeoPositionInfoSource.Error.AccessError:
            self._tell(SourceState.DENIED, None)
        elif error in (QGeoPositionInfoSource.Error.ClosedError, QGeoPositionInfoSource.Error.UnknownSourceError):
            self._tell(SourceState.ABSENT, None)
        else:
            self._tell(SourceState.SEARCHING, self._reception.satellites)

    @Slot("QList<QGeoSatelliteInfo>")
    def _count(self, used: list[object]) -> None:
        self._heard = True
        self._tell(self._reception.state, len(used))

    @Slot("QGeoPositionInfo")
    def _take(self, info: object) -> None:
        from PySide6.QtPositioning import QGeoPositionInfo

        assert isinstance(info, QGeoPositionInfo)
        self._heard = True
        place = info.coordinate()
        if self._on_fix is None or not place.isValid() or (place.latitude() == 0 and place.longitude() == 0):
            return
        accuracy = info.attribute(QGeoPositionInfo.Attribute.HorizontalAccuracy)
        moment = info.timestamp()
        time = datetime.now(UTC)
        if moment.isValid():
            time = datetime.fromtimestamp(moment.toMSecsSinceEpoch() / 1000, UTC)
        if self._given is not None and 0 <= (time - self._given).total_seconds() < NEAR_A_SECOND:
            return
        self._given = time
        fix = PositionFix(
            lat=place.latitude(),
            lon=place.longitude(),
            time=time,
            accuracy_m=None if math.isnan(accuracy) or accuracy < 0 else accuracy,
        )
        resumed, self._resumed = self._resumed, False
        self._tell(SourceState.FIXED, self._reception.satellites)
        self._on_fix(fix, resumed)

    def _tell(self, state: SourceState, satellites: int | None) -> None:
        reception = Reception(state=state, satellites=satellites)
        if reception != self._reception:
            self._reception = reception
            if self._on_reception is not None:
                self._on_reception(reception)
