"""What the tablet refuses or cannot do, as one sentence a person can act on. A bug is never one of these."""

from __future__ import annotations


class WalkerError(Exception):
    """`code` for programs; `str()` is one line: the file or place, what is wrong, and how to mend it."""

    def __init__(self, code: str, message: str, *, file: object = None, mend: str = "") -> None:
        self.code = code
        self.message = message
        self.file = None if file is None else str(file)
        self.mend = mend
        super().__init__(code, message)

    def __str__(self) -> str:
        line = f"{self.file}: {self.message}" if self.file else self.message
        return " ".join((f"{line}; {self.mend}" if self.mend else line).split())


class StoreError(WalkerError):
    """The data folder or its database cannot be opened, read or written.

    Codes: data_in_use, folder_unusable, not_a_database, foreign_database, database_too_new, database_damaged,
    disk_full, photos_stopped, read_only, disk_error, changed_meanwhile, unknown_record, damaged_record,
    device_key_missing.
    """
