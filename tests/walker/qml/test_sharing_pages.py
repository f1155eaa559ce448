"""Enrolling, joining a walk and handing a lent tablet back, by touch."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scripts.scenes.sharing import OFFICE_KEY, OnWifi
from sync.client.courier import CourierDoor
from sync.protocol import codec
from sync.protocol.records import Report
from sync.protocol.three_words import three_words
from tests.walker.qml.pages import Open, Opened, keep
from walker.domain.joining import invitation_of
from walker.domain.walk_session import WalkSession
from walker.store import Store, open_store
from walker.store.outbox import SEAL_KEY
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


def named(shown: Opened, name: str) -> Any:
    return next(item for item in shown.items() if item.objectName() == name)


def words(shown: Opened) -> list[str]:
    shown.settle()
    return [str(item.property("text")) for item in shown.items() if item.inherits("QQuickText")]


def typed(shown: Opened, name: str, text: str) -> None:
    named(shown, name).property("input").forceActiveFocus()
    for letter in text:
        QTest.keyClick(shown.window, letter)
    shown.settle()


def test_a_code_is_typed_with_big_keys_and_three_words_are_compared(opened: Open, app: App) -> None:
    shown = opened()
    app.open("sync")
    shown.tap("Inscrire la tablette")
    assert app.page == "enrol"
    typed(shown, "address", "https://gup.example.org")
    for key in "K7QM3RT":
        shown.tap(key)
    typed(shown, "code", "x")
    shown.tap("Continuer")
    assert set(three_words("https://gup.example.org", "K7QM-3RTX")) <= set(words(shown))
    shown.tap("Non, d’autres mots")
    assert app.sharing.enrolment.code == ""
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)
    assert app.page == "sync"


@pytest.fixture
def invitation(tmp_path: Path) -> str:
    with open_store(tmp_path / "lead") as lead:
        session = WalkSession.start(
            lead, lambda: datetime(2026, 10, 15, 11, 0, tzinfo=UTC), title="Marche des voisines"
        )
        return invitation_of(lead, session.walk)


def test_a_walk_is_joined_from_home_with_letters_alone(opened: Open, app: App, invitation: str) -> None:
    shown = opened()
    app.open("join")
    shown.settle()
    typed(shown, "invitation", invitation.lower())
    shown.tap("Rejoindre avec ces lettres")
    assert (app.page, app.live.title) == ("live", "Marche des voisines")
    app.open("join")
    shown.settle()
    assert any("autre tablette mène" in text for text in words(shown))


def test_a_lent_tablet_is_handed_back_in_seven_taps(
    opened: Open, app: App, store: Store, make: Any, qtbot: QtBot
) -> None:
    store.records.save_all([make(Report, category="litter") for _ in range(3)])
    app.tablet.recordsChanged.emit()
    shown = opened()
    shown.tap("Envoyer, 3")
    shown.tap("Finir et rendre la tablette")
    for digit in "2580":
        shown.tap(digit)
    shown.tap("Verrouiller et rendre")
    qtbot.waitUntil(lambda: app.sharing.handBack.done, timeout=20_000)
    assert any("3 restent à envoyer" in text for text in words(shown))
    shown.tap("Accueil")
    assert app.page == "home"
    assert store.records.count(Report) == 0
    app.open("handback")
    shown.settle()
    shown.tap("Retrouver les marches d’un groupe")
    for digit in "2580":
        shown.tap(digit)
    shown.tap("Ouvrir")
    qtbot.waitUntil(lambda: app.page == "home", timeout=20_000)
    assert store.records.count(Report) == 3


def test_without_a_network_what_waits_is_given_by_touch(
    opened: Open, app: App, store: Store, make: Any, *, tmp_path: Path, qtbot: QtBot
) -> None:
    """Issue 4, item 6: letters instead of the camera; who carries is said before anything leaves."""
    store.records.save(make(Report, category="litter"))
    app.tablet.recordsChanged.emit()
    door = CourierDoor(tmp_path, addresses=("127.0.0.1",), reader=OFFICE_KEY, carrier="K7QM", listen="127.0.0.1")
    shown = opened(size=(1280, 1200))
    app.open("sync")
    shown.tap("Donner à la tablette du groupe")
    named(shown, "handover").property("input").setProperty("text", door.handover.text.lower())
    shown.settle()
    shown.tap("Continuer avec ces lettres")
    assert "Tablette K7QM" in words(shown)
    shown.tap("Donner")
    qtbot.waitUntil(lambda: app.sharing.giving.step == "given", timeout=20_000)
    door.close()
    said = " ".join(words(shown))
    assert "Tablette K7QM porte maintenant 1 élément à vous" in said
    assert "compte comme envoyé seulement quand le serveur l’a dit" in said
    keep(shown, "given")
    shown.tap("Retour à l’envoi")
    assert (app.page, app.sync.waiting) == ("sync", 1)


def test_a_tablet_without_an_office_cannot_carry(opened: Open, app: App, store: Store) -> None:
    shown = opened(size=(1280, 1200))
    app.open("sync")
    assert not shown.button("Porter pour les autres").property("opens")
    assert "Seule une tablette inscrite le peut." in words(shown)
    store.settings.set(SEAL_KEY, OFFICE_KEY)
    app.sync.network = OnWifi()
    app.tablet.recordsChanged.emit()
    shown.tap("Porter pour les autres")
    assert "Cette tablette n’a pas de Wi-Fi" in words(shown)
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)
    assert app.page == "sync"


def test_of_two_versions_one_is_chosen_by_touch(opened: Open, app: App, store: Store, make: Any) -> None:
    mine = store.records.save(make(Report, category="lamp_out", text="devant le 12"))
    other = codec.encode(make(Report, id=mine.id, category="lamp_out", text="devant le 14"))
    store.outbox.conflict(mine.id, 1, codec.sha256(other), other.decode())
    shown = opened(size=(1280, 1500))
    app.open("sync")
    shown.tap("Lampe éteinte")
    assert {"devant le 12", "devant le 14"} <= set(words(shown))
    if folder := os.environ.get("GUP_WALKER_PICTURES"):
        shown.window.grabWindow().save(f"{folder}/two-versions.png")
    shown.tap("Garder l’autre")
    assert store.records.get(mine.id).text == "devant le 14"  # type: ignore[attr-defined]
    assert store.sending.item(mine.id).state == "sent"  # type: ignore[union-attr]


def test_a_walk_opens_and_a_refusal_is_sent_again_by_touch(opened: Open, app: App, store: Store, make: Any) -> None:
    bad = store.records.save(make(Report, category="lamp_out"))
    store.outbox.refuse(bad.id, 1, "server_fault", "", "")
    shown = opened(size=(1280, 1200))  # all of the sheet without scrolling
    app.open("sync")
    assert any("Le serveur a buté" in text for text in words(shown))
    shown.tap("Renvoyer")
    assert store.sending.item(bad.id).state == "waiting"  # type: ignore[union-attr]
    shown.tap("Sans marche")
    assert "Lampe éteinte" in " ".join(words(shown))
