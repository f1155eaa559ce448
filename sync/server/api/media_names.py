"""Which bytes accepted records name: only these may be sent, by that tablet, with that size."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from sync.protocol.errors import ErrorCode, Refused
from sync.protocol.records import Photo, Record, VoiceNote
from sync.server.accounts.kin import kin_of
from sync.server.accounts.models import Device
from sync.server.api.judge import media_of
from sync.server.records import actions
from sync.server.records.models import Medium, Naming

_SIZE = """
    SELECT records_naming.size FROM records_naming JOIN records_medium ON records_medium.sha256 = records_naming.sha256
    WHERE records_naming.sha256 = %s AND records_naming.device = %s AND records_medium.state <> %s LIMIT 1
"""


def note(records: Iterable[Record], device_id: str) -> None:
    """Remember what these accepted records name; bytes that no record names any more go."""
    named = {record.id: media_of(record) for record in records if isinstance(record, Photo | VoiceNote)}
    if named:
        actions.name_media(named, device_id)


def wanted(records: Iterable[Record]) -> list[str]:
    """Of the media these records name, those the server does not hold."""
    named = [sha256 for record in records for sha256, _size in media_of(record).values()]
    missing = Medium.objects.filter(sha256__in=named, state=Medium.State.WANTED).values_list("sha256", flat=True)
    return sorted(missing) if named else []


def allowed_size(sha256: str, device: Device) -> int:
    """The size of a medium that this tablet may send. Raises Refused: ERASED_MEDIUM, UNKNOWN_MEDIUM."""
    with connection.cursor() as cursor:  # asked for each photo: made by the ORM it costs as much as to write it
        cursor.execute(_SIZE, [sha256, device.id, Medium.State.ERASED])
        found = cursor.fetchone()
    if found is not None:
        return int(found[0])
    if Medium.objects.filter(pk=sha256, state=Medium.State.ERASED).exists():
        raise Refused(ErrorCode.ERASED_MEDIUM, "this medium was erased at a person's request")
    # Of a record that its other half pushed, before they parted.
    naming = Naming.objects.filter(sha256=sha256, device__in=kin_of(device)).first()
    if naming is None:
        raise Refused(ErrorCode.UNKNOWN_MEDIUM, "no accepted record of this tablet names this medium: push it first")
    return naming.size
