"""`push`: many records, one durable transaction, one answer each. Pushing again is harmless."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from django.db import DatabaseError, IntegrityError, InterfaceError, connection
from django.http import HttpRequest

from sync.protocol import endpoints, messages
from sync.protocol.errors import ErrorCode, Refused
from sync.protocol.records import ExploratoryWalk, Record, walk_of
from sync.server.accounts.kin import Writers
from sync.server.accounts.models import Device
from sync.server.api import judge, media_names, receivers
from sync.server.api.bodies import read_message
from sync.server.api.judge import Pushed
from sync.server.api.placing import Placing, place_rest
from sync.server.records import actions, bulk
from sync.server.records import feed as feed_of
from sync.server.records.feed import Feed, Head, writing
from sync.server.records.models import Conflict
from sync.server.records.models import Record as Row

_log = logging.getLogger(__name__)
_HEAD = ("id", "kind", "revision", "hash", "writer", "device", "walk_id", "territory", "restricted")


def answer(request: HttpRequest, device: Device) -> messages.PushAnswer:
    """Raises Refused: TOO_LARGE, TOO_MANY_RECORDS, MALFORMED. Answers only once the disk has what it accepted."""
    return take_in(read_message(request, messages.PushRequest, endpoints.MAX_PUSH_BYTES), device)


def take_in(message: messages.PushRequest, device: Device) -> messages.PushAnswer:
    """The same, however it came. Raises Refused: TOO_MANY_RECORDS."""
    if len(message.records) > endpoints.MAX_PUSH_RECORDS:
        most = endpoints.MAX_PUSH_RECORDS
        raise Refused(ErrorCode.TOO_MANY_RECORDS, f"{len(message.records)} records: at most {most}")
    # Reading and hashing need no lock: other tablets write meanwhile.
    writers = Writers(device)
    read = [judge.read(item, writers) for item in message.records]
    pushed = [item for item in read if isinstance(item, Pushed)]
    if not pushed:
        return _answer([item for item in read if isinstance(item, messages.Outcome)], ())
    verdicts = _judge_and_store(device, pushed)
    outcomes = [verdicts.pop(0) if isinstance(item, Pushed) else item for item in read]
    return _answer(outcomes, media_names.wanted(item.record for item in pushed))


def _judge_and_store(device: Device, pushed: list[Pushed]) -> list[messages.Outcome]:
    """All in one transaction. A fault of ours undoes it, then each alone: what cannot be taken in blocks no other."""
    try:
        return _in_one_transaction(device, pushed)
    except IntegrityError:  # another transaction made one of these rows meanwhile: now it is seen
        _log.warning("a push of tablet %s met another one; judged again", device.id)
        return _in_one_transaction(device, pushed)
    except (DatabaseError, InterfaceError, OSError):  # the disk or the database: nothing to do with what was sent
        raise
    except Exception:
        _log.exception("a push of tablet %s failed; taking its records in one by one", device.id)
    return [_alone(device, item) for item in pushed]


def _alone(device: Device, item: Pushed) -> messages.Outcome:
    try:
        return _in_one_transaction(device, [item])[0]
    except (DatabaseError, InterfaceError, OSError):
        raise
    except Exception:
        _log.exception("%s %s cannot be taken in", item.record.RECORD, item.record.id)
        return judge.rejected(item.hash, ErrorCode.SERVER_FAULT, "", "the server failed on it; its log says why")


def _in_one_transaction(device: Device, pushed: list[Pushed]) -> list[messages.Outcome]:
    with writing() as feed:
        _one_push_of_this_tablet(device)
        return _Batch(device, pushed, feed).take_in()


def _answer(outcomes: list[messages.Outcome], wanted: Iterable[str]) -> messages.PushAnswer:
    epoch, seq = feed_of.epoch_and_number()
    return messages.PushAnswer(epoch=epoch, outcomes=tuple(outcomes), wanted=tuple(wanted), seq=seq)


def _one_push_of_this_tablet(device: Device) -> None:
    """On PostgreSQL two pushes of one tablet, or of two that were one, wait for one another; SQLite has one writer."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [device.family or device.id])


