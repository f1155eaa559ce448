"""A report from its first tap to its record: a draft on disk at once, pictures first, a card where it is none."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from sync.protocol.catalogue import load_seed
from sync.protocol.records import Photo, Report
from tests.walker.window import DEMO, HERE, Feed, SlowClock, bring_photo
from walker.device.light import NoLight
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


GUIDED = [entry.code for entry in load_seed().entries("categories") if entry.data.get("guidance")]
RESTRICTED = [
    entry.code for entry in load_seed().entries("categories") if entry.data.get("readers") in ("cell", "cell_assignee")
]


def test_the_catalogue_guides_what_must_be_no_report() -> None:
    """S-28, S-37, S-38, S-48, S-49, S-205."""
    assert set(GUIDED) >= {
        *("social_distress", "isolated_person", "victim", "discrimination_lived", "offence", "drug_help"),
    }
    assert "racist_inscription" in RESTRICTED


@pytest.mark.parametrize("code", GUIDED)
def test_what_must_be_no_report_opens_its_card_with_a_number_and_writes_nothing(
    opened: App, store: Store, code: str
) -> None:
    """S-28, S-38, S-48, S-49, S-205, S-206: no record, no draft, no photo is asked for."""
    opened.report.pickCategory(code)
    form = opened.report
    assert form.guidance and form.guidanceText
    assert all(row["number"].isdigit() and row["label"] for row in form.guidanceNumbers.rows)
    assert form.guidanceNumbers.rows
    assert form.category == ""
    form.closeGuidance()
    form.leave()
    assert store.records.all(Report) == []
    assert store.drafts.all() == []


@pytest.mark.parametrize("code", RESTRICTED)
def test_a_restricted_category_says_who_reads_it_and_names_nobody(opened: App, code: str) -> None:
    opened.report.pickCategory(code)
    assert opened.report.readers in ("cell", "cell_assignee")
    assert opened.report.warning


def test_needles_are_an_urgent_report_of_cleaning_and_health(opened: App, store: Store) -> None:
    """S-37."""
    opened.report.pickCategory("needles")
    opened.report.save()
    assert store.records.all(Report)[0].danger


def test_dangerous_shows_whom_to_call_now_and_stays_a_report(opened: App, store: Store) -> None:
    opened.report.pickCategory("footpath_damaged")
    opened.report.pickUrgency("dangerous")
    assert opened.report.dangerous
    assert {"112", "17"} <= {row["number"] for row in opened.report.dangerNumbers.rows}
    opened.report.save()
    assert store.records.all(Report)[0].danger


def test_another_picture_takes_back_the_urgency_that_the_first_one_brought(opened: App) -> None:
    opened.report.pickCategory("needles")
    opened.report.pickCategory("litter")
    assert opened.report.urgency == ""
    opened.report.pickUrgency("dangerous")
    opened.report.pickCategory("graffiti")
    assert opened.report.urgency == "dangerous"


def test_social_distress_opens_a_card_and_makes_no_report(opened: App, store: Store) -> None:
    """S-28, S-48: who to call; nothing is written."""
    opened.report.pictures.openFamily("uses")
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
    assert opened.report.readers == "cell_assignee"
    assert "3928" in [row["number"] for row in opened.report.referralNumbers.rows]
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
    bring_photo(opened, opened.report.id, DEMO / "photos" / "03-encombrants.jpg")
    qtbot.waitUntil(lambda: opened.report.photos.rows != [], timeout=20_000)
    opened.report.pickCategory("bulky_items")
    opened.report.save()
    (photo,), (report,) = store.records.all(Photo), store.records.all(Report)
    assert photo.about == report.id
    assert photo.sha256 is None
    assert store.photos.original(photo.id) == (DEMO / "photos" / "03-encombrants.jpg").read_bytes()


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
    assert {row["code"] for row in app.report.pictures.tiles.rows} >= {"liked_place", "liked_nature"}
    app.report.save()
    assert store.records.all(Report)[0].kind == "liked_place"


def test_categories_used_before_come_after_the_common_ones(opened: App, store: Store) -> None:
    common = [row["code"] for row in opened.report.pictures.tiles.rows]
    opened.report.pickCategory("rubble")
    opened.report.save()
    opened.capture("report", math.nan, math.nan)
    assert [row["code"] for row in opened.report.pictures.tiles.rows] == [*common, "rubble"]


def test_words_follow_the_language(opened: App) -> None:
    french = opened.report.pictures.tiles.rows[0]["label"]
    opened.display.chooseLanguage("en")
    assert opened.report.pictures.tiles.rows[0]["label"] != french


def test_a_search_finds_by_alias_and_slip_and_own_words_are_kept_when_nothing_fits(opened: App, store: Store) -> None:
    pictures = opened.report.pictures
    pictures.startSearch()
    pictures.search("matela")
    assert [row["code"] for row in pictures.tiles.rows] == ["bulky_items"]
    pictures.search("zzzz")
    assert pictures.nothingFound
    opened.report.pickOther("Trottinettes en vrac")
    assert (opened.report.category, opened.report.wantsWords) == ("other", True)
    opened.report.save()
    (report,) = store.records.all(Report)
    assert (report.category, report.category_words) == ("other", "Trottinettes en vrac")


def test_own_words_go_with_another_picture(opened: App, store: Store) -> None:
    opened.report.pickOther("Trottinettes")
    opened.report.pickCategory("litter")
    opened.report.save()
    assert store.records.all(Report)[0].category_words == ""


def test_the_category_s_own_questions_are_asked_after_saving(opened: App, store: Store) -> None:
    form = opened.report
    form.pickCategory("lamp_out")
    form.save()
    opened.last.complete()
    assert [row["code"] for row in form.questions.rows] == ["how_many", "blinking"]
    form.answer("how_many", "count", "3")
    form.answer("blinking", "yes_no", "yes")
    form.save()
    (report,) = store.records.all(Report)
    assert report.answers == {"how_many": 3, "blinking": "yes"}
    assert (report.revision, opened.last.kind) == (2, "edited")


def test_the_same_answer_again_and_an_empty_one_take_it_back(opened: App) -> None:
    form = opened.report
    form.pickCategory("occupation")
    form.answer("what", "choice", "noise")
    form.answer("positive_use", "text", "Des bancs")
    form.answer("what", "choice", "noise")
    assert form.fields["answers"] == {"positive_use": "Des bancs"}
    form.answer("positive_use", "text", "  ")
    assert form.fields["answers"] == {}


def test_everything_one_may_say_reaches_the_record(opened: App, store: Store) -> None:
    form = opened.report
    form.pickCategory("too_dark")
    form.toggleTimeSlot("night")
    form.toggleTimeSlot("weekend")
    form.pickRecurrence("often")
    form.toggleAffected("women")
    form.toggleAffected("reduced_mobility")
    form.pickFeltSafety("uneasy")
    form.pickAvoidance("avoided")
    form.pickSpeaker("someone_else")
    form.count("women", 4)
    form.count("men", 0)
    form.count("other_or_unsaid", -1)
    form.toggleWanted("ambience")
    form.toggleWorksiteSupport()
    form.writeReference(" 2026-H123 ")
    form.pickDetail("floor", "2")
    form.save()
    (report,) = store.records.all(Report)
    assert (report.time_slots, report.recurrence) == (("night", "weekend"), "often")
    assert report.affected == ("women", "reduced_mobility")
    assert (report.felt_safety, report.avoidance, report.on_behalf_of) == (1, "avoided", "someone_else")
    assert [(one.code, one.count) for one in report.reported_by] == [("women", 4), ("men", 0)]
    assert (report.wanted_answers, report.worksite_support) == (("ambience",), True)
    assert report.external_reference == "2026-H123"
    assert report.place_detail is not None and report.place_detail.floor == "2"


def test_what_finds_the_place_fits_where_it_is(opened: App) -> None:
    form = opened.report
    form.pickCategory("lamp_out")
    assert form.findBy == "number"
    form.pickCategory("lift")
    assert form.findBy.splitlines() == ["building", "staircase", "floor"]
    form.openPlaceGroup("street")
    assert form.findBy == "number"
    form.pickDetail("floor", "2")
    assert form.findBy.splitlines() == ["number", "floor"]


def test_what_a_paper_slip_says_came_on_paper(app: App, store: Store) -> None:
    """S-213, S-222: entered for somebody else, without a walk."""
    app.capture("report", *HERE)
    app.report.pickCategory("litter")
    app.report.pickSpeaker("paper")
    app.report.save()
    (report,) = store.records.all(Report)
    assert (report.on_behalf_of, report.channel) == ("paper", "paper")


def test_very_bad_is_an_answer_though_its_level_is_zero(opened: App, store: Store) -> None:
    opened.report.pickFeltSafety("very_bad")
    assert opened.report.feltSafety == "very_bad"
    opened.report.leave()
    (draft,) = store.drafts.all(Report)
    assert draft.body["felt_safety"] == 0


def test_thrown_away_can_be_taken_back_until_the_next_capture(opened: App, store: Store, qtbot: QtBot) -> None:
    bring_photo(opened, opened.report.id, DEMO / "photos" / "03-encombrants.jpg")
    qtbot.waitUntil(lambda: opened.report.photos.count == 1, timeout=20_000)
    opened.report.pickCategory("bulky_items")
    opened.report.throwAway()
    assert (store.drafts.all(), opened.last.kind) == ([], "thrown")
    opened.last.undo()
    assert (opened.page, opened.report.category) == ("report", "bulky_items")
    assert opened.report.photos.count == 1
    opened.report.throwAway()
    opened.capture("report", *HERE)
    opened.report.pickCategory("litter")
    opened.report.save()
    assert store.records.all(Photo) == []
    assert store.drafts.all() == []


def test_a_photo_removed_in_the_form_can_be_taken_back_while_it_is_open(
    opened: App, store: Store, qtbot: QtBot
) -> None:
    bring_photo(opened, opened.report.id, DEMO / "photos" / "03-encombrants.jpg")
    qtbot.waitUntil(lambda: opened.report.photos.count == 1 and opened.page == "report", timeout=20_000)
    (photo,) = store.records.all(Photo)
    opened.removal.add(photo.id)
    assert (opened.report.photos.count, opened.removal.count) == (0, 1)
    opened.open("aid")
    opened.back()
    opened.removal.undo()
    assert opened.report.photos.count == 1
    opened.removal.add(photo.id)
    opened.report.pickCategory("litter")
    opened.report.save()
    assert store.records.all(Photo) == []


def test_back_from_a_saved_report_saves_what_was_changed_and_undo_restores_it(opened: App, store: Store) -> None:
    """Each tap was said to be kept; taking it back never deletes the report."""
    opened.report.pickCategory("litter")
    opened.report.save()
    (report,) = store.records.all(Report)
    opened.complete("report", report.id)
    opened.report.pickUrgency("hinders")
    opened.report.leave()
    assert store.records.all(Report)[0].urgency == "hinders"
    assert store.drafts.all() == []
    opened.last.undo()
    (again,) = store.records.all(Report)
    assert (again.urgency, again.category, again.revision) == (None, "litter", 3)


def test_looking_at_a_saved_report_without_a_change_makes_no_revision(opened: App, store: Store) -> None:
    opened.report.pickCategory("litter")
    opened.report.save()
    opened.last.complete()
    opened.report.leave()
    (report,) = store.records.all(Report)
    assert report.revision == 1
    assert store.drafts.all() == []


def test_a_saved_report_is_deleted_and_brought_back(opened: App, store: Store) -> None:
    opened.report.pickCategory("litter")
    opened.report.save()
    opened.last.complete()
    opened.report.remove()
    assert (store.records.all(Report), opened.last.kind) == ([], "removed")
    opened.last.undo()
    assert len(store.records.all(Report)) == 1


def test_a_doubtful_place_is_said(app: App, feed: Feed) -> None:
    app.startWalk()
    feed.give(*HERE, accuracy_m=45.0)
    app.capture("report", math.nan, math.nan)
    assert app.report.doubtful
    app.report.moveTo(*HERE)
    assert not app.report.doubtful


class Lamp:
    """A light sensor that sees what a street lamp gives."""

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def lux(self) -> float:
        return 12.5


def test_what_the_light_sensor_measured_goes_with_a_report_of_this_moment(
    app: App, store: Store, daytime: SlowClock
) -> None:
    app.tablet.light = Lamp()
    app.capture("report", *HERE)
    app.report.pickCategory("too_dark")
    app.report.save()
    assert store.records.all(Report)[0].illuminance_mlx == 12_500
    app.tablet.light = NoLight()
    app.capture("report", *HERE)
    app.report.pickCategory("litter")
    draft_id = app.report.id
    app.report.leave()
    app.tablet.light = Lamp()
    daytime.now += timedelta(hours=2)
    app.complete("report", draft_id)
    app.report.save()
    assert store.records.all(Report)[1].illuminance_mlx is None


def test_saved_without_a_picture_it_waits_to_be_completed(opened: App, store: Store, qtbot: QtBot) -> None:
    """The shutter's draft comes back at the end as « à compléter »; it is no report before somebody says what it is."""
    bring_photo(opened, opened.report.id, DEMO / "photos" / "03-encombrants.jpg")
    qtbot.waitUntil(lambda: opened.report.photos.count == 1, timeout=20_000)
    opened.report.save()
    assert (store.records.all(Report), opened.page, opened.last.kind) == ([], "live", "marked")
    assert opened.home.drafts.count == 1
    opened.last.complete()
    assert opened.report.photos.count == 1
    opened.report.pickCategory("bulky_items")
    opened.report.save()
    assert (len(store.records.all(Report)), opened.home.drafts.count) == (1, 0)


