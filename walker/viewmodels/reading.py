"""What takes too long for the window's thread is read beside it: once at a time, only the newest answer is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from walker.viewmodels.tablet import Tablet


class Reading:
    """`ask` again while one is under way: the one under way is dropped, the new one follows."""

    def __init__(self, tablet: Tablet) -> None:
        self._tablet = tablet
        self._wanted: tuple[Callable[[], Any], Callable[[Any], None]] | None = None
        self.under_way = False

    def ask(self, read: Callable[[], Any], show: Callable[[Any], None]) -> None:
        """`show(read())`, later, on the window's thread."""
        self._wanted = (read, show)
        if not self.under_way:
            self._start()

    def drop(self) -> None:
        """Nobody waits for it any more."""
        self._wanted = (_nothing, _nobody) if self.under_way else None

    def _start(self) -> None:
        assert self._wanted is not None
        (read, show), self._wanted = self._wanted, None
        self.under_way = True

        def done(result: Any) -> None:
            self.under_way = False
            if self._wanted is not None:
                self._start()
            else:
                show(result)

        def failed(fault: Exception) -> None:
            self.under_way = False
            self._tablet.tell(fault)

        self._tablet.reads.run(read, done, failed)


def _nothing() -> None:
    pass


def _nobody(_result: Any) -> None:
    pass
