"""Days as they are said: the year stands where one could take it for another, and only there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, QObject, Qt
from PySide6.QtQml import QQmlComponent
from PySide6.QtWidgets import QApplication

from walker.engine import new_engine, speak

pytestmark = pytest.mark.xdist_group("qml")

SPRING = datetime(2019, 3, 12, 12, tzinfo=UTC)


def test_a_walk_of_years_ago_is_not_taken_for_one_of_this_year(qapp: QApplication, qt_warnings: list[str]) -> None:
    engine = new_engine()
    speak(engine, "fr")
    factory = QQmlComponent(engine)
    factory.loadFromModule("Walker", "Figures")
    figures = factory.create()
    assert isinstance(figures, QObject), factory.errorString()

    def said(function: str, argument: object) -> str:
        words = QMetaObject.invokeMethod(
            figures, function, Qt.ConnectionType.DirectConnection, Q_RETURN_ARG("QString"), argument
        )
        return str(words)

    def day(moment: datetime) -> str:
        return said("day", Q_ARG("double", moment.timestamp() * 1000))

    for language, spring in (("fr", "12 mars 2019"), ("en", "March 12, 2019")):
        speak(engine, language)
        assert day(SPRING) == spring
        assert said("dayOf", Q_ARG("QString", "2019-03-12")) == spring
        assert said("moment", Q_ARG("double", SPRING.timestamp() * 1000)).startswith(f"{spring}, ")
        now = datetime.now(UTC)
        for near in (now, now + timedelta(days=100), now - timedelta(days=100)):  # January is said in December
            assert str(near.year) not in day(near)
        coming = now + timedelta(days=400)
        for then, whether in ((coming, True), (now + timedelta(days=20), False)):  # a return a year ahead is dated
            assert (str(then.year) in said("weekdayOf", Q_ARG("QString", then.date().isoformat()))) is whether
    engine.deleteLater()