def test_what_waits_to_be_completed_is_taken_back_with_its_photo(opened: App, store: Store, qtbot: QtBot) -> None:
    bring_photo(opened, opened.report.id, DEMO / "photos" / "03-encombrants.jpg")
    qtbot.waitUntil(lambda: opened.report.photos.count == 1, timeout=20_000)
    opened.report.save()
    opened.last.undo()
    assert (store.drafts.all(), store.records.all(Photo)) == ([], [])


def test_without_a_receiver_a_report_lies_where_its_photo_was_taken(app: App, store: Store, qtbot: QtBot) -> None:
    """S-213: the place that the camera wrote, at the time it wrote; a receiver's place stays."""
    app.capture("report", math.nan, math.nan)
    bring_photo(app, app.report.id, DEMO / "photos" / "03-encombrants.jpg")
    qtbot.waitUntil(lambda: app.report.hasPlace, timeout=20_000)
    assert app.report.placeSource == "exif"
    app.report.pickCategory("bulky_items")
    app.report.save()
    (report,), (photo,) = store.records.all(Report), store.records.all(Photo)
    assert report.position == photo.position
    assert report.observed_at == photo.taken_at


def test_where_the_receiver_knows_the_place_the_photo_s_is_only_offered(opened: App, qtbot: QtBot) -> None:
    bring_photo(opened, opened.report.id, DEMO / "photos" / "03-encombrants.jpg")
    qtbot.waitUntil(lambda: opened.report.photos.count == 1, timeout=20_000)
    assert (opened.report.placeSource, opened.report.photoKnowsPlace) == ("gps", True)
    opened.report.takePhotoPlace()
    assert (opened.report.placeSource, opened.report.photoKnowsPlace) == ("exif", False)


