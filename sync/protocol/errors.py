"""Every error that crosses the wire or ends a sync.

SyncError
├── Unreachable      no answer: no network, time-out, TLS refused, not a GUP server
├── Refused          the server answered with an error code of ours
└── LocalFault       this side could not read or write its own data
"""

from __future__ import annotations

from enum import Enum


class ErrorCode(Enum):
    """A stable code, its HTTP status, and whether trying again later can help."""

    MALFORMED = ("malformed", 400, False)
    UNSUPPORTED_PROTOCOL = ("unsupported_protocol", 426, False)
    UNKNOWN_DEVICE = ("unknown_device", 401, False)
    REVOKED_DEVICE = ("revoked_device", 403, False)
    BAD_ENROL_CODE = ("bad_enrol_code", 403, False)
    DEVICE_MISMATCH = ("device_mismatch", 409, False)
    COPIED_TABLET = ("copied_tablet", 409, False)
    TOO_LARGE = ("too_large", 413, False)
    TOO_MANY_RECORDS = ("too_many_records", 413, False)
    TOO_MANY_REQUESTS = ("too_many_requests", 429, True)
    UNKNOWN_MEDIUM = ("unknown_medium", 404, False)
    ERASED_MEDIUM = ("erased_medium", 410, False)
    WRONG_OFFSET = ("wrong_offset", 409, True)
    WRONG_HASH = ("wrong_hash", 460, True)
    SERVER_BUSY = ("server_busy", 503, True)
    SERVER_FULL = ("server_full", 507, True)
    SERVER_FAULT = ("server_fault", 500, True)
    # Of one record in a push: never an HTTP status of its own.
    UNKNOWN_RECORD = ("unknown_record", 422, False)
    BAD_FIELD = ("bad_field", 422, False)
    HASH_MISMATCH = ("hash_mismatch", 422, False)
    NOT_CANONICAL = ("not_canonical", 422, False)
    NOT_YOURS = ("not_yours", 422, False)
    NOT_ALLOWED_HERE = ("not_allowed_here", 422, False)
    # Of the tablet's side only.
    UNREACHABLE = ("unreachable", 0, True)
    UNTRUSTED_SERVER = ("untrusted_server", 0, True)
    CERTIFICATE_DATE = ("certificate_date", 0, True)
    CERTIFICATE_NAME = ("certificate_name", 0, True)
    CERTIFICATE_SIGNER = ("certificate_signer", 0, True)
    BAD_AUTHORITY = ("bad_authority", 0, False)
    NOT_A_SERVER = ("not_a_server", 0, False)
    INSECURE_ADDRESS = ("insecure_address", 0, False)
    NOT_ENROLLED = ("not_enrolled", 0, False)
    MISSING_FILE = ("missing_file", 0, False)
    DAMAGED_RECORD = ("damaged_record", 0, False)
    OUTDATED_ANSWER = ("outdated_answer", 0, False)
    STOPPED = ("stopped", 0, True)

    def __init__(self, code: str, http_status: int, retryable: bool) -> None:
        self.code = code
        self.http_status = http_status
        self.retryable = retryable

    @classmethod
    def of(cls, code: str) -> ErrorCode | None:
        """The member with that code; None when a newer server sent one that we do not know."""
        return next((member for member in cls if member.code == code), None)


# A sync that ended so ends so again, until somebody enrols the tablet again, lets it back in or installs an update.
FOR_A_PERSON = frozenset(
    (
        ErrorCode.UNKNOWN_DEVICE,
        ErrorCode.REVOKED_DEVICE,
        ErrorCode.UNSUPPORTED_PROTOCOL,
        ErrorCode.MALFORMED,
        ErrorCode.NOT_ENROLLED,
        ErrorCode.INSECURE_ADDRESS,
    )
)


class SyncError(Exception):
    """A sync that could not go on; `str()` is one line for a person. `retry_after`: seconds the server asked for."""

    def __init__(self, error: ErrorCode, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.error = error
        self.retry_after = retry_after

    @property
    def code(self) -> str:
        """Of the error, as in docs/errors.md."""
        return self.error.code


class Unreachable(SyncError):
    """No answer, or an answer that no GUP server gives."""


class Refused(SyncError):
    """The server said no, and why."""


class LocalFault(SyncError):
    """This side's own data could not be read or written."""
