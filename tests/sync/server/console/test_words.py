"""Everything the console says exists in French, and what is compiled is what was translated."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

import sync.server

SERVER = Path(sync.server.__file__).parent
FRENCH = SERVER / "locale" / "fr" / "LC_MESSAGES"
_TRANSLATE = re.compile(r"""\{%\s*translate\s+(?:"([^"]+)"|'([^']+)')""")
_BLOCK = re.compile(r"\{%\s*blocktranslate(?P<args>[^%]*)%\}(?P<text>.*?)\{%\s*endblocktranslate\s*%\}", re.DOTALL)
_FUNCTIONS = {"_", "gettext", "gettext_lazy"}


def said_in_templates() -> set[str]:
    said = set()
    for file in SERVER.rglob("templates/**/*.*"):
        text = file.read_text(encoding="utf-8")
        said |= {double or single for double, single in _TRANSLATE.findall(text)}
        said |= set(re.findall(r'_\("([^"]+)"\)', text))
        for block in _BLOCK.finditer(text):
            said.add(re.sub(r"\{\{\s*(\w+)\s*\}\}", r"%(\1)s", block["text"].split("{% plural %}")[0]))
    return said


def said_in_code() -> set[str]:
    said = set()
    for file in SERVER.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FUNCTIONS:
                (first, *_others) = node.args
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    said.add(first.value)
    return said


def translated() -> dict[str, list[str]]:
    """The .po file: every text with its French (two when it counts)."""
    found: dict[str, list[str]] = {}
    for entry in (FRENCH / "django.po").read_text(encoding="utf-8").split("\n\n"):
        texts: dict[str, str] = {}
        key = ""
        for line in entry.splitlines():
            if line.startswith("#"):
                continue
            if not line.startswith('"'):
                key, line = line.split(" ", 1)  # noqa: PLW2901
            texts[key] = texts.get(key, "") + ast.literal_eval(line)
        if texts.get("msgid"):
            found[texts["msgid"]] = [text for name, text in sorted(texts.items()) if name.startswith("msgstr")]
    return found


def test_every_sentence_of_pages_mails_and_refusals_has_its_french() -> None:
    said = said_in_templates() | said_in_code()
    french = translated()
    assert len(said) > 200
    assert sorted(text for text in said if not all(french.get(text, [""]))) == []


def test_nothing_is_translated_that_is_no_longer_said() -> None:
    assert sorted(set(translated()) - said_in_templates() - said_in_code()) == []


def test_the_compiled_file_says_what_the_translated_one_says() -> None:
    with (FRENCH / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for english, french in translated().items():
        if len(french) == 1:
            assert compiled.gettext(english) == french[0]
        else:
            assert compiled.ngettext(english, english, 1) == french[0]
            assert compiled.ngettext(english, english, 2) == french[1]


def test_both_languages_name_the_same_gaps() -> None:
    gap = re.compile(r"%\((\w+)\)s")
    for english, french in translated().items():
        for text in french:
            assert set(gap.findall(text)) <= set(gap.findall(english)) | {"n"}, english


def test_every_button_that_the_help_pages_name_exists() -> None:
    from sync.protocol.catalogue import load_seed

    for language in ("fr", "en"):
        buttons = {text.replace("\u00a0", " ") for french in translated().values() for text in french}
        if language == "en":
            buttons = set(translated())
        buttons |= {load_seed().label("statuses", entry.code, language) for entry in load_seed().entries("statuses")}
        for name in ("cell-secretary", "site-agent"):
            text = (SERVER.parent.parent / "resources" / "help" / language / f"{name}.md").read_text(encoding="utf-8")
            named = set(re.findall(r"\*\*(.+?)\*\*", text))
            assert named, name
            assert named - buttons == set(), (language, name)
