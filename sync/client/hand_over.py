"""Brings a sealed file to the tablet that carries it, over the local network, going on where it was cut."""

from __future__ import annotations

import hashlib
import http.client
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sync.durable import sha256_of
from sync.protocol.errors import ErrorCode, LocalFault, Refused, SyncError, Unreachable
from sync.protocol.handover import Handover

Progress = Callable[[int, int], None]
_BLOCK = 1024 * 1024
_CONNECT_S, _IDLE_S = 3.0, 20.0
_OK, _NO_CONTENT, _FORBIDDEN, _FULL = 200, 204, 403, 507


def hand_over(
    handover: Handover,
    sealed: Path,
    *,
    progress: Progress = lambda done, size: None,
    stopping: Callable[[], bool] = lambda: False,
) -> None:
    """All of it, on the carrier's disk when this returns. Raises SyncError; the file stays here.

    `progress(done, size)`: bytes that the carrier holds. Each address of the square is tried in turn.
    """
    name = sha256_of(sealed)
    bringing = _Bringing(handover=handover, sealed=sealed, name=name, progress=progress, stopping=stopping)
    fault: SyncError = Unreachable(ErrorCode.UNREACHABLE, "the square names no address")
    for address in handover.addresses:
        try:
            bringing.to(address)
        except Unreachable as unreachable:
            fault = unreachable
        else:
            return
    raise fault


@dataclass(frozen=True, kw_only=True)
class _Bringing:
    handover: Handover
    sealed: Path
    name: str
    progress: Progress
    stopping: Callable[[], bool]

    def to(self, address: str) -> None:
        size = self.sealed.stat().st_size
        link = _Pinned(address, self.handover)
        try:
            offset = self._asked(link, "HEAD", {})
            is_kept = False  # asked once at least: bytes that all lie there need not be a whole file yet
            with self.sealed.open("rb") as file:
                while not is_kept:
                    if self.stopping():
                        raise LocalFault(ErrorCode.STOPPED, "handing over was stopped; it can go on where it is")
                    file.seek(offset)
                    told = {"Upload-Offset": str(offset), "Upload-Length": str(size)}
                    offset = self._asked(link, "PATCH", told, file.read(_BLOCK))
                    is_kept = offset == size
                    self.progress(offset, size)
        except (OSError, http.client.HTTPException) as fault:
            message = "the other tablet cannot be reached: be on the same Wi-Fi, and scan its square again"
            raise Unreachable(ErrorCode.UNREACHABLE, message) from fault
        finally:
            link.close()

    def _asked(self, link: _Pinned, method: str, told: dict[str, str], body: bytes | None = None) -> int:
        """How many bytes the carrier holds then."""
        headers = {"Authorization": f"Bearer {self.handover.secret}", **told}
        link.request(method, f"/v1/{self.name}", body, headers)
        answer = link.getresponse()
        answer.read()
        if answer.status == _FORBIDDEN:
            raise Refused(ErrorCode.BAD_ENROL_CODE, "this square is no longer shown: scan the one that is")
        if answer.status == _FULL:
            raise Refused(ErrorCode.SERVER_FULL, "the other tablet has no room left for this")
        offset = answer.getheader("Upload-Offset", "")
        if answer.status not in (_OK, _NO_CONTENT) or not offset.isdecimal():
            raise http.client.HTTPException(f"status {answer.status}")
        return int(offset)


class _Pinned(http.client.HTTPSConnection):
    """A link to the one certificate that the square names; nothing is said to any other."""

    def __init__(self, address: str, handover: Handover) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # its own certificate: known by its sha256, below
        super().__init__(address, handover.port, timeout=_CONNECT_S, context=context)
        self._wanted = handover.certificate

    def connect(self) -> None:
        super().connect()
        seen = self.sock.getpeercert(binary_form=True)
        if seen is None or hashlib.sha256(seen).hexdigest() != self._wanted:
            self.close()
            raise Unreachable(ErrorCode.UNTRUSTED_SERVER, "what answers there is not the tablet of this square")
        self.sock.settimeout(_IDLE_S)
