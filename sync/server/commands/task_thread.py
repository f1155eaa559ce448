"""Work off the request path: one thread of the server does what the task table holds, and takes in carried bundles."""

from __future__ import annotations

import logging
import threading

_log = logging.getLogger(__name__)
_INTERVAL_SECONDS = 1.0
_AFTER_FAULT_SECONDS = 5.0


def start() -> None:
    """Start the thread; it ends with the process."""
    threading.Thread(target=_work, name="tasks", daemon=True).start()


def _work() -> None:
    from django.db import close_old_connections

    from sync.server.records import carried_bundles

    pause = threading.Event()
    while True:
        wait = _INTERVAL_SECONDS
        for work in (_do_tasks, carried_bundles.take_in_waiting):
            try:
                work()
            except Exception:
                # A fault of one round (a lost database) must not end mail for good.
                _log.exception("tasks: this round failed")
                wait = _AFTER_FAULT_SECONDS
            close_old_connections()
        pause.wait(wait)


def _do_tasks() -> None:
    from django_tasks_db.models import DBTaskResult

    # A plain look first: the worker's own poll would lock the database every second.
    if DBTaskResult.objects.ready().exists():
        run_waiting()


def run_waiting() -> None:
    """Do every task that waits, then return."""
    from django.utils.crypto import get_random_string
    from django_tasks_db.management.commands.db_worker import Worker

    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    ).run()
