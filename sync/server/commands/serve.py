"""`gup serve`: migrates, then answers until SIGTERM. One process with threads on SQLite, more only on PostgreSQL."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from typing import Any

from filelock import FileLock, Timeout

from sync.server import data_folder
from sync.server.commands.database import open_database
from sync.server.commands.refusal import Refusal

THREADS = 16
_DEFAULT_BIND = "127.0.0.1:8000"
# SIGTERM must end everything within 5 s.
_GRACEFUL_SECONDS = 3


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    parser = commands.add_parser("serve", parents=[common], help="run the server")
    parser.add_argument(
        "--bind", default=_DEFAULT_BIND, metavar="HOST:PORT", help=f"default {_DEFAULT_BIND}; port 0: any free one"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until told to stop."""
    lock = FileLock(data_folder.default() / data_folder.SERVE_LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as fault:
        folder = data_folder.default()
        raise Refusal(f"{folder}: a server already runs on this folder; stop it, or give another --data") from fault
    with lock:
        listener = _listen(options.bind)
        open_database(alone=True)
        _begin_again_where_set_back()
        _look_at_the_bucket()
        _be_reached_at(listener)
        _resume()
        if os.name == "nt":
            _granian(listener)
        else:
            _gunicorn(listener)
    return 0


def _begin_again_where_set_back() -> None:
    """Who put a dump back and forgot `gup restore --after-database`; one that died amid an erasure looks the same."""
    from sync.server.commands.restore import begin_again
    from sync.server.records import actions

    if undone := actions.erasures_undone():
        begin_again()
        told = (
            f"{len(undone)} erased records were there again: this database is an older one. They are erased, and a new"
        )
        sys.stderr.write(f"gup: {told} epoch has begun, so that every tablet sends all again\n")


def _look_at_the_bucket() -> None:
    """One that cannot be spoken to is said before the first tablet asks."""
    from django.conf import settings

    from sync.server.records import media_store

    if not settings.MEDIA_BUCKET:
        return
    try:
        media_store.is_there("0" * 64)
        media_store.let_go()
    except ImportError as fault:
        raise Refusal(f"GUP_MEDIA_BUCKET: needs more packages ({fault}); pip install gup-walker[server,s3]") from fault
    except (ValueError, OSError) as fault:
        raise Refusal(f"GUP_MEDIA_BUCKET: {fault}") from fault


def _listen(bind: str) -> socket.socket:
    host, _, port = bind.rpartition(":")
    if not (host.strip("[]") and port.isascii() and port.isdecimal()):  # no host would be every address of this machine
        raise Refusal(f"--bind {bind}: give HOST:PORT, as 127.0.0.1:8000")
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host.strip("[]"), int(port)), family=family, backlog=256)
    except (OSError, OverflowError) as fault:
        raise Refusal(f"--bind {bind}: {fault}; give HOST:PORT that is free, or port 0") from fault


def _be_reached_at(listener: socket.socket) -> None:
    """Without GUP_URL, links in mails name the address that this server listens at."""
    from django.conf import settings

    settings.PUBLIC_URL = settings.PUBLIC_URL or _address(listener).rstrip("/")


def _resume() -> None:
    """What a killed server left half done is done again: a mail twice is better than none."""
    from django_tasks_db.models import DBTaskResult

    from sync.server.api.receivers import receive_again
    from sync.server.records.feed import writing

    receive_again()
    with writing():
        DBTaskResult.objects.filter(status="RUNNING").update(status="READY", started_at=None, worker_ids=[])


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _say(address: str) -> None:
    """The one line on stdout: from now on it answers."""
    sys.stdout.write(address + "\n")
    sys.stdout.flush()


def _gunicorn(listener: socket.socket) -> None:
    from django.db import connection, connections
    from gunicorn.app.base import BaseApplication
    from gunicorn.workers.gthread import ThreadWorker

    from sync.server import slow_requests
    from sync.server.commands import task_thread
    from sync.server.records import media_store
    from sync.server.wsgi import application

    class _Worker(ThreadWorker):  # type: ignore[misc]
        def init_process(self) -> None:
            slow_requests.watch()
            super().init_process()

        def handle(self, conn: Any) -> Any:
            slow_requests.begin(conn.sock)
            try:
                return super().handle(conn)
            finally:
                slow_requests.end(conn.sock)

    address = _address(listener)
    on_sqlite = connection.vendor == "sqlite"
    connections.close_all()
    media_store.let_go()
    settings = {
        "bind": [f"fd://{listener.fileno()}"],
        "worker_class": _Worker,
        "workers": 1 if on_sqlite else int(os.environ.get("GUP_WORKERS", "2")),
        "threads": THREADS,
        "graceful_timeout": _GRACEFUL_SECONDS,
        "keepalive": 75,
        "timeout": 120,
        "loglevel": "warning",
        "control_socket_disable": True,
        "when_ready": lambda _arbiter: _say(address),
        "post_worker_init": lambda _worker: task_thread.start(),
    }

    class _Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return application

    _Server().run()


def _granian(listener: socket.socket) -> None:
    """gunicorn has no build for Windows. granian opens the port itself, so ours is closed just before."""
    from granian import Granian
    from granian.constants import Interfaces

    from sync.server.commands import task_thread

    host, port = listener.getsockname()[:2]
    _say(_address(listener))
    listener.close()
    task_thread.start()
    Granian(
        "sync.server.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        log_access=False,
    ).serve()
