"""Tablets that share records because one is a copy of another: after the split each may go on from what both had."""

from __future__ import annotations

from django.db.models import Q

from sync.server.accounts.models import Device


class Writers:
    """Whose records a tablet may push: its own, and those of its kin. Asked for only when a record is not its own."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._kin: frozenset[str] | None = None

    def __contains__(self, writer: object) -> bool:
        if writer == self._device.id:
            return True
        if self._kin is None:
            self._kin = kin_of(self._device)
        return writer in self._kin


def kin_of(device: Device) -> frozenset[str]:
    """The ids of the tablet and of all that were once one with it."""
    first = device.family or device.id
    found = Device.objects.filter(Q(pk=first) | Q(family=first)).values_list("pk", flat=True)
    return frozenset(found) | {device.id}
