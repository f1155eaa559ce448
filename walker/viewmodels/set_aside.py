"""What the office set aside of what was carried: told on the sync page until a person has read it.

To the tablet that carried it, and to the one that wrote it: nothing in it counts as sent.
"""

from __future__ import annotations

from sync.protocol import times
from sync.protocol.records import BundleNotice
from walker.viewmodels.rows import Row
from walker.viewmodels.tablet import Tablet

SET_ASIDE_NAMES = ("reason", "receivedMs", "sizeBytes", "carriedHere")
_READ = "set_aside_read"  # the setting: ids, with spaces between


def set_aside_rows(tablet: Tablet) -> list[Row]:
    """Those that nobody here has read, the oldest first."""
    settings = tablet.store.settings
    read, own = (settings.get(_READ) or "").split(), settings.get("device_id")
    return [
        {
            "reason": notice.reason,
            "receivedMs": times.parse_time(notice.received_at).timestamp() * 1000,
            "sizeBytes": float(notice.size),
            "carriedHere": notice.carrier == own,
        }
        for notice in tablet.store.copies.all(BundleNotice)
        if notice.id not in read
    ]


def read_set_aside(tablet: Tablet) -> None:
    """A person has read all that are here."""
    tablet.store.settings.set(_READ, " ".join(notice.id for notice in tablet.store.copies.all(BundleNotice)))
