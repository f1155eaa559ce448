"""`gup serve`: migrates, then answers until SIGTERM. One process with threads on SQLite, more only on PostgreSQL."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from typing import Any

from sync.server.commands.database import open_database

THREADS = 8
_DEFAULT_BIND = "127.0.0.1:8000"
# SIGTERM must end everything within 5 s.
_GRACEFUL_SECONDS = 3


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    parser = commands.add_parser("serve", parents=[common], help="run the server")
    parser.add_argument(
        "--bind", default=_DEFAULT_BIND, metavar="HOST:PORT", help=f"default {_DEFAULT_BIND}; :0 picks a port"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until told to stop."""
    open_database()
    host, _, port = options.bind.rpartition(":")
    listener = socket.create_server(
        (host.strip("[]"), int(port)), family=socket.AF_INET6 if ":" in host else socket.AF_INET
    )
    address = f"http://{host}:{listener.getsockname()[1]}/"
    sys.stdout.write(address + "\n")
    sys.stdout.flush()
    _gunicorn(listener)
    return 0


def _gunicorn(listener: socket.socket) -> None:
    from django.db import connection, connections
    from gunicorn.app.base import BaseApplication

    from sync.server.wsgi import application

    on_sqlite = connection.vendor == "sqlite"
    connections.close_all()
    settings = {
        "bind": [f"fd://{listener.fileno()}"],
        "worker_class": "gthread",
        "workers": 1 if on_sqlite else int(os.environ.get("GUP_WORKERS", "2")),
        "threads": THREADS,
        "graceful_timeout": _GRACEFUL_SECONDS,
        "keepalive": 75,
        "timeout": 120,
        "loglevel": "warning",
        "control_socket_disable": True,
    }

    class _Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return application

    _Server().run()
