"""A note on unclear words is on disk at the first touch, with the words as they stood there (S-214)."""

from __future__ import annotations

from sync.protocol.records import Report, WordingNote
from walker.store import Store
from walker.viewmodels.app import App


def test_one_touch_keeps_the_words_their_place_and_their_language(app: App, store: Store) -> None:
    app.display.chooseLanguage("en")
    app.noteWording("grid", "grid_items", "light_ok", "Do you see well?")
    (note,) = store.records.all(WordingNote)
    assert (note.place, note.list, note.code) == ("grid", "grid_items", "light_ok")
    assert (note.language, note.shown, note.text) == ("en", "Do you see well?", "")
    assert app.page == "wording"
    assert store.outbox.unsent() == [note.id]


def test_words_of_no_catalogue_are_noted_by_their_page(app: App, store: Store) -> None:
    app.noteWording("help", "", "", "Charger la tablette")
    (note,) = store.records.all(WordingNote)
    assert (note.place, note.list, note.code) == ("help", None, None)


def test_the_form_it_was_noted_from_is_there_again_with_all_it_held(app: App, store: Store) -> None:
    """Two touches from any page with words, and nothing that was begun is lost."""
    app.capture("report", 48.886, 2.354)
    app.report.pickCategory("litter")
    app.report.write("Devant l’école")
    app.noteWording("report", "categories", "litter", "Que se passe-t-il ?")
    app.back()
    assert (app.page, app.report.category, app.report.text) == ("report", "litter", "Devant l’école")
    app.report.save()
    assert [(report.category, report.text) for report in store.records.all(Report)] == [("litter", "Devant l’école")]


def test_what_would_be_clearer_is_kept_when_the_window_closes_at_once(app: App, store: Store) -> None:
    app.noteWording("help", "", "", "Cellule GUP")
    app.care.wording.write("Dire : la mairie")
    app.close()
    assert [note.text for note in store.records.all(WordingNote)] == ["Dire : la mairie"]


def test_the_note_is_taken_back_by_the_undo_bar(app: App, store: Store) -> None:
    app.noteWording("help", "", "", "Cellule GUP")
    assert app.last.kind == "wording"
    app.last.undo()
    assert store.records.all(WordingNote) == []
    app.care.wording.write("trop tard")
    app.care.wording.keep()
    assert store.records.all(WordingNote) == []


def test_of_several_words_on_a_page_the_second_touch_says_which(app: App, store: Store) -> None:
    """The note is kept for the page at once; the word of the catalogue, or the question, at the second touch."""
    app.noteWording("report", "", "", "Que se passe-t-il ?\ncategories\tlitter\tDéchets\n\t\tEst-ce urgent ?")
    wording = app.care.wording
    assert [(row["code"], row["label"]) for row in wording.parts.rows] == [
        ("litter", "Déchets"),
        ("", "Est-ce urgent ?"),
    ]
    (note,) = store.records.all(WordingNote)
    assert (note.list, note.shown) == (None, "Que se passe-t-il ?")
    wording.write("Dire : ordures")
    wording.narrow(0)
    wording.keep()
    (note,) = store.records.all(WordingNote)
    assert (note.list, note.code, note.shown, note.text) == ("categories", "litter", "Déchets", "Dire : ordures")
    wording.narrow(1)
    (note,) = store.records.all(WordingNote)
    assert (note.list, note.code, note.shown, wording.picked) == (None, None, "Est-ce urgent ?", 1)
