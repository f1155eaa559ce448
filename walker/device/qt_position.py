"""The receiver of this tablet through QtPositioning, behind the same interface as a recording."""

from __future__ import annotations

import math
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from walker.device.position import OnFix, PositionFix

EVERY_MS = 1000


class QtPosition(QObject):
    """Fits PositionSource. Without a receiver it gives nothing, and the map is touched instead."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: object | None = None
        self._on_fix: OnFix | None = None
        self._resumed = True

    def start(self, on_fix: OnFix) -> None:
        from PySide6.QtPositioning import QGeoPositionInfoSource

        self._on_fix = on_fix
        self._resumed = True
        if self._source is None:
            source = QGeoPositionInfoSource.createDefaultSource(self)
            if source is None:
                return
            source.setUpdateInterval(max(EVERY_MS, source.minimumUpdateInterval()))
            source.positionUpdated.connect(self._take)
            source.errorOccurred.connect(self._lost)
            self._source = source
        assert isinstance(self._source, QGeoPositionInfoSource)
        self._source.startUpdates()

    def stop(self) -> None:
        from PySide6.QtPositioning import QGeoPositionInfoSource

        self._on_fix = None
        if isinstance(self._source, QGeoPositionInfoSource):
            self._source.stopUpdates()

    def _lost(self, _error: object) -> None:
        """Satellites lost, or switched off: the next fix begins anew."""
        self._resumed = True

    def _take(self, info: object) -> None:
        from PySide6.QtPositioning import QGeoPositionInfo

        assert isinstance(info, QGeoPositionInfo)
        place = info.coordinate()
        if self._on_fix is None or not place.isValid() or (place.latitude() == 0 and place.longitude() == 0):
            return
        accuracy = info.attribute(QGeoPositionInfo.Attribute.HorizontalAccuracy)
        moment = info.timestamp()
        time = datetime.now(UTC)
        if moment.isValid():
            time = datetime.fromtimestamp(moment.toMSecsSinceEpoch() / 1000, UTC)
        fix = PositionFix(
            lat=place.latitude(),
            lon=place.longitude(),
            time=time,
            accuracy_m=None if math.isnan(accuracy) or accuracy < 0 else accuracy,
        )
        resumed, self._resumed = self._resumed, False
        self._on_fix(fix, resumed)
