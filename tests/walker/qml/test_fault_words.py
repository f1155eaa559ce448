"""Every code that may end a sync or refuse a record has words of its own, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, QObject, Qt
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent
from PySide6.QtWidgets import QApplication

from sync.protocol.errors import ErrorCode
from walker.engine import new_engine, speak

pytestmark = pytest.mark.xdist_group("qml")

# What a server says of one record or one medium; the rest ends a sync.
OF_ONE = {
    *(ErrorCode.MALFORMED, ErrorCode.TOO_LARGE, ErrorCode.UNKNOWN_MEDIUM, ErrorCode.ERASED_MEDIUM),
    *(ErrorCode.WRONG_OFFSET, ErrorCode.WRONG_HASH, ErrorCode.SERVER_FAULT, ErrorCode.UNKNOWN_RECORD),
    *(ErrorCode.BAD_FIELD, ErrorCode.HASH_MISMATCH, ErrorCode.NOT_CANONICAL, ErrorCode.NOT_YOURS),
    *(ErrorCode.NOT_ALLOWED_HERE, ErrorCode.MISSING_FILE, ErrorCode.DAMAGED_RECORD),
}
# Of a file that a person chose: the command that reads it says it, or the page of what is carried by hand.
OF_A_FILE = {ErrorCode.BAD_AUTHORITY, ErrorCode.OUTDATED_ANSWER}
ALSO_OF_ALL = {ErrorCode.MALFORMED, ErrorCode.SERVER_FAULT}


class Sentences:
    """A QML object that says codes in words."""

    def __init__(self, engine: QQmlApplicationEngine, name: str) -> None:
        self._factory = QQmlComponent(engine)
        self._factory.loadFromModule("Walker", name)
        made = self._factory.create()
        assert isinstance(made, QObject), self._factory.errorString()
        self._said = made

    def __call__(self, function: str, code: str) -> str:
        return str(
            QMetaObject.invokeMethod(
                self._said,
                function,
                Qt.ConnectionType.DirectConnection,
                Q_RETURN_ARG("QString"),
                Q_ARG("QString", code),
            )
        )


@pytest.fixture(params=["fr", "en"])
def engine(
    request: pytest.FixtureRequest, qapp: QApplication, qt_warnings: list[str]
) -> Iterator[QQmlApplicationEngine]:
    made = new_engine()
    speak(made, request.param)
    yield made
    made.deleteLater()


@pytest.mark.parametrize("error", sorted(OF_ONE, key=lambda error: error.code), ids=lambda error: error.code)
def test_a_refusal_says_why_and_what_to_do(engine: QQmlApplicationEngine, error: ErrorCode) -> None:
    said = Sentences(engine, "RefusalWords")
    assert said("why", error.code) not in ("", said("why", "a code of a newer server"))
    assert said("next", error.code) != ""
    assert error.code not in said("why", error.code)


@pytest.mark.parametrize(
    "error",
    sorted(set(ErrorCode) - OF_ONE - OF_A_FILE | ALSO_OF_ALL, key=lambda error: error.code),
    ids=lambda error: error.code,
)
def test_what_ends_a_sync_says_what_happened_and_what_is_safe(engine: QQmlApplicationEngine, error: ErrorCode) -> None:
    said = Sentences(engine, "FaultWords")
    assert said("headline", error.code) not in ("", said("headline", "a code of a newer server"))
    assert said("detail", error.code) != ""


def test_a_code_of_a_newer_server_has_words_too(engine: QQmlApplicationEngine) -> None:
    assert Sentences(engine, "RefusalWords")("why", "tomorrow") != ""
    assert Sentences(engine, "FaultWords")("headline", "tomorrow") != ""