class _Batch:
    """What one push does inside its transaction."""

    def __init__(self, device: Device, pushed: list[Pushed], feed: Feed) -> None:
        self._device = device
        self._pushed = pushed
        self._feed = feed
        ids = {item.record.id for item in pushed}
        self._heads = _heads(ids)
        self._gone = {record_id for (record_id,) in bulk.found(["record_id"], "records_erasure", "record_id", ids)}
        self._writers = Writers(device)
        self._replaced: set[str] = set()
        self._moved_walks: set[str] = set()
        self._known: defaultdict[str, set[str]] = defaultdict(set)
        known = bulk.found(["record_id", "hash"], "records_knownhash", "record_id", self._heads)
        for record_id, record_hash in known:
            self._known[record_id].add(record_hash)

    def take_in(self) -> list[messages.Outcome]:
        """The outcomes, in the order pushed."""
        outcomes, accepted, kept = [], [], []
        placing = Placing((item.record for item in self._pushed), held=self._heads.keys())
        for item in self._pushed:
            head = self._heads.get(item.record.id)
            verdict, outcome = judge.outcome(
                item,
                head,
                gone=item.record.id in self._gone,
                known=self._known.get(item.record.id, ()),
                writers=self._writers,
            )
            outcomes.append(outcome)
            if verdict == messages.ACCEPTED:
                self._accept(item, head, placing)
                accepted.append(item)
            elif verdict in (messages.STALE, messages.CONFLICT) and head is not None:
                kept.append((item, head))
        self._keep_both(kept)
        self._keep_replaced()
        if accepted:
            self._after(accepted, placing)
        return self._with_both_versions(outcomes, kept)

    def _with_both_versions(
        self, outcomes: list[messages.Outcome], kept: list[tuple[Pushed, Head]]
    ) -> list[messages.Outcome]:
        """A copied tablet is shown what the other one sent: what stood under its own id is its own to read."""
        heads = {item.hash: head for item, head in kept if head.writer in self._writers}
        held = Row.objects.filter(pk__in=[head.id for head in heads.values()]).values_list("hash", "body")
        bodies = {head_hash: bytes(body).decode() for head_hash, body in held} if heads else {}
        return [
            replace(outcome, head_body=bodies.get(outcome.head or "")) if outcome.hash in heads else outcome
            for outcome in outcomes
        ]

    def _accept(self, item: Pushed, head: Head | None, placing: Placing) -> None:
        record, place = item.record, placing.of(item.record)
        self._feed.accept(
            record,
            item.body,
            item.hash,
            device=self._device.id,
            territory=place.territory,
            restricted=place.restricted,
            head=head,
        )
        if head is not None:
            self._known[record.id].add(head.hash)
            if head.device != self._device.id:
                self._replaced.add(record.id)
        if isinstance(record, ExploratoryWalk) and (head.territory if head else "") != place.territory:
            self._moved_walks.add(record.id)
        self._heads[record.id] = Head(
            id=record.id,
            kind=record.RECORD,
            revision=record.revision,
            hash=item.hash,
            writer=record.writer,
            device=self._device.id,
            walk_id=walk_of(record) or "",
            territory=place.territory,
            restricted=place.restricted,
        )

    def _keep_both(self, kept: list[tuple[Pushed, Head]]) -> None:
        """A stale revision is kept too: if its tablet cannot go on from our head, a person sees both."""
        if kept:
            actions.keep_beside(
                Conflict(
                    record_id=item.record.id,
                    hash=item.hash,
                    body=item.body,
                    device=self._device.id,
                    head=head.hash,
                    received_at=self._feed.at,
                )
                for item, head in kept
            )

    def _keep_replaced(self) -> None:
        """What another tablet last said of a record stays readable beside what this one says now."""
        if self._replaced:
            rows = Row.objects.filter(pk__in=self._replaced).values("id", "hash", "body", "device", "received_at")
            actions.keep_beside(
                Conflict(
                    record_id=row["id"],
                    hash=row["hash"],
                    body=bytes(row["body"]),
                    device=row["device"],
                    head=self._heads[row["id"]].hash,
                    received_at=row["received_at"],
                )
                for row in rows
            )

    def _after(self, accepted: list[Pushed], placing: Placing) -> None:
        records = [item.record for item in accepted]
        replaced = {item.record.id: item.hash for item in accepted if item.base is not None}
        if replaced:
            actions.took_the_head(replaced)
        actions.note_participation(self._device.id, {walk for record in records if (walk := walk_of(record))})
        media_names.note(records, self._device.id)
        place_rest(placing, records, self._moved_walks, self._feed)
        receivers.receive(_latest(records), self._feed)


def _heads(ids: set[str]) -> dict[str, Head]:
    rows = bulk.found(_HEAD, "records_record", "id", ids)
    return {row[0]: Head(**dict(zip(_HEAD, row, strict=True)) | {"restricted": bool(row[-1])}) for row in rows}


def _latest(records: list[Record]) -> list[Record]:
    """Of a record pushed twice in one batch only the last revision concerns the office."""
    return list({record.id: record for record in records}.values())
