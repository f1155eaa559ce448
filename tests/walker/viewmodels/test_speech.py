"""Words are read aloud in the language chosen, only when asked, and never where the tablet has no voice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from tests.walker.window import FakeVoice
from walker.device.qt_voice import QtVoice
from walker.store import Store
from walker.viewmodels.app import App
from walker.viewmodels.speech import Speech


def test_words_are_read_in_the_language_of_the_window(app: App, voice: FakeVoice) -> None:
    """S-213."""
    app.speech.say("On voit clair ?")
    app.display.chooseLanguage("en")
    app.speech.say("Can you see well?")
    assert voice.said == [("On voit clair ?", "fr"), ("Can you see well?", "en")]


def test_another_language_ends_what_is_being_said(app: App, voice: FakeVoice) -> None:
    app.speech.say("On voit clair ?")
    assert (app.speech.speaking, app.speech.text) == (True, "On voit clair ?")
    app.display.chooseLanguage("en")
    assert (app.speech.speaking, voice.speaking) == (False, False)


def test_when_the_voice_has_ended_all_is_quiet(app: App, voice: FakeVoice) -> None:
    app.speech.say("On voit clair ?")
    voice.stop()
    assert (app.speech.speaking, app.speech.text) == (False, "")


def test_without_a_voice_for_the_language_nothing_is_offered_nor_said(store: Store, app: App) -> None:
    only_english = FakeVoice("en")
    speech = Speech(app.tablet, only_english)
    speech.say("On voit clair ?")
    assert (speech.available, speech.speaking, only_english.said) == (False, False, [])
    silent = Speech(app.tablet)
    silent.say("On voit clair ?")
    assert (silent.available, silent.speaking) == (False, False)


@pytest.mark.parametrize(("chosen", "night", "read"), [(False, False, 0), (True, False, 1), (True, True, 0)])
def test_words_read_themselves_only_by_day_and_by_choice(
    app: App, voice: FakeVoice, chosen: bool, night: bool, read: int
) -> None:
    """At night a voice tells everyone where the group is: it takes a touch."""
    app.speech.chooseByItself(chosen)
    app.speech.appear("La tablette est pleine", night)
    assert len(voice.said) == read


def test_the_choice_stays_on_the_tablet(app: App, store: Store) -> None:
    app.speech.chooseByItself(True)
    assert Speech(app.tablet).byItself
    app.speech.chooseByItself(False)
    assert store.settings.get("reads_by_itself") is None


def test_a_system_without_an_engine_is_silent_and_does_not_fail(qapp: QCoreApplication) -> None:
    """The engine is opened after the page is drawn; Qt's own test engine is no voice of this tablet."""
    real = QtVoice(open_after_ms=0)
    changes: list[bool] = []
    real.listen(lambda: changes.append(real.speaks("fr")))
    real.say("Bonjour", "fr")
    assert not real.speaks("fr")
    assert not real.is_speaking()
    qapp.processEvents()
    real.say("Bonjour", "xx")
    real.stop()
