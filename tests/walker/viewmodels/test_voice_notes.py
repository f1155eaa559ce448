"""Speaking instead of writing (S-213): kept as it is said, heard again, sent only once its author has listened."""

from __future__ import annotations

import wave
from io import BytesIO

import pytest

from sync.protocol.records import Report, VoiceNote
from tests.walker.viewmodels.sound import FakeMicrophone, FakePlayer
from tests.walker.window import HERE
from walker.store import Store
from walker.viewmodels.app import App
from walker.viewmodels.voice_notes import MOST_SECONDS


@pytest.fixture
def microphone(app: App) -> FakeMicrophone:
    app.report.voice.microphone = FakeMicrophone()
    app.report.voice.player = FakePlayer()
    app.capture("report", *HERE)
    return app.report.voice.microphone


def test_what_is_said_is_a_note_of_the_draft_held_on_the_tablet(
    app: App, store: Store, microphone: FakeMicrophone
) -> None:
    voice = app.report.voice
    voice.record()
    assert voice.recording
    microphone.say(1.5)
    microphone.say(1.5)
    assert voice.seconds == 3
    assert max(row["level"] for row in voice.bars.rows) > 50
    voice.stop()
    (note,) = store.records.all(VoiceNote)
    assert (note.about, note.seconds, note.sha256) == (app.report.id, 3, None)
    assert [row["standing"] for row in voice.notes.rows] == ["held"]
    assert store.outbox.outgoing(10) == []
    with wave.open(BytesIO(store.voices.sound(note).read_bytes())) as sound:
        assert (sound.getnchannels(), sound.getframerate(), sound.getnframes()) == (1, 16_000, 48_000)


def test_a_note_alone_is_worth_a_draft(app: App, store: Store, microphone: FakeMicrophone) -> None:
    app.report.voice.record()
    microphone.say(1)
    app.report.leave()
    assert len(store.drafts.all(Report)) == 1
    assert len(store.records.all(VoiceNote)) == 1


def test_leaving_or_saving_ends_the_note_and_keeps_it(app: App, store: Store, microphone: FakeMicrophone) -> None:
    app.report.pickCategory("litter")
    app.report.voice.record()
    microphone.say(2)
    app.report.save()
    assert store.records.all(VoiceNote)[0].seconds == 2
    assert microphone.heard is None


def test_once_its_author_has_listened_it_waits_to_be_sent_as_a_medium(
    app: App, store: Store, microphone: FakeMicrophone
) -> None:
    voice = app.report.voice
    app.report.pickCategory("litter")
    voice.record()
    microphone.say(2)
    voice.stop()
    (note,) = store.records.all(VoiceNote)
    private = store.voices.sound(note)
    voice.play(note.id)
    assert voice.player.playing == str(private)
    voice.player.end()
    assert [row["heard"] for row in voice.notes.rows] == [True]
    voice.accept(note.id)
    (kept,) = store.records.all(VoiceNote)
    assert kept.sha256 is not None and kept.checked_at is not None
    assert (not private.exists(), store.media.path(kept.sha256).exists()) == (True, True)
    app.report.save()
    sent = {one.id for one in store.outbox.outgoing(10)}
    assert kept.id in sent
    store.outbox.acknowledge(kept.id, kept.revision, "0" * 64)
    assert [(medium.sha256, medium.preview) for medium in store.outbox.media_outgoing()] == [(kept.sha256, False)]


def test_a_note_that_was_not_heard_to_its_end_is_kept_only_on_its_author_s_word(
    app: App, store: Store, microphone: FakeMicrophone
) -> None:
    """docs/privacy.md: heard to its end, or « Je sais ce qu’elle dit »; one tap either way, said as what it is."""
    voice = app.report.voice
    voice.record()
    microphone.say(2)
    voice.stop()
    (note,) = store.records.all(VoiceNote)
    voice.accept(note.id)
    voice.play(note.id)
    voice.accept(note.id)  # in the middle of it
    assert voice.playing == note.id
    voice.play(note.id)  # stopped by touch: not all of it was heard
    voice.accept(note.id)
    assert ([row["heard"] for row in voice.notes.rows], store.records.all(VoiceNote)[0].sha256) == ([False], None)
    voice.vouch(note.id)
    assert store.records.all(VoiceNote)[0].sha256 is not None


