"""The tablet's schema, as the steps that made it. A released step never changes; a new one is appended.

docs/schema.md is generated from a freshly migrated database, so there is no second description.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

# "GUPW" as a big-endian number: tells our file from any other program's.
APPLICATION_ID = 0x47555057

migrations = Migrations("walker")


@migrations()
def m0001_first(db: Database) -> None:
    """Everything of release 0.1."""
    for statement in _FIRST:
        db.execute(statement)


# `ordinal` is the order in which records were made here: a walk is sent before its reports. A clock is no order.
_FIRST = (
    """
    CREATE TABLE records (
        ordinal INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        walk_id TEXT,
        writer TEXT NOT NULL,
        revision INTEGER NOT NULL,
        pushed_revision INTEGER NOT NULL DEFAULT 0,
        base TEXT,
        hash TEXT NOT NULL,
        body BLOB NOT NULL,
        held TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT
    ) STRICT
    """,
    "CREATE INDEX records_by_kind ON records (kind, ordinal)",
    "CREATE INDEX records_by_walk ON records (walk_id, kind)",
    "CREATE INDEX records_waiting ON records (ordinal) WHERE revision > pushed_revision",
    # Every hash that ever left: a server's head found here is our own earlier revision, not somebody else's.
    "CREATE TABLE sent_hashes (id TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (id, hash)) STRICT, WITHOUT ROWID",
    # `subject` is the sha256 of a refused medium, empty for the record itself.
    """
    CREATE TABLE tray (
        id TEXT NOT NULL,
        subject TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL CHECK (kind IN ('refused', 'conflict')),
        revision INTEGER NOT NULL,
        code TEXT NOT NULL,
        field TEXT NOT NULL DEFAULT '',
        message TEXT NOT NULL DEFAULT '',
        head TEXT,
        at TEXT NOT NULL,
        PRIMARY KEY (id, subject)
    ) STRICT, WITHOUT ROWID
    """,
    # The private original of a photo; `file` is NULL once it was removed. What is `dropped` goes with its original.
    """
    CREATE TABLE shots (
        id TEXT PRIMARY KEY,
        file TEXT,
        original_name TEXT NOT NULL DEFAULT '',
        boxes TEXT NOT NULL DEFAULT '[]',
        state TEXT NOT NULL CHECK (state IN ('draft', 'held', 'checked', 'dropped'))
    ) STRICT, WITHOUT ROWID
    """,
    # Final bytes under media/<sha256>; `revision` is the one of the record that first names them.
    """
    CREATE TABLE media (
        sha256 TEXT NOT NULL,
        id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        size INTEGER NOT NULL,
        preview INTEGER NOT NULL,
        PRIMARY KEY (sha256, id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX media_by_record ON media (id)",
    "CREATE TABLE media_receipts (sha256 TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # What the server sent: the bytes as received. `generation` counts the server's epochs as this tablet saw them.
    """
    CREATE TABLE copies (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        about TEXT,
        walk_id TEXT,
        writer TEXT NOT NULL,
        seq INTEGER NOT NULL,
        generation INTEGER NOT NULL,
        hash TEXT NOT NULL,
        body BLOB NOT NULL,
        deleted_at TEXT
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX copies_by_kind ON copies (kind, about)",
    "CREATE TABLE copy_scopes (id TEXT NOT NULL, scope TEXT NOT NULL, PRIMARY KEY (id, scope)) STRICT, WITHOUT ROWID",
    "CREATE INDEX copies_by_scope ON copy_scopes (scope)",
    "CREATE TABLE cursors (scope TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    # A record erased by request of a person: that it was, never what it said.
    "CREATE TABLE erased (id TEXT PRIMARY KEY, kind TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # A form being filled: every change is kept at once, and becomes a record when the form is finished.
    """
    CREATE TABLE drafts (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        walk_id TEXT,
        body TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)
