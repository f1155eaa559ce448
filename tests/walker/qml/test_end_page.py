"""The end of a walk by touch: counted, dated, voted, finished; and the round can always end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sync.protocol.records import ExploratoryWalk, HandlingView, Report, Vote, WalkClosureRequest
from tests.walker.domain.test_revisits import pull
from tests.walker.qml.pages import PORTRAIT, Open, Opened, cut_words, keep
from tests.walker.window import HERE, Feed, finish_walk
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")

End = Callable[..., Opened]


@pytest.fixture
def end(opened: Open, app: App, feed: Feed, qtbot: QtBot) -> End:
    """end(people=12): a walk of so many with two findings, just ended; the window shows its end."""

    def end_(people: int | None = 12, **wishes: Any) -> Opened:
        shown = opened(**wishes)
        app.startWalk()
        feed.give(*HERE)
        for code in ("litter", "lamp_out"):
            app.capture("report", *HERE)
            app.report.pickCategory(code)
            app.report.save()
        assert app.live.session is not None
        app.live.session.edit(headcount_start=people)
        finish_walk(app)
        qtbot.waitUntil(lambda: app.end.ready, timeout=20_000)
        shown.settle()
        return shown

    return end_


def said(shown: Opened) -> list[str]:
    shown.settle()
    return [str(item.property("text")) for item in shown.items() if item.inherits("QQuickText")]


def walk_of(store: Store) -> ExploratoryWalk:
    (walk,) = store.records.all(ExploratoryWalk)
    return walk


def test_everybody_is_here_in_one_touch(end: End, store: Store) -> None:
    shown = end()
    shown.tap("Oui, nous sommes 12")
    assert walk_of(store).headcount_end == 12
    assert "Tout le monde est là\u00a0: 12 personnes." in said(shown)


def test_one_fewer_is_asked_about_in_plain_words_and_blocks_nothing(end: End, app: App, store: Store) -> None:
    """« 12 au départ, 11 maintenant : qui manque ? »; the round can end all the same."""
    shown = end()
    shown.tap("Non, compter")
    shown.tap("Un de moins\u00a0:\u00a0Combien êtes-vous maintenant\u00a0?")
    shown.tap("C’est juste")
    assert "12 au départ, 11 maintenant\u00a0: qui manque\u00a0?" in said(shown)
    assert shown.button("Aide").isEnabled()
    shown.tap("Compter encore")
    shown.tap("Un de plus\u00a0:\u00a0Combien êtes-vous maintenant\u00a0?")
    assert walk_of(store).headcount_end == 12
    shown.tap("C’est juste")
    shown.tap("Finir le tour")
    assert "Merci\u00a0!" in said(shown)


def test_the_date_of_return_is_one_touch_without_a_calendar(end: End, store: Store) -> None:
    """S-172."""
    shown = end()
    shown.tap("Dans 3 mois")
    assert walk_of(store).next_visit_on == "2027-01-15"
    assert "vendredi 15 janvier" in said(shown)
    shown.tap("Dans 3 mois")
    assert walk_of(store).next_visit_on is None
    assert "La marche reste ouverte tant qu’il n’y a pas de date." in said(shown)


def test_another_day_is_chosen_by_steps(end: End, app: App, store: Store) -> None:
    shown = end(size=PORTRAIT)
    tap = scrolled(shown, app)
    tap("Un autre jour")
    tap("Une semaine plus tard")
    tap("Un jour plus tôt")
    tap("Un mois plus tôt")
    assert walk_of(store).next_visit_on == "2026-12-21"


def test_closing_says_what_is_missing_until_nothing_is(
    end: End, app: App, store: Store, make: Any, qtbot: QtBot
) -> None:
    """S-03: two findings without a follow-up and no date."""
    shown = end()
    assert "Clore\u00a0: encore 3 choses à faire" in said(shown)
    assert not shown.button("Clore la marche").isEnabled()
    shown.tap("Dans 1 mois")
    assert "Clore\u00a0: encore 2 choses à faire" in said(shown)
    pull(
        store,
        *(
            make(
                HandlingView, report_id=one.id, walk_id=one.walk_id, number=f"26-{n}", status="watched", group="watched"
            )
            for n, one in enumerate(store.records.all(Report))
        ),
    )
    app.tablet.recordsChanged.emit()
    qtbot.waitUntil(lambda: app.end.stillToDo == 0, timeout=20_000)
    shown.tap("Clore la marche")
    assert len(store.records.all(WalkClosureRequest)) == 1
    assert "Clôture demandée" in said(shown)
    shown.tap("Finir le tour")
    assert "Vous avez demandé à clore cette marche." in said(shown)


def test_the_round_ends_with_thanks_and_what_happens_next(end: End, app: App) -> None:
    """In plain words, and without a date the walk stays open."""
    shown = end()
    shown.tap("Finir le tour")
    words = said(shown)
    assert "La marche reste ouverte\u00a0: elle n’a pas encore de date de retour." in words
    assert "Ensuite\u00a0: chaque constat est confié à qui peut agir." in words
    assert cut_words(shown) == []
    keep(shown, "end, thanks")
    shown.tap("Ce qui reste à faire")
    assert "Tout le monde est là\u00a0?" in said(shown)
    shown.tap("Finir le tour")
    shown.tap("Envoyer")
    assert app.page == "sync"


def test_the_walk_was_not_over(end: End, app: App) -> None:
    shown = end()
    shown.tap("Continuer la marche")
    assert (app.page, app.live.running) == ("live", True)


def test_a_vote_from_hand_to_hand(end: End, app: App, store: Store) -> None:
    shown = end(people=2)
    app.openVotes(app.end.walkId)
    shown.tap("Une voix de plus\u00a0: Déchets par terre")
    shown.tap("Une voix de plus\u00a0: Déchets par terre")
    shown.tap("Une voix de plus\u00a0: Lampe éteinte")
    shown.tap("Une voix de moins\u00a0: Déchets par terre")
    shown.tap("Femme")
    shown.tap("Personne suivante")
    assert "1 a voté sur 2" in said(shown)
    shown.tap("Une voix de plus\u00a0: Lampe éteinte")
    shown.tap("Homme")
    shown.tap("Personne suivante")
    assert store.votes.tallies(app.end.walkId) == []
    shown.tap("Voir les résultats")
    words = said(shown)
    assert "Pas de détail par genre\u00a0: à si peu, on lirait le vote d’une personne." in words
    assert [word for word in words if "femmes" in word or "hommes" in word] == []
    assert sum(vote.tally for vote in store.records.all(Vote)) == 3
    shown.tap("Revenir à la fin")
    assert app.page == "end"


def test_a_ballot_handed_in_too_early_is_taken_back_in_one_touch(end: End, app: App, store: Store) -> None:
    shown = end(people=3)
    app.openVotes(app.end.walkId)
    shown.tap("Une voix de plus\u00a0: Déchets par terre")
    shown.tap("Femme")
    shown.tap("Personne suivante")
    shown.tap("Annuler\u00a0: personne n°\u00a01")
    assert sum(vote.tally for vote in store.records.all(Vote)) == 0
    assert "Personne n°\u00a01" in said(shown)
    shown.tap("Une voix de plus\u00a0: Lampe éteinte")
    shown.tap("Homme")
    shown.tap("Personne suivante")
    shown.tap("Femme")
    assert "Annuler\u00a0: personne n°\u00a01" not in said(shown)


def test_ending_early_and_beginning_again_are_asked_about(end: End, app: App, store: Store) -> None:
    """Neither can be taken back: one touch in the rain is not enough."""
    shown = end(people=3)
    app.openVotes(app.end.walkId)
    shown.tap("Une voix de plus\u00a0: Déchets par terre")
    shown.tap("Femme")
    shown.tap("Personne suivante")
    shown.tap("Finir le vote")
    assert "1 personne a voté. Après, plus personne ne peut voter." in said(shown)
    shown.tap("Continuer le vote")
    shown.tap("Homme")  # the next person: the ballot before can no longer be taken back alone
    shown.tap("Recommencer le vote")
    shown.tap("Garder ces voix")
    assert app.votes.people == 1
    shown.tap("Recommencer le vote")
    shown.tap("Oui, recommencer le vote")
    assert (app.votes.people, app.votes.gender, store.records.all(Vote)) == (0, "", [])
    shown.tap("Une voix de plus\u00a0: Lampe éteinte")
    shown.tap("Homme")
    shown.tap("Personne suivante")
    shown.tap("Finir le vote")
    shown.tap("Oui, finir le vote")
    assert app.votes.stage == "results"


def test_a_vote_by_raised_hands(end: End, app: App, store: Store) -> None:
    shown = end()
    app.openVotes(app.end.walkId)
    shown.tap("Compter à main levée")
    for _ in range(3):
        shown.tap("Une main de plus\u00a0: Déchets par terre, Femmes")
    shown.tap("Une main de moins\u00a0: Déchets par terre, Femmes")
    shown.tap("Une main de plus\u00a0: Lampe éteinte, Hommes")
    shown.tap("Finir le vote")
    held = {(vote.gender, vote.tally) for vote in store.records.all(Vote) if vote.tally}
    assert held == {("women", 2), ("men", 1)}


def test_the_keyboard_alone_finishes_the_round(end: End, app: App) -> None:
    """S-210: Enter is the yellow button, Esc the way back."""
    shown = end()
    QTest.keyClick(shown.window, Qt.Key.Key_Return)
    assert "Merci\u00a0!" in said(shown)
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)
    assert "Merci\u00a0!" not in said(shown)
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)
    assert app.page == "home"


def scrolled(shown: Opened, app: App) -> Callable[[str], None]:
    """A tap on what may lie further down: the keyboard's focus brings it on screen, as a finger would scroll."""

    def tap(text: str) -> None:
        shown.button(text).forceActiveFocus(Qt.FocusReason.TabFocusReason)
        shown.settle()
        shown.tap(text)

    return tap
