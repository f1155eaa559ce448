"""Reports near a place, this tablet's and others': what may be the same thing is looked for among few, not all."""

from __future__ import annotations

from sync.protocol.records import Report
from sync.rules.geodesy import Box
from walker.store.copies import SHOWN, Copies
from walker.store.database import StoreDatabase
from walker.store.records import Records

_DEGREES = 10_000_000
# Damaged bytes are no JSON: they are passed over here, and named by doctor.
_WITHIN = """
    CASE WHEN json_valid(CAST(body AS TEXT)) THEN
        json_extract(CAST(body AS TEXT), '$.position.lat_e7') BETWEEN ? AND ?
        AND json_extract(CAST(body AS TEXT), '$.position.lon_e7') BETWEEN ? AND ? END
"""


class Nearby:
    """Reads only."""

    def __init__(self, database: StoreDatabase, records: Records, copies: Copies) -> None:
        self._database = database
        self._records = records
        self._copies = copies

    def reports(self, box: Box) -> list[Report]:
        """Those with a place inside the box that are not deleted."""
        bounds = [round(value * _DEGREES) for value in (box.south, box.north, box.west, box.east)]
        ours, theirs = (
            self._database.query(
                f"SELECT id, hash, body FROM {table} WHERE kind = ? AND {shown} AND {_WITHIN}", [Report.RECORD, *bounds]
            )
            for table, shown in (("visible_records", "deleted_at IS NULL"), ("copies", SHOWN))
        )
        return [*self._records.read(Report, ours), *self._copies.read(Report, theirs)]