def test_playing_ends_by_itself_or_by_touch(app: App, store: Store, microphone: FakeMicrophone) -> None:
    voice = app.report.voice
    voice.record()
    microphone.say(1)
    voice.stop()
    (note,) = store.records.all(VoiceNote)
    voice.play(note.id)
    assert voice.playing == note.id
    voice.play(note.id)
    assert voice.playing == ""


def test_a_removed_note_leaves_no_sound(app: App, store: Store, microphone: FakeMicrophone) -> None:
    voice = app.report.voice
    voice.record()
    microphone.say(1)
    voice.stop()
    (note,) = store.records.all(VoiceNote)
    path = store.voices.sound(note)
    voice.remove(note.id)
    assert (store.records.all(VoiceNote), path.exists(), voice.notes.count) == ([], False, 0)


def test_a_note_ends_after_a_minute_with_all_that_was_said(app: App, store: Store, microphone: FakeMicrophone) -> None:
    voice = app.report.voice
    voice.record()
    for _ in range(MOST_SECONDS + 5):
        microphone.say(1)
    assert not voice.recording
    assert store.records.all(VoiceNote)[0].seconds == MOST_SECONDS


def test_silence_of_no_length_leaves_nothing(app: App, store: Store, microphone: FakeMicrophone) -> None:
    app.report.voice.record()
    app.report.voice.record()
    assert store.records.all(VoiceNote) == []
    assert not app.report.voice.recording


@pytest.mark.parametrize("code", ["no_microphone", "not_allowed"])
def test_no_microphone_is_said_and_the_form_goes_on(app: App, store: Store, code: str) -> None:
    app.report.voice.microphone = FakeMicrophone(refusal=code)
    app.capture("report", *HERE)
    app.report.voice.record()
    assert (app.report.voice.fault, app.report.voice.recording) == (code, False)
    assert store.records.all(VoiceNote) == []
    app.report.pickCategory("litter")
    app.report.save()
    assert len(store.records.all(Report)) == 1


def test_a_microphone_lost_in_the_middle_keeps_what_was_said(
    app: App, store: Store, microphone: FakeMicrophone
) -> None:
    app.report.voice.record()
    microphone.say(2)
    assert microphone.failed is not None
    microphone.failed("microphone_lost")
    assert store.records.all(VoiceNote)[0].seconds == 2
    assert app.report.voice.fault == ""


def test_undo_of_a_report_takes_its_note_along(app: App, store: Store, microphone: FakeMicrophone) -> None:
    app.report.pickCategory("litter")
    app.report.voice.record()
    microphone.say(1)
    app.report.save()
    app.last.undo()
    assert store.records.all(VoiceNote) == []


def test_the_last_word_before_stop_is_kept(app: App, store: Store, microphone: FakeMicrophone) -> None:
    """What the microphone still held when one touched « Stop » was said before it."""
    voice = app.report.voice
    microphone.rest_s = 0.5
    voice.record()
    microphone.say(1.5)
    voice.stop()
    (note,) = store.records.all(VoiceNote)
    with wave.open(BytesIO(store.voices.sound(note).read_bytes())) as sound:
        assert sound.getnframes() == 32_000
    assert (note.seconds, voice.recording) == (2, False)
    voice.record()
    microphone.say(MOST_SECONDS)  # ends by itself, and what comes after is not the note's
    assert [one.seconds for one in store.records.all(VoiceNote)] == [2, MOST_SECONDS]


def test_a_real_microphone_gives_what_it_holds_before_it_stops() -> None:
    from PySide6.QtCore import QByteArray
    from PySide6.QtMultimedia import QAudioFormat

    from walker.device.qt_microphone import VOICE_RATE, QtMicrophone

    class Held:
        def readAll(self) -> QByteArray:
            return QByteArray(b"\x01\x00" * 100)

        def stop(self) -> None:
            pass

        def deleteLater(self) -> None:
            pass

    microphone = QtMicrophone()
    form = QAudioFormat()
    form.setSampleRate(VOICE_RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    heard: list[bytes] = []
    microphone._format = form
    microphone._source = microphone._input = Held()  # type: ignore[assignment]
    microphone._calls = (lambda: None, heard.append, lambda code: None)
    microphone.stop()
    microphone.stop()
    assert heard == [b"\x01\x00" * 100]
