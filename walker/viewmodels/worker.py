"""One thread for what takes long (network, pictures); its results come back on the thread of the window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class Worker(QObject):
    """Jobs run in the order given. Make it on the window's thread."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
        self._ended.connect(lambda report: report())
        self._open = True

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """`then(result)` or `failed(fault)`, on the window's thread. `failed` raises again what it does not know."""

        def work() -> None:
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

        self._threads.submit(work)

    def post(self, report: Callable[[], None]) -> None:
        """From within a job: run this on the window's thread."""
        if self._open:
            self._ended.emit(report)

    def close(self) -> None:
        """Wait for the job under way, drop the others."""
        self._open = False
        self._threads.shutdown(wait=True, cancel_futures=True)
