"""Where the server keeps everything: one folder with the database, media, locks and the secret key."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import platformdirs

DATABASE = "gup.sqlite3"
MEDIA = "media"
SECRET_KEY = "secret_key"
WRITE_LOCK = "write.lock"
SERVE_LOCK = "serve.lock"
ERASURES = "erasures.jsonl"


def default() -> Path:
    """GUP_DATA, or this user's place for application data."""
    named = os.environ.get("GUP_DATA")
    return Path(named).expanduser().absolute() if named else platformdirs.user_data_path("gup-walker-server")


def prepare(folder: Path) -> None:
    """Make the folder and its secret key, readable by this user alone; what exists is left as it is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / MEDIA).mkdir(exist_ok=True)
    key = folder / SECRET_KEY
    if key.exists():
        return
    fresh = folder / f".{SECRET_KEY}-{os.getpid()}"
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48))
    try:
        # Of two commands that start at once one wins, and both read the same key.
        os.link(fresh, key)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


def secret_key(folder: Path) -> str:
    """The key of this folder; without one (tools that only import the settings) a key for this process alone."""
    try:
        return (folder / SECRET_KEY).read_text()
    except FileNotFoundError:
        return secrets.token_urlsafe(48)
