"""The provisional number of a finding: short enough to say on the phone, until the server gives the final one."""

from __future__ import annotations

import hashlib

from walker.store import Store

# No letter that is heard or read as another one, or as a digit.
_LETTERS = "ACDEFHKLPRTX"
_COUNTER = "last_number"


def next_number(store: Store) -> str:
    """Such as `KT-0042`: two letters of this tablet, and a count. Call it inside the transaction that uses it."""
    count = int(store.settings.get(_COUNTER) or 0) + 1
    store.settings.set(_COUNTER, str(count))
    first, second = hashlib.sha256(store.identity.device_id().encode()).digest()[:2]
    return f"{_LETTERS[first % len(_LETTERS)]}{_LETTERS[second % len(_LETTERS)]}-{count:04d}"