@pytest.mark.parametrize(
    ("scanned", "number"),
    [
        ("  2026-H123 ", "2026-H123"),
        ("https://dansmarue.example/2026-H123/", "2026-H123"),
        ("x" * 500, "x" * 60),
    ],
)
def test_a_number_scanned_is_the_reference_of_the_report(opened: App, store: Store, scanned: str, number: str) -> None:
    """S-32: reported in DansMaRue too."""
    opened.report.pickCategory("litter")
    opened.reference.found.emit(scanned)
    assert opened.report.externalReference == number
    opened.report.save()
    assert store.records.all(Report)[0].external_reference == number


def test_a_report_begun_without_a_fix_takes_the_first_one(app: App, store: Store, feed: Feed) -> None:
    app.capture("report", math.nan, math.nan)
    app.report.pickCategory("litter")
    assert not app.report.hasPlace
    feed.give(*HERE)
    assert app.report.hasPlace
    (draft,) = store.drafts.all(Report)
    assert draft.body["position"]["lat_e7"] == round(HERE[0] * 1e7)


def test_a_report_completed_later_is_not_put_where_one_completes_it(
    app: App, store: Store, feed: Feed, daytime: SlowClock
) -> None:
    """« Marquer et partir » without a fix, completed at home: nobody's home becomes a place to repair."""
    app.markAndLeave()
    (draft,) = store.drafts.all(Report)
    assert draft.body["position"] is None
    daytime.now += timedelta(hours=3)
    assert app.report.open_draft(draft.id)
    feed.give(*HERE)
    assert not app.report.hasPlace
    app.report.pickCategory("litter")
    app.report.save()
    (report,) = store.records.all(Report)
    assert report.position is None


@pytest.mark.parametrize("kind", ["report", "space"])
def test_what_is_entered_for_somebody_else_is_not_where_it_is_typed(
    app: App, store: Store, feed: Feed, kind: str
) -> None:
    """A slip of an idea box, typed at the office."""
    app.captureForOther(kind)
    form = app.space if kind == "space" else app.report
    form.write("devant l’école")
    feed.give(*HERE)
    assert not form.hasPlace
    form.leave()
    (draft,) = store.drafts.all()
    assert form.open_draft(draft.id)
    feed.give(HERE[0] + 0.001, HERE[1])
    assert not form.hasPlace
