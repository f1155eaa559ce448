"""What tablets carried and the server could not take in, as the page of tablets shows it, and what a person decides."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from filelock import Timeout

from sync.protocol.errors import ErrorCode
from sync.server.accounts.models import Device, User
from sync.server.records import carried_bundles
from sync.server.records.models import BundleDecision, CarriedBundle

_LAST_DECISIONS = 20
_MOST_SIGNS = 500
_WRONG: Mapping[str, Promise] = {
    ErrorCode.UNKNOWN_DEVICE.code: gettext_lazy("It comes from a tablet that was never enrolled here."),
    ErrorCode.REVOKED_DEVICE.code: gettext_lazy("It comes from a tablet that was taken away."),
    ErrorCode.DEVICE_MISMATCH.code: gettext_lazy("It is signed by another key than its tablet’s: do not use it."),
    "file_missing": gettext_lazy("Its file is no longer on this server."),
    "bundle_too_new": gettext_lazy("A newer version of the app wrote it: update this server."),
}
_UNREADABLE = gettext_lazy("It cannot be read: damaged, or meant for another server.")


@dataclass(frozen=True, kw_only=True)
class Stuck:
    """One of them, with the names of the tablets concerned; `wrong` is empty where the server itself failed."""

    row: CarriedBundle
    carrier: str
    origin: str
    wrong: str

    @property
    def is_set_aside(self) -> bool:
        return self.row.state == CarriedBundle.State.SET_ASIDE


def context(devices: QuerySet[Device]) -> dict[str, object]:
    """What these tablets carried or wrote, and waits for a person; the last decisions, the newest first."""
    names = {device.pk: str(device) for device in devices}
    decisions = BundleDecision.objects.select_related("bundle").order_by("-id")
    return {
        "stuck": [_stuck(row, names) for row in carried_bundles.to_decide().filter(_concern(names))],
        "decisions": decisions.filter(_concern(names, "bundle__"))[:_LAST_DECISIONS],
    }


def set_aside(said: Mapping[str, str], devices: QuerySet[Device], name: str, *, by: User) -> tuple[int, str]:
    """The level and the words of what to tell. Raises Http404 when that bundle is none of these tablets'."""
    own = [device.pk for device in devices]
    if not CarriedBundle.objects.filter(_concern(own), pk=name).exists():
        raise Http404
    reason, choice = said.get("reason", "").replace("\0", "").strip()[:_MOST_SIGNS], said.get("bytes", "")
    if not reason:
        return messages.ERROR, _("Say why: the tablet that carried it is told.")
    if choice not in ("keep", "erase"):
        return messages.ERROR, _("Choose whether its file is kept or erased.")
    erase = choice == "erase"
    try:
        done = carried_bundles.set_aside(name, by=by.get_username(), reason=reason, erase_bytes=erase)
    except Timeout:
        return messages.ERROR, _("The server is trying it just now. Try again in a moment.")
    if not done:
        return messages.INFO, _("Nothing to decide: it was taken in, or somebody decided meanwhile.")
    if erase:
        return messages.SUCCESS, _("Set aside, and its file erased. The tablet is told at its next sync.")
    return messages.SUCCESS, _("Set aside; its file is kept. The tablet is told at its next sync.")


def _concern(devices: Collection[str], bundle: str = "") -> Q:
    """What one of these tablets carried or wrote; `bundle`: the way there from the row that is asked for."""
    return Q(**{f"{bundle}carrier__in": devices}) | Q(**{f"{bundle}device__in": devices})


def _stuck(row: CarriedBundle, names: Mapping[str, str]) -> Stuck:
    failing = row.state == CarriedBundle.State.RECEIVED
    return Stuck(
        row=row,
        carrier=names.get(row.carrier, row.carrier[:8]),
        origin=names.get(row.device, row.device[:8]),
        wrong="" if failing else str(_WRONG.get(row.code, _UNREADABLE)),
    )
