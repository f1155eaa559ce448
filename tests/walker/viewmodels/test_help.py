"""The help is that of the language chosen, topic by topic, to read and to hear."""

from __future__ import annotations

import pytest

from walker.viewmodels.app import App
from walker.viewmodels.help import TOPICS


def test_the_help_speaks_the_language_chosen(app: App) -> None:
    app.help.show("during")
    assert app.help.title == "Pendant la marche"
    assert "**Commencer la marche**" in app.help.markdown
    app.display.chooseLanguage("en")
    assert app.help.title == "During the walk"
    assert "**Start the walk**" in app.help.markdown
    assert [row["label"] for row in app.help.topics.rows][:3] == [
        "Before leaving",
        "Preparing the walk",
        "During the walk",
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_topic_has_words_and_none_of_their_marks_is_read_aloud(app: App, language: str) -> None:
    app.display.chooseLanguage(language)
    assert [row["code"] for row in app.help.topics.rows] == list(TOPICS)
    for topic in TOPICS:
        app.help.show(topic)
        assert len(app.help.markdown) > 80
        assert app.help.spoken.startswith(app.help.title)
        assert "*" not in app.help.spoken
        assert "\n- " not in app.help.spoken


@pytest.mark.parametrize("language", ["fr", "en"])
def test_sentences_are_short(app: App, language: str) -> None:
    """S-208: at most 20 words, mostly 15."""
    app.display.chooseLanguage(language)
    lengths = []
    for topic in TOPICS:
        app.help.show(topic)
        for line in app.help.spoken.replace("\n", ". ").split("."):
            lengths += [len(sentence.split()) for sentence in line.replace("!", "?").split("?") if sentence.strip()]
    assert max(lengths) <= 22
    assert sum(length <= 15 for length in lengths) / len(lengths) >= 0.9
