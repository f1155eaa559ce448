"""What a person hears by touch: cards, guidance, troubles; the button says whether it reads."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sync.protocol.records import Answer, Report
from tests.walker.qml.pages import Open, cut_words, keep
from tests.walker.viewmodels.test_home import receive
from tests.walker.window import HERE, FakeVoice, settle
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


def test_guidance_is_read_with_its_numbers_and_stops_at_a_touch(opened: Open, app: App, voice: FakeVoice) -> None:
    """S-48, S-213: whom to call, for who cannot read it."""
    shown = opened()
    app.capture("report", *HERE)
    app.report.pickCategory("victim")
    shown.tap("Lire à voix haute")
    ((words, language),) = voice.said
    assert language == "fr"
    assert words.startswith("Une personne victime de violences. ")
    assert "39 19, Violences faites aux femmes" in words
    shown.tap("Arrêter")
    assert not voice.speaking
    shown.button("Lire à voix haute")


def test_leaving_the_page_ends_the_reading(opened: Open, app: App, voice: FakeVoice, qtbot: QtBot) -> None:
    shown = opened()
    app.capture("report", *HERE)
    app.report.pickCategory("victim")
    shown.tap("Lire à voix haute")
    app.open("home")
    qtbot.waitUntil(lambda: not voice.speaking)  # with the page, a moment after it was left


def test_a_trouble_is_read_on_demand_and_by_itself_when_that_was_chosen(
    opened: Open, app: App, voice: FakeVoice
) -> None:
    shown = opened(scale=1.6)
    app.tablet.troubled.emit("disk_full", "walker.db: the disk is full")
    shown.settle()
    assert cut_words(shown) == []
    assert voice.said == []
    shown.tap("Écouter")
    assert voice.said[0][0].startswith("La tablette est pleine. ")
    app.forgetTrouble()
    app.speech.chooseByItself(True)
    app.tablet.troubled.emit("disk_full", "walker.db: the disk is full")
    shown.settle()
    assert len(voice.said) == 2


@pytest.mark.parametrize("voices", [("en",), ()])
def test_without_a_voice_there_is_no_button(opened: Open, app: App, voice: FakeVoice, voices: tuple[str, ...]) -> None:
    voice.languages = voices
    shown = opened()
    app.capture("report", *HERE)
    app.report.pickCategory("victim")
    shown.settle()
    assert [item for item in shown.items() if item.property("text") == "Lire à voix haute"] == []


@pytest.mark.parametrize("wishes", [{}, {"scale": 1.6, "hand": "left"}])
def test_an_answer_of_the_office_is_read(
    opened: Open, app: App, voice: FakeVoice, make: Any, wishes: dict[str, Any]
) -> None:
    store = app.tablet.store
    bench = store.records.save(make(Report, category="bench_broken"))
    words = "Réseau d’eau dessous. Autre lieu proposé : square Léon."
    receive(
        store,
        make(
            Answer,
            writer="server",
            report_id=bench.id,
            status="refused",
            words=words,
            published_at=bench.created_at,
        ),
    )
    app.tablet.recordsChanged.emit()
    shown = opened(**wishes)
    app.walks.wake()
    settle(app.tablet.reads)  # answers are read beside the window
    keep(shown, f"home, answer, {wishes.get('hand', 'right')}")
    assert cut_words(shown) == []
    shown.button("Écouter").forceActiveFocus(Qt.FocusReason.TabFocusReason)  # the page brings it on screen
    shown.tap("Écouter")
    assert voice.said[0][0].startswith("Non retenu. Banc ")
    assert voice.said[0][0].endswith(words)
