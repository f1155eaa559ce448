"""One language for the whole application, however many windows it has had."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from walker.engine import new_engine, speak


def test_an_earlier_window_does_not_say_its_words_in_another(qapp: QCoreApplication) -> None:
    """English has only its plurals: what it leaves out is said as the page has it, never in the other language."""
    earlier, later = new_engine(), new_engine()
    speak(earlier, "fr")
    assert QCoreApplication.translate("Figures", "MMMM d") == "d MMMM"
    speak(later, "en")
    assert QCoreApplication.translate("Figures", "MMMM d") in ("", "MMMM d")
    speak(earlier, "fr")
    assert QCoreApplication.translate("Figures", "MMMM d") == "d MMMM"
    earlier.deleteLater()
    later.deleteLater()
