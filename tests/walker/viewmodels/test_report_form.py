"""A report from its first tap to its record: a draft on disk at once, pictures first, a card where it is none."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from sync.protocol.records import Photo, Report
from tests.walker.window import DEMO, HERE, Feed
from walker.store import Store
from walker.viewmodels.app import App


@pytest.fixture
def opened(app: App, feed: Feed) -> App:
    """In a walk, with a position, the form just opened."""
    app.startWalk()
    feed.give(*HERE)
    app.capture("report", math.nan, math.nan)
    return app


def test_the_draft_is_on_disk_before_anything_is_asked(opened: App, store: Store) -> None:
    (draft,) = store.drafts.all(Report)
    assert draft.body["position"]["lat_e7"] == round(HERE[0] * 1e7)
    assert store.records.all(Report) == []


def test_a_picture_and_save_make_a_report(opened: App, store: Store) -> None:
    opened.report.pickCategory("bulky_items")
    opened.report.save()
    (report,) = store.records.all(Report)
    assert (report.category, report.kind, report.period) == ("bulky_items", "incivility", "day")
    assert report.provisional_number
    assert report.walk_id == opened.live.session.walk.id
    assert store.drafts.all() == []
    assert opened.page == "live"
    assert (opened.last.kind, opened.last.label) == ("report", "Encombrants")


def test_the_same_picture_again_takes_it_back(opened: App) -> None:
    opened.report.pickCategory("bulky_items")
    opened.report.pickCategory("bulky_items")
    assert opened.report.category == ""


def test_social_distress_opens_a_card_and_makes_no_report(opened: App, store: Store) -> None:
    """S-28, S-48: who to call; nothing is written."""
    opened.report.openFamily("uses")
    opened.report.pickCategory("social_distress")
    assert opened.report.guidance
    assert "115" in [row["number"] for row in opened.report.guidanceNumbers.rows]
    assert opened.report.category == ""
    opened.report.closeGuidance()
    opened.report.leave()
    assert store.records.all(Report) == []
    assert store.drafts.all() == []


def test_a_racist_inscription_is_an_urgent_report(opened: App, store: Store) -> None:
    """S-205: to be removed, with restricted readers."""
    opened.report.pickCategory("racist_inscription")
    assert opened.report.guidance == ""
    assert opened.report.urgency == "dangerous"
    opened.report.save()
    assert store.records.all(Report)[0].danger


def test_an_empty_form_left_leaves_nothing_and_a_begun_one_stays(opened: App, store: Store, feed: Feed) -> None:
    opened.report.leave()
    assert store.drafts.all() == []
    opened.capture("report", math.nan, math.nan)
    opened.report.pickCategory("litter")
    opened.report.leave()
    (draft,) = store.drafts.all(Report)
    assert opened.home.drafts.rows[0]["label"] == "Déchets par terre"
    opened.complete("report", draft.id)
    assert (opened.page, opened.report.category) == ("report", "litter")


def test_what_was_said_comes_back_when_a_report_is_opened_again(opened: App, store: Store) -> None:
    form = opened.report
    form.pickCategory("lamp_out")
    form.openPlaceGroup("street")
    form.pickPlaceKind("footpath")
    form.pickUrgency("hinders")
    form.toggleOwner("city")
    form.toggleOwner("unknown")
    form.writeDetail("number", "18-204")
    form.write("Éteint depuis lundi")
    form.save()
    opened.last.complete()
    assert form.editing
    assert (form.category, form.placeKind, form.placeGroup, form.urgency) == (
        *("lamp_out", "footpath"),
        *("street", "hinders"),
    )
    assert (form.owners, form.detail("number"), form.text) == ("city\nunknown", "18-204", "Éteint depuis lundi")
    form.write("Éteint depuis dimanche")
    form.save()
    (report,) = store.records.all(Report)
    assert (report.revision, report.text, report.place_detail.number) == (2, "Éteint depuis dimanche", "18-204")


def test_a_photo_is_kept_private_with_its_report(opened: App, store: Store, qtbot: QtBot) -> None:
    opened.report.addPhoto(QUrl.fromLocalFile(str(DEMO / "photos" / "03-encombrants.jpg")))
    qtbot.waitUntil(lambda: opened.report.photos.rows != [], timeout=20_000)
    opened.report.pickCategory("bulky_items")
    opened.report.save()
    (photo,), (report,) = store.records.all(Photo), store.records.all(Report)
    assert photo.about == report.id
    assert photo.sha256 is None
    assert store.photos.original(photo.id) == (DEMO / "photos" / "03-encombrants.jpg").read_bytes()


def test_a_file_that_is_no_picture_is_said_and_costs_nothing(
    opened: App, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "notes.jpg"
    wrong.write_text("no picture", encoding="utf-8")
    opened.report.addPhoto(QUrl.fromLocalFile(str(wrong)))
    qtbot.waitUntil(lambda: opened.report.photoFault != "", timeout=20_000)
    assert opened.report.photoFault == "not_a_picture"
    assert store.records.all(Photo) == []
    assert len(store.drafts.all()) == 1


def test_a_report_without_a_walk_takes_its_place_from_the_map(app: App, store: Store) -> None:
    app.capture("report", math.nan, math.nan)
    assert not app.report.hasPlace
    app.placeOnMap("report")
    app.placed(*HERE)
    app.report.pickCategory("litter")
    app.report.save()
    (report,) = store.records.all(Report)
    assert (report.walk_id, report.channel, report.position.source) == (None, "without_walk", "map")
    assert app.page == "home"


def test_a_liked_place_is_saved_in_two_taps(app: App, store: Store, feed: Feed) -> None:
    app.startWalk()
    app.capture("liked", *HERE)
    assert {row["code"] for row in app.report.tiles.rows} >= {"liked_place", "liked_nature"}
    app.report.save()
    assert store.records.all(Report)[0].kind == "liked_place"


def test_categories_used_before_come_after_the_common_ones(opened: App, store: Store) -> None:
    common = [row["code"] for row in opened.report.tiles.rows]
    opened.report.pickCategory("rubble")
    opened.report.save()
    opened.capture("report", math.nan, math.nan)
    assert [row["code"] for row in opened.report.tiles.rows] == [*common, "rubble"]


def test_words_follow_the_language(opened: App) -> None:
    french = opened.report.tiles.rows[0]["label"]
    opened.display.chooseLanguage("en")
    assert opened.report.tiles.rows[0]["label"] != french
