"""The one exception for an input file that cannot be used, so that every command reports it the same way."""

from __future__ import annotations

from pathlib import Path


class InputError(Exception):
    """A file refused as a whole: a stable code and one line that names the file, the place and the mend.

    Codes shared by all readers: ``file_missing``, ``file_unreadable``, ``file_empty``, ``file_too_large``,
    ``unknown_format``; each reader's own start with its noun (``log_``, ``table_``, ``territory_``).
    """

    def __init__(
        self, code: str, message: str, *, file: Path | str, place: str | None = None, mend: str | None = None
    ) -> None:
        self.code = code
        self.message = message
        self.file = str(file)
        self.place = place
        self.mend = mend
        super().__init__(code, message)

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        line = f"{where}: {self.message}"
        if self.mend:
            line += f"; {self.mend}"
        return " ".join(line.split())


def unopened(fault: OSError, file: Path) -> InputError:
    """What is said of a file that is not there, or that the system does not let us read."""
    if isinstance(fault, FileNotFoundError):
        return InputError("file_missing", "there is no such file", file=file, mend="check its name and folder")
    reason = fault.strerror or str(fault)
    return InputError(
        "file_unreadable", f"it cannot be read ({reason})", file=file, mend="check the file and its rights"
    )
