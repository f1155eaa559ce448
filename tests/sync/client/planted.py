"""Bugs planted on purpose, one at a time: a machine that does not notice them proves nothing.

Each undoes one thing that keeps data safe, on the tablet (here) or in the server (in its process).
"""

from __future__ import annotations

import dataclasses
import inspect
import itertools
from collections.abc import Callable, Mapping
from typing import Any

from pytest import MonkeyPatch


def _instead(patch: MonkeyPatch, where: Any, name: str, planted: Callable[..., Any]) -> None:
    """A bug in the place of a function that is called in the same way: a call that fails is a crash, not the bug."""
    for plain, bug in itertools.zip_longest(*map(_parameters, (getattr(where, name), planted))):
        if plain is None or bug is None or (plain.name, plain.kind) != (bug.name, bug.kind):
            raise TypeError(f"{name} takes {plain}, and {bug} where a bug is planted")
    patch.setattr(where, name, planted)


def _parameters(function: Callable[..., Any]) -> list[inspect.Parameter]:
    return list(inspect.signature(function).parameters.values())


def acknowledgement_taken_for_a_newer_revision(patch: MonkeyPatch) -> None:
    from walker.store.outbox import StoredOutbox

    plain = StoredOutbox.acknowledge

    def acknowledge(self: StoredOutbox, record_id: str, revision: int, record_hash: str) -> None:
        now = self._database.value("SELECT revision FROM records WHERE id = ?", (record_id,))
        plain(self, record_id, now or revision, record_hash)

    _instead(patch, StoredOutbox, "acknowledge", acknowledge)


def new_epoch_ignored(patch: MonkeyPatch) -> None:
    from walker.store.outbox import StoredOutbox

    _instead(patch, StoredOutbox, "begin_epoch", lambda self, epoch: self._settings.set("epoch", epoch))


def sent_hash_forgotten(patch: MonkeyPatch) -> None:
    from walker.store.outbox import StoredOutbox

    _instead(patch, StoredOutbox, "note_sending", lambda self, sent: None)


def cursor_kept_before_the_page(patch: MonkeyPatch) -> None:
    from walker.store.outbox import StoredOutbox

    plain = StoredOutbox.store_page

    def store_page(self: StoredOutbox, page: Any) -> None:
        with self._database.write():
            for scope, seq in page.cursors.items():
                self._database.execute("INSERT OR REPLACE INTO cursors VALUES (?, ?)", (scope, seq))
        plain(self, page)

    _instead(patch, StoredOutbox, "store_page", store_page)


def medium_called_sent_before_the_answer(patch: MonkeyPatch) -> None:
    from sync.client.media import MediaSender

    plain = MediaSender._next

    def begun(self: MediaSender, rest: Any) -> Any:
        some = plain(self, rest)
        self._outbox.media_acknowledged(*(medium.sha256 for medium in some))
        return some

    _instead(patch, MediaSender, "_next", begun)


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

    _instead(patch, Transport, "push", push)


def stale_taken_for_accepted(patch: MonkeyPatch) -> None:
    from sync.client.outcomes import Outcomes

    plain = Outcomes.take

    def take(self: Outcomes, record_id: str, revision: int, outcome: Any) -> None:
        if outcome.outcome == "stale":
            self._outbox.acknowledge(record_id, revision, outcome.hash)
        else:
            plain(self, record_id, revision, outcome)

    _instead(patch, Outcomes, "take", take)


def revoked_copies_kept(patch: MonkeyPatch) -> None:
    from walker.store.copies import Copies

    _instead(patch, Copies, "keep_scopes", lambda self, scopes: None)


def departure_not_heard(patch: MonkeyPatch) -> None:
    from walker.store.copies import Copies

    plain = Copies.store_page
    _instead(patch, Copies, "store_page", lambda self, page: plain(self, dataclasses.replace(page, departures=())))


def what_is_dated_in_the_past_not_sent(patch: MonkeyPatch) -> None:
    from walker.store.outbox import StoredOutbox

    plain, newest = StoredOutbox.outgoing, [""]

    def outgoing(self: StoredOutbox, limit: int | None = None, *, walk_id: str | None = None) -> Any:
        found = [record for record in plain(self, limit, walk_id=walk_id) if _dated(self, record.id) >= newest[0]]
        newest[0] = max([newest[0], *(_dated(self, record.id) for record in found)])
        return found

    _instead(patch, StoredOutbox, "outgoing", outgoing)


def _dated(outbox: Any, record_id: str) -> str:
    return str(outbox._database.value("SELECT updated_at FROM records WHERE id = ?", (record_id,)))


def row_written_before_its_bytes(patch: MonkeyPatch) -> None:
    """A photo is held once its first bytes are there."""
    from sync.server.records import media_store

    plain = media_store.holds
    _instead(
        patch, media_store, "holds", lambda sha256, size: plain(sha256, size) or bool(media_store.parts_of(sha256))
    )


def any_base_accepted(patch: MonkeyPatch) -> None:
    from sync.server.api import judge

    plain = judge.outcome

    def outcome(pushed: Any, head: Any, *, gone: bool, known: Any, writers: Any) -> Any:
        verdict, answer = plain(pushed, head, gone=gone, known=known, writers=writers)
        if verdict == "stale" and head is not None:
            return "accepted", dataclasses.replace(answer, outcome="accepted", head=pushed.hash)
        return verdict, answer

    _instead(patch, judge, "outcome", outcome)


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

    _instead(patch, push, "_in_one_transaction", in_one_transaction)


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

    _instead(patch, push, "_in_one_transaction", in_one_transaction)


def synced_now_and_then(patch: MonkeyPatch) -> None:
    """What SQLite offers for speed; only a power cut can tell."""
    from django.db.backends.sqlite3.base import DatabaseWrapper

    plain = DatabaseWrapper.get_new_connection

    def get_new_connection(self: DatabaseWrapper, conn_params: Any) -> Any:
        connection = plain(self, conn_params)
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    _instead(patch, DatabaseWrapper, "get_new_connection", get_new_connection)


def wrong_bytes_kept(patch: MonkeyPatch) -> None:
    from sync.server.records import media_store

    _instead(patch, media_store, "finish", lambda part, sha256, found=None: media_store._place().put(part, sha256))


def erasures_forgotten_by_a_restore(patch: MonkeyPatch) -> None:
    from sync.server.records import actions

    _instead(patch, actions, "apply_erasure_file", lambda: 0)


def restored_in_the_old_epoch(patch: MonkeyPatch) -> None:
    from sync.server.records import actions

    _instead(patch, actions, "new_epoch", lambda *, at_least=0: "")


def territories_of_others_told(patch: MonkeyPatch) -> None:
    from sync.server.api import pull

    plain = pull.scopes_of

    def scopes_of(device: Any) -> Any:
        return dataclasses.replace(plain(device), territories=frozenset({"bedier_boutroux", "blemont"}))

    _instead(patch, pull, "scopes_of", scopes_of)


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
    departure_not_heard: "report move sync",
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
