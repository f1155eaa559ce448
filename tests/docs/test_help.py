"""The help names only buttons that exist: every word in bold is one a person can find on the screen."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sync.protocol.catalogue import load_seed

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "resources" / "help").glob("*/*.md"))


def words_on_screens(language: str) -> set[str]:
    """What buttons and pages of the tablet and of the console say in that language."""
    place = 0 if language == "en" else 1
    console = (ROOT / "sync/server/locale/fr/LC_MESSAGES/django.po").read_text(encoding="utf-8")
    said = {pair[place] for pair in re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', console, re.MULTILINE)}
    tablet = ElementTree.parse(ROOT / "resources/i18n/walker_fr.ts")
    for message in tablet.iter("message"):
        said.add(message.findtext("source" if language == "en" else "translation") or "")
    said |= {entry.en if language == "en" else entry.fr for entry in load_seed().entries("statuses")}
    return said


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.stem}")
def test_every_button_the_help_names_exists(page: Path) -> None:
    named = re.findall(r"\*\*(.+?)\*\*", page.read_text(encoding="utf-8"))
    assert named
    assert sorted(set(named) - words_on_screens(page.parent.name)) == []


def test_each_reader_has_a_page_in_both_languages() -> None:
    assert {(page.parent.name, page.stem) for page in PAGES} == {
        (language, reader) for language in ("fr", "en") for reader in ("walk-leader", "cell-secretary", "site-agent")
    }
