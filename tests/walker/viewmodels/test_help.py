"""The help is that of the language chosen."""

from __future__ import annotations

from walker.viewmodels.app import App


def test_the_help_speaks_the_language_chosen(app: App) -> None:
    assert "**Commencer la marche**" in app.help.markdown
    assert not app.help.markdown.startswith("#")
    app.display.chooseLanguage("en")
    assert "**Start the walk**" in app.help.markdown
