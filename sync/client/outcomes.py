"""What the server's word on a pushed record means for the outbox, whether it came over the network or in a bundle."""

from __future__ import annotations

from collections import Counter

from sync.client.outbox import Outbox
from sync.protocol import messages

# A head that we sent is answered `stale` once; more often means that two tablets fight over one id.
_MOST_REBASES = 3


class Outcomes:
    """Takes them one by one, inside a transaction of the outbox; counts what they were. `gone` is still to be removed.

    Files go with an erased record, and a file cannot be rolled back: `remove_gone` comes after the transaction.
    """

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._rebases: Counter[str] = Counter()
        self._gone: list[str] = []
        self.accepted = 0
        self.same = 0

    def take(self, record_id: str, revision: int, outcome: messages.Outcome) -> None:
        if outcome.outcome == messages.GONE:
            self._gone.append(record_id)
        elif outcome.outcome in (messages.ACCEPTED, messages.SAME):
            self._outbox.acknowledge(record_id, revision, outcome.hash)
            self.accepted += outcome.outcome == messages.ACCEPTED
            self.same += outcome.outcome == messages.SAME
        elif outcome.outcome == messages.STALE and self._may_rebase(record_id, outcome):
            self._outbox.rebase(record_id, outcome.head or "")
        elif outcome.outcome in (messages.STALE, messages.CONFLICT):
            self._outbox.conflict(record_id, revision, outcome.head, outcome.head_body)
        else:
            code = outcome.code or outcome.outcome
            self._outbox.refuse(record_id, revision, code, outcome.field or "", outcome.message)

    def remove_gone(self) -> list[str]:
        """What was erased by request of a person goes here too; the ids."""
        gone, self._gone = self._gone, []
        for record_id in gone:
            self._outbox.remove_erased(record_id)
        return gone

    def _may_rebase(self, record_id: str, outcome: messages.Outcome) -> bool:
        self._rebases[record_id] += 1
        head = outcome.head
        return (
            head is not None and self._rebases[record_id] <= _MOST_REBASES and self._outbox.ever_sent(record_id, head)
        )
