"""Long work happens beside the window, one job after the other; results come back on the window's thread."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from walker.viewmodels.worker import Worker


def test_a_job_runs_elsewhere_and_its_result_comes_back_here(qtbot: QtBot) -> None:
    worker = Worker()
    seen: list[object] = []
    worker.run(
        lambda: threading.current_thread().name,
        lambda name: seen.extend([name, threading.current_thread() is threading.main_thread()]),
        pytest.fail,
    )
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert str(seen[0]).startswith("worker")
    assert seen[1] is True
    worker.close()


def test_a_failed_job_is_told_and_the_next_one_runs(qtbot: QtBot) -> None:
    worker = Worker()
    seen: list[object] = []
    worker.run(lambda: 1 // 0, pytest.fail, lambda fault: seen.append(type(fault)))
    worker.run(lambda: "next", seen.append, pytest.fail)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [ZeroDivisionError, "next"]
    worker.close()


def test_whoever_has_to_can_wait_for_all_that_was_asked(qtbot: QtBot) -> None:
    worker = Worker()
    done: list[str] = []
    told: list[str] = []
    for name in ("first", "second"):
        worker.run(lambda name=name: done.append(name) or name, told.append, pytest.fail)  # type: ignore[misc]
    worker.settle()
    assert (done, told) == (["first", "second"], [])
    qtbot.waitUntil(lambda: told == done)
    worker.close()
    worker.settle()


def test_closing_waits_for_the_job_under_way_and_drops_its_result(qtbot: QtBot) -> None:
    worker = Worker()
    began, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def job() -> None:
        began.set()
        go_on.wait(10)
        ended.set()

    worker.run(job, lambda _: pytest.fail("the window is gone"), pytest.fail)
    assert began.wait(10)
    threading.Timer(0.05, go_on.set).start()
    assert worker.close()
    assert ended.is_set()
    qtbot.wait(20)


def test_closing_does_not_wait_for_ever_and_a_job_can_ask(qtbot: QtBot) -> None:
    worker = Worker()
    began, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def job() -> bool:
        began.set()
        go_on.wait(10)
        assert worker.is_closed()
        ended.set()
        return True

    worker.run(job, lambda _: pytest.fail("the window is gone"), pytest.fail)
    worker.run(lambda: pytest.fail("dropped"), pytest.fail, pytest.fail)
    assert began.wait(10)
    assert not worker.close()
    go_on.set()
    assert ended.wait(10)
    assert worker.close()


def test_a_job_given_after_the_close_is_dropped(qtbot: QtBot) -> None:
    """A report that was on its way when the window closed may ask for one more."""
    worker = Worker()
    worker.close()
    ran: list[int] = []
    worker.run(lambda: ran.append(1), lambda _: None, lambda fault: None)
    qtbot.wait(20)
    assert ran == []


def test_a_result_on_its_way_when_the_worker_closes_is_dropped(qtbot: QtBot) -> None:
    """It would be told to a window and a store that are gone: the window of a trial walk closes before the app does."""
    worker = Worker()
    told: list[str] = []
    worker.run(lambda: "late", told.append, lambda fault: None)
    worker.run(lambda: worker.post(lambda: told.append("posted")), lambda _: None, lambda fault: None)
    assert worker._threads.submit(lambda: True).result(10)
    worker.close()
    qtbot.wait(20)
    assert told == []
