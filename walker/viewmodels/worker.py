"""One thread for what takes long (network, pictures); its results come back on the thread of the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")
PATIENCE_S = 1.5


class Worker(QObject):
    """Jobs run in the order given. Make it on the window's thread."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ended.connect(self._report)
        self._open = True
        self._under_way = threading.Lock()

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")

    def is_closed(self) -> bool:
        """Whether nobody waits for a job any more."""
        return not self._open

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """`then(result)` or `failed(fault)`, on the window's thread. `failed` raises again what it does not know.

        Nothing once it is closed: what the last job reports may ask for the next one.
        """

        def work() -> None:
            with self._under_way:
                if self._open:
                    attempt()

        def attempt() -> None:
            report: Callable[[], Any]
            try:
                result = job()
            except Exception as fault:
                caught = fault
                report = lambda: failed(caught)  # noqa: E731
            else:
                report = lambda: then(result)  # noqa: E731
            if self._open:
                self._ended.emit(report)

        if self._open:
            self._threads.submit(work)

    @Slot(object)
    def _report(self, report: Callable[[], None]) -> None:
        """Nothing of what was on its way when the worker closed: its store may be closed, too."""
        if self._open:
            report()

    def post(self, report: Callable[[], None]) -> None:
        """From within a job: run this on the window's thread."""
        if self._open:
            self._ended.emit(report)

    def settle(self) -> None:
        """Wait until all that was asked for so far has been done; it reports afterwards."""
        if self._open:
            self._threads.submit(_nothing).result()

    def close(self) -> bool:
        """Drop the jobs that wait and leave the one under way a moment to end; whether it did."""
        self._open = False
        if "_threads" in vars(self):  # made by its first job
            self._threads.shutdown(wait=False, cancel_futures=True)
        ended = self._under_way.acquire(timeout=PATIENCE_S)
        if ended:
            self._under_way.release()
        return ended


def _nothing() -> None:
    pass
