"""The report form by touch: what the pictures, the notices, the voice and the details do on the window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from sync.protocol.records import Photo, Report, VoiceNote
from tests.walker.qml.pages import ARRANGEMENTS, Open, Opened, cut_words, keep, small_targets
from tests.walker.viewmodels.sound import FakeMicrophone, FakePlayer
from tests.walker.window import HERE, FakeVoice, Feed, finish_walk
from walker.device.camera import CameraState
from walker.device.replay_camera import ReplayCamera
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


@pytest.fixture
def microphone(app: App) -> FakeMicrophone:
    app.report.voice.microphone = FakeMicrophone()
    app.report.voice.player = FakePlayer()
    return app.report.voice.microphone


def said(shown: Opened) -> list[str]:
    shown.settle()
    return [plain(item) for item in shown.items() if item.inherits("QQuickText")]


def plain(item: QQuickItem) -> str:
    """Its words with common spaces."""
    return str(item.property("text")).replace("\u00a0", " ")


def on_screen(shown: Opened, text: str) -> QQuickItem:
    """The words, where they can be read without scrolling."""
    shown.settle()
    for item in shown.items():
        if item.inherits("QQuickText") and plain(item) == text:
            at = item.mapRectToScene(item.boundingRect())
            assert at.top() >= 0 and at.bottom() <= shown.window.height(), f"{text!r} is not on screen"
            return item
    raise AssertionError(f"{text!r} is not said")


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_a_voice_note_being_spoken_and_waiting_is_whole(
    opened: Open, app: App, microphone: FakeMicrophone, arrangement: str
) -> None:
    """S-213: time, bars, « Toucher : arrêter », and the reminder that no person is named."""
    wishes = ARRANGEMENTS[arrangement]
    app.capture("report", *HERE)
    shown = opened(**wishes)
    app.report.voice.record()
    for loudness in (1000, 9000, 4000, 12000):
        microphone.say(3.5, loudness)
    keep(shown, f"voice, speaking, {arrangement}")
    wrong = [*cut_words(shown), *small_targets(shown, 80 if wishes.get("gloves") else 64)]
    app.report.voice.stop()
    keep(shown, f"voice, waiting, {arrangement}")
    wrong += [*cut_words(shown), *small_targets(shown, 80 if wishes.get("gloves") else 64)]
    assert wrong == []


def test_speak_stop_listen_and_keep_by_touch(opened: Open, app: App, store: Store, microphone: FakeMicrophone) -> None:
    app.capture("report", *HERE)
    shown = opened()
    shown.tap("Note vocale")
    microphone.say(3)
    on_screen(shown, "0:03 · j’écoute")
    on_screen(shown, "Décrivez le lieu et la gêne. Ne nommez et ne décrivez aucune personne.")
    shown.tap("Toucher\u00a0: arrêter")
    shown.tap("Écouter")
    assert app.report.voice.playing != ""
    player = app.report.voice.player
    assert isinstance(player, FakePlayer)
    player.end()
    shown.tap("C’est bon")
    assert store.records.all(VoiceNote)[0].checked_at is not None
    on_screen(shown, "Note vocale, 0:03 : gardée")


def test_no_microphone_is_said_where_one_looks(opened: Open, app: App, microphone: FakeMicrophone) -> None:
    microphone.refusal = "no_microphone"
    app.capture("report", *HERE)
    shown = opened()
    shown.tap("Note vocale")
    on_screen(shown, "Cette tablette n’a pas de micro. Écrivez, ou prenez une photo.")


def test_the_question_whether_it_is_known_appears_above_the_bar_and_moves_no_tile_from_under_the_finger(
    opened: Open, app: App, feed: Feed
) -> None:
    app.startWalk()
    feed.give(*HERE)
    app.capture("report", *HERE)
    app.report.pickCategory("bulky_items")
    app.report.save()
    app.capture("report", *HERE)
    shown = opened()
    tile = shown.button("Encombrants")
    finger = tile.mapRectToScene(tile.boundingRect()).center()
    shown.tap("Encombrants")
    on_screen(shown, "Déjà signalé à 1 m d’ici ?")
    tile = shown.button("Encombrants")
    assert tile.mapRectToScene(tile.boundingRect()).contains(finger)
    shown.tap("Non, un autre")
    assert "Déjà signalé à 1 m d’ici ?" not in said(shown)
    shown.tap("Enregistrer")
    assert app.page == "live"


def test_a_racist_inscription_says_who_reads_it_and_who_helps(opened: Open, app: App) -> None:
    """S-205."""
    app.capture("report", *HERE)
    shown = opened()
    shown.tap("Tags, affiches")
    shown.tap("Inscription raciste ou antisémite")
    for words in (
        "À enlever vite. Ne recopiez pas les mots.",
        "Seuls l’équipe GUP et le service chargé d’agir le lisent.",
        "3928",
    ):
        on_screen(shown, words)


def test_what_is_no_report_shows_whom_to_call_and_the_way_back(opened: Open, app: App, store: Store) -> None:
    app.capture("report", *HERE)
    shown = opened()
    shown.tap("Usages, tranquillité")
    app.report.pickCategory("social_distress")
    on_screen(shown, "115")
    shown.tap("Retour aux images")
    assert store.records.all(Report) == []
    assert app.page == "report"


def test_nothing_found_offers_own_words(opened: Open, app: App, store: Store) -> None:
    app.capture("report", *HERE)
    shown = opened()
    shown.tap("Chercher")
    app.report.pictures.search("zzzz")
    shown.tap("Autre chose\u00a0: zzzz")
    shown.tap("Enregistrer")
    (report,) = store.records.all(Report)
    assert (report.category, report.category_words) == ("other", "zzzz")


def test_dangerous_shows_the_numbers_in_the_details(opened: Open, app: App) -> None:
    app.capture("report", *HERE)
    app.report.pickCategory("footpath_damaged")
    shown = opened(size=(800, 1280))
    shown.tap("Détails")
    app.report.pickUrgency("dangerous")
    shown.settle()
    assert {"112", "17", "114", "15", "18"} <= set(said(shown))


def test_completing_asks_the_category_s_own_questions_first(opened: Open, app: App, store: Store, feed: Feed) -> None:
    app.startWalk()
    feed.give(*HERE)
    app.capture("report", *HERE)
    app.report.pickCategory("bulky_items")
    app.report.save()
    shown = opened()
    shown.tap("Compléter")
    on_screen(shown, "Peut encore servir ?")
    shown.tap("Oui")
    shown.tap("Terminé")
    (report,) = store.records.all(Report)
    assert report.answers == {"bed_bugs": "yes"}  # the last « Oui » of the page
    assert app.page == "live"


def test_thrown_away_is_undone_from_the_map(opened: Open, app: App, store: Store, feed: Feed) -> None:
    app.startWalk()
    feed.give(*HERE)
    app.capture("report", *HERE)
    app.report.pickCategory("litter")
    shown = opened()
    shown.tap("Jeter")
    assert (app.page, store.drafts.all()) == ("live", [])
    shown.tap("Annuler")
    assert (app.page, app.report.category) == ("report", "litter")


def test_a_reader_hears_which_picture_is_chosen(opened: Open, app: App) -> None:
    app.capture("report", *HERE)
    shown = opened()
    shown.tap("Encombrants")
    told = QAccessible.queryAccessibleInterface(shown.button("Encombrants"))
    assert told is not None
    assert "choisi" in told.text(QAccessible.Text.Name)


def test_voice_notes_are_listened_to_from_the_end_of_the_walk(
    opened: Open, app: App, store: Store, feed: Feed, microphone: FakeMicrophone
) -> None:
    app.startWalk()
    feed.give(*HERE)
    app.capture("report", *HERE)
    app.report.pickCategory("litter")
    app.report.voice.record()
    microphone.say(2)
    app.report.save()
    app.voices.player = FakePlayer()
    shown = opened()
    app.open("voices")
    assert "Note vocale, 0:02 : à écouter, puis à garder · Déchets par terre" in said(shown)
    shown.tap("Je sais ce qu’elle dit")
    assert store.voices.held() == []
    assert "Rien n’attend d’être écouté" in said(shown)


def shoot(shown: Opened, qtbot: QtBot) -> None:
    """Once the camera sees; the report is on the page again."""
    qtbot.waitUntil(lambda: shown.app.viewfinder.source != "", timeout=20_000)
    shown.tap("Prendre la photo")
    qtbot.waitUntil(lambda: shown.app.page == "report", timeout=20_000)


def test_a_picture_first_then_the_camera_and_the_form_is_as_it_was(
    opened: Open, app: App, store: Store, lens: ReplayCamera, qtbot: QtBot
) -> None:
    """Photo first or category first: both end in one report."""
    lens.become(CameraState.READY)
    app.startWalk()
    shown = opened()
    shown.tap("Signaler")
    shown.tap("Encombrants")
    shown.tap("Ajouter une photo")
    shoot(shown, qtbot)
    shown.tap("Enregistrer")
    (report,), (photo,) = store.records.all(Report), store.records.all(Photo)
    assert (report.category, photo.about) == ("bulky_items", report.id)


def test_the_detour_of_an_avoided_place_is_drawn_on_the_map(opened: Open, app: App, store: Store, feed: Feed) -> None:
    app.startWalk()
    feed.give(*HERE)
    app.capture("report", *HERE)
    app.report.pickCategory("avoided_place")
    app.report.save()
    app.last.complete()
    app.report.pickAvoidance("avoided")
    app.drawOutline("report")
    assert app.page == "outline"
    for north in (0.0, 1e-4, 2e-4):
        app.outline.touch(HERE[0] + north, HERE[1])
    app.back()
    shown = opened()
    assert app.report.hasDetour
    assert "Détour dessiné : le changer" in said(shown)
    shown.tap("Terminé")
    assert len(store.records.all(Report)[0].detour) == 3


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_with_a_voice_to_read_aloud_the_page_is_still_whole(
    opened: Open, app: App, voice: FakeVoice, arrangement: str
) -> None:
    wishes = ARRANGEMENTS[arrangement]
    voice.languages = ("fr", "en")
    app.capture("report", *HERE)
    shown = opened(**wishes)
    keep(shown, f"report, read aloud, {arrangement}")
    assert cut_words(shown) == []
    assert small_targets(shown, 80 if wishes.get("gloves") else 64) == []


def test_the_end_of_the_walk_leads_to_the_voice_notes_that_wait(
    opened: Open, app: App, microphone: FakeMicrophone, qtbot: QtBot
) -> None:
    app.startWalk()
    app.capture("report", *HERE)
    app.report.pickCategory("litter")
    app.report.voice.record()
    microphone.say(2)
    app.report.save()
    finish_walk(app)
    qtbot.waitUntil(lambda: "voices" in [row["code"] for row in app.end.tasks.rows], timeout=20_000)
    shown = opened()
    shown.tap("Écouter")
    assert app.page == "voices"


def test_the_details_are_still_there_after_a_visit_to_the_map(opened: Open, app: App, feed: Feed) -> None:
    app.startWalk()
    feed.give(*HERE)
    shown = opened()
    app.capture("report", *HERE)
    shown.tap("Plus de détails")
    assert "Est-ce que ça revient ?" in said(shown)
    app.drawOutline("report")
    shown.settle()
    app.back()
    assert "Est-ce que ça revient ?" in said(shown)
    app.report.leave()
    app.capture("report", *HERE)
    assert "Est-ce que ça revient ?" not in said(shown)


def test_a_photo_taken_before_one_knew_that_it_is_no_report_is_thrown_away_from_the_card(
    opened: Open, app: App, store: Store, lens: ReplayCamera, qtbot: QtBot
) -> None:
    """S-48, S-49: nothing is written about a victim, and no picture of her stays."""
    lens.become(CameraState.READY)
    app.startWalk()
    shown = opened()
    shown.tap("Photo")
    shoot(shown, qtbot)
    app.report.pickCategory("victim")
    shown.settle()
    assert not {"Gardé", "Touchez une image. Vous pourrez écrire ou parler après."} & set(said(shown))
    keep(shown, "guidance, photo, day")
    assert cut_words(shown) == []
    shown.tap("Jeter ce qui a été pris ici")
    assert app.page == "live"
    assert store.drafts.all() == []
    app.capture("report", *HERE)  # what was thrown away is kept aside until something else is recorded
    app.report.pickCategory("litter")
    app.report.save()
    assert [report.category for report in store.records.all(Report)] == ["litter"]
    assert [photo.about for photo in store.records.all(Photo)] == []
