"""Bugs planted on purpose, one at a time: a machine that does not notice them proves nothing.

Each undoes one thing that keeps data safe, on the tablet (here) or in the server (in its process).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from pytest import MonkeyPatch


def acknowledgement_taken_for_a_newer_revision(patch: MonkeyPatch) -> None:
    from walker.store.outbox import StoredOutbox

    plain = StoredOutbox.acknowledge

    def acknowledge(self: StoredOutbox, record_id: str, revision: int, record_hash: str) -> None:
        now = self._database.value("SELECT revision FROM records WHERE id = ?", (record_id,))
        plain(self, record_id, now or revision, record_hash)

    patch.setattr(StoredOutbox, "acknowledge", acknowledge)


def new_epoch_ignored(patch: MonkeyPatch) -> None:
    from walker.store.outbox import StoredOutbox

    patch.setattr(StoredOutbox, "begin_epoch", lambda self, epoch: self._settings.set("epoch", epoch))


def sent_hash_forgotten(patch: MonkeyPatch) -> None:
    from walker.store.outbox import StoredOutbox

    patch.setattr(StoredOutbox, "note_sending", lambda self, sent: None)


def cursor_kept_before_the_page(patch: MonkeyPatch) -> None:
    from walker.store.outbox import StoredOutbox

    plain = StoredOutbox.store_page

    def store_page(self: StoredOutbox, page: Any) -> None:
        with self._database.write():
            for scope, seq in page.cursors.items():
                self._database.execute("INSERT OR REPLACE INTO cursors VALUES (?, ?)", (scope, seq))
        plain(self, page)

    patch.setattr(StoredOutbox, "store_page", store_page)


def medium_called_sent_before_the_answer(patch: MonkeyPatch) -> None:
    from sync.client.media import MediaSender

    plain = MediaSender._send_one

    def send_one(self: MediaSender, medium: Any) -> int | None:
        self._outbox.media_acknowledged(medium.sha256)
        return plain(self, medium)

    patch.setattr(MediaSender, "_send_one", send_one)


def any_page_taken_for_success(patch: MonkeyPatch) -> None:
    from sync.client.transport import Transport
    from sync.protocol import messages
    from sync.protocol.errors import Unreachable

    plain, epochs = Transport.push, [""]

    def push(self: Transport, request: messages.PushRequest) -> messages.PushAnswer:
        try:
            answer = plain(self, request)
        except Unreachable:
            outcomes = tuple(messages.Outcome(hash=item.hash, outcome=messages.ACCEPTED) for item in request.records)
            return messages.PushAnswer(epoch=epochs[-1], outcomes=outcomes, wanted=(), seq=0)
        epochs.append(answer.epoch)
        return answer

    patch.setattr(Transport, "push", push)


def stale_taken_for_accepted(patch: MonkeyPatch) -> None:
    from sync.client.outcomes import Outcomes

    plain = Outcomes.take

    def take(self: Outcomes, record_id: str, revision: int, outcome: Any) -> None:
        if outcome.outcome == "stale":
            self._outbox.acknowledge(record_id, revision, outcome.hash)
        else:
            plain(self, record_id, revision, outcome)

    patch.setattr(Outcomes, "take", take)


def revoked_copies_kept(patch: MonkeyPatch) -> None:
    from walker.store.copies import Copies

    patch.setattr(Copies, "keep_scopes", lambda self, scopes: None)


def departure_not_heard(patch: MonkeyPatch) -> None:
    from walker.store.copies import Copies

    plain = Copies.store_page
    patch.setattr(Copies, "store_page", lambda self, page: plain(self, dataclasses.replace(page, departures=())))


def what_is_dated_in_the_past_not_sent(patch: MonkeyPatch) -> None:
    from walker.store.outbox import StoredOutbox

    plain, newest = StoredOutbox.outgoing, [""]

    def outgoing(self: StoredOutbox, limit: int) -> Any:
        found = [record for record in plain(self, limit) if _dated(self, record.id) >= newest[0]]
        newest[0] = max([newest[0], *(_dated(self, record.id) for record in found)])
        return found

    patch.setattr(StoredOutbox, "outgoing", outgoing)


def _dated(outbox: Any, record_id: str) -> str:
    return str(outbox._database.value("SELECT updated_at FROM records WHERE id = ?", (record_id,)))


def row_written_before_its_bytes(patch: MonkeyPatch) -> None:
    """A photo is held once its first bytes are there."""
    from sync.server.records import media_store

    plain = media_store.holds
    patch.setattr(media_store, "holds", lambda sha256, size: plain(sha256, size) or bool(media_store.parts_of(sha256)))


def any_base_accepted(patch: MonkeyPatch) -> None:
    from sync.server.api import judge

    plain = judge.outcome

    def outcome(pushed: Any, head: Any, **known: Any) -> Any:
        verdict, answer = plain(pushed, head, **known)
        if verdict == "stale" and head is not None:
            return "accepted", dataclasses.replace(answer, outcome="accepted", head=pushed.hash)
        return verdict, answer

    patch.setattr(judge, "outcome", outcome)


def acknowledged_but_not_written(patch: MonkeyPatch) -> None:
    from django.db import transaction

    from sync.server.api import push

    plain = push._in_one_transaction

    def in_one_transaction(device: Any, pushed: Any) -> Any:
        with transaction.atomic():
            verdicts = plain(device, pushed)
            if len(pushed) > 1:
                transaction.set_rollback(True)
        return verdicts

    patch.setattr(push, "_in_one_transaction", in_one_transaction)


def answered_before_the_commit(patch: MonkeyPatch) -> None:
    """Written a moment later: few deaths fall into that moment, a sweep of deaths sees it."""
    import threading
    import time

    from sync.protocol import messages
    from sync.server.api import push

    plain = push._in_one_transaction

    def later(device: Any, pushed: Any) -> None:
        time.sleep(0.2)
        plain(device, pushed)

    def in_one_transaction(device: Any, pushed: Any) -> Any:
        threading.Thread(target=later, args=(device, pushed), daemon=True).start()
        return [messages.Outcome(hash=item.hash, outcome=messages.ACCEPTED, head=item.hash) for item in pushed]

    patch.setattr(push, "_in_one_transaction", in_one_transaction)


def synced_now_and_then(patch: MonkeyPatch) -> None:
    """What SQLite offers for speed; only a power cut can tell."""
    from django.db.backends.sqlite3.base import DatabaseWrapper

    plain = DatabaseWrapper.get_new_connection

    def get_new_connection(self: DatabaseWrapper, parameters: Any) -> Any:
        connection = plain(self, parameters)
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    patch.setattr(DatabaseWrapper, "get_new_connection", get_new_connection)


def wrong_bytes_kept(patch: MonkeyPatch) -> None:
    from pathlib import Path

    from sync.server.records import media_store

    patch.setattr(media_store, "finish", lambda part, sha256: media_store._put_in_place(Path(part), sha256))


def erasures_forgotten_by_a_restore(patch: MonkeyPatch) -> None:
    from sync.server.records import actions

    patch.setattr(actions, "apply_erasure_file", lambda: 0)


def restored_in_the_old_epoch(patch: MonkeyPatch) -> None:
    from sync.server.records import actions

    patch.setattr(actions, "new_epoch", lambda **_: "")


def territories_of_others_told(patch: MonkeyPatch) -> None:
    from sync.server.api import pull

    plain = pull.scopes_of

    def scopes_of(device: Any) -> Any:
        return dataclasses.replace(plain(device), territories=frozenset({"bedier_boutroux", "blemont"}))

    patch.setattr(pull, "scopes_of", scopes_of)


# Each with the steps that can show it, so that seconds are enough to be noticed: the whole machine takes them all.
ON_THE_TABLET: Mapping[Callable[[MonkeyPatch], None], str] = {
    acknowledgement_taken_for_a_newer_revision: "edit_during_a_push sync",
    new_epoch_ignored: "report restored sync",
    sent_hash_forgotten: "edit_after_a_lost_answer sync",
    cursor_kept_before_the_page: "report grant killed_while_it_syncs sync",
    medium_called_sent_before_the_answer: "the_network_ends_during_a_photo sync",
    any_page_taken_for_success: "report sync_on_a_bad_link",
    stale_taken_for_accepted: "edit_after_a_lost_answer sync",
    revoked_copies_kept: "report grant sync",
    departure_not_heard: "report move sync grant",
    what_is_dated_in_the_past_not_sent: "report turn_the_clock sync",
}
ON_THE_SERVER: Mapping[Callable[[MonkeyPatch], None], str] = {
    any_base_accepted: "a_push_is_overtaken sync",
    acknowledged_but_not_written: "report edit sync",
    wrong_bytes_kept: "photo sync_while_bytes_of_a_photo_change sync",
    row_written_before_its_bytes: "the_network_ends_during_a_photo sync",
    erasures_forgotten_by_a_restore: "back_up erase restored sync",
    restored_in_the_old_epoch: "report restored sync",
    territories_of_others_told: "report grant sync",
}
ONLY_A_SWEEP_SEES = (answered_before_the_commit, synced_now_and_then)
STEPS = {bug.__name__: steps.split() for bug, steps in {**ON_THE_TABLET, **ON_THE_SERVER}.items()}
_planted = MonkeyPatch()


def plant(bug: str) -> None:
    """In this process, until another one or none ("") is planted."""
    _planted.undo()
    for each in (*ON_THE_TABLET, *ON_THE_SERVER, *ONLY_A_SWEEP_SEES):
        if each.__name__ == bug:
            each(_planted)
