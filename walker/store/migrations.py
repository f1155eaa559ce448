"""The tablet's schema, as the steps that made it. A released step never changes; a new one is appended.

SQLite keeps the comments inside a statement; docs/schema.md is generated from them, so there is no second description.
"""

from __future__ import annotations

from walker.store.sqlite_tools import Database, Migrations

migrations = Migrations("walker")


@migrations()
def m0001_first(db: Database) -> None:
    """Everything of release 0.1."""
    for statement in _FIRST:
        db.execute(statement)


@migrations()
def m0002_shared_tablets(db: Database) -> None:
    """Walks of another tablet, groups that handed the tablet back, times of receipts, the other of two versions."""
    for statement in _SHARED_TABLETS:
        db.execute(statement)


@migrations()
def m0003_looked_at(db: Database) -> None:
    """What the finder said of each shot, and what a person drew on it before it was accepted."""
    for statement in _LOOKED_AT:
        db.execute(statement)


@migrations()
def m0004_kits(db: Database) -> None:
    """What kit files bring beside their walks."""
    for statement in _KITS:
        db.execute(statement)


@migrations()
def m0005_counted(db: Database) -> None:
    """How many records of each kind a walk has, and their revisions, from the index alone."""
    for statement in _COUNTED:
        db.execute(statement)


@migrations()
def m0006_receipts(db: Database) -> None:
    """What the server said of each record and medium, versions that were not chosen, bytes to be asked for again."""
    for statement in _RECEIPTS:
        db.execute(statement)


@migrations()
def m0007_unsent(db: Database) -> None:
    """How much waits, from an index alone: the first page asks whenever something was saved."""
    for statement in _UNSENT:
        db.execute(statement)


_FIRST = (
    """
    CREATE TABLE records (
        -- Every record made on this tablet, in its latest revision. It waits while revision > pushed_revision.
        ordinal INTEGER PRIMARY KEY, -- the order made here: a walk is sent before its reports; a clock is no order
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL, -- Record.RECORD
        walk_id TEXT,
        writer TEXT NOT NULL,
        revision INTEGER NOT NULL,
        pushed_revision INTEGER NOT NULL DEFAULT 0, -- the latest that the server acknowledged
        base TEXT, -- hash of that revision, or of the head to build on
        hash TEXT NOT NULL, -- sha256 of body
        body BLOB NOT NULL, -- canonical JSON
        held TEXT, -- why it waits for a person: unchecked_photo, unchecked_voice, open_vote
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT
    ) STRICT
    """,
    "CREATE INDEX records_by_kind ON records (kind, walk_id)",
    "CREATE INDEX records_waiting ON records (ordinal) WHERE revision > pushed_revision",
    """
    CREATE TABLE sent_hashes (
        -- Every hash that ever left: a server's head found here is an earlier revision of ours, not somebody else's.
        id TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (id, hash)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE tray (
        -- What needs a person. A refusal is of one revision; a conflict stays until it is decided.
        id TEXT NOT NULL, -- of the record
        subject TEXT NOT NULL DEFAULT '', -- sha256 of a refused medium, empty for the record itself
        kind TEXT NOT NULL CHECK (kind IN ('refused', 'conflict')),
        revision INTEGER NOT NULL,
        code TEXT NOT NULL,
        field TEXT NOT NULL DEFAULT '',
        message TEXT NOT NULL DEFAULT '',
        head TEXT, -- of a conflict: what the server holds
        at TEXT NOT NULL,
        PRIMARY KEY (id, subject)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE shots (
        -- The private side of a photo.
        id TEXT PRIMARY KEY, -- of the photo
        file TEXT, -- name in private/; NULL once the original is removed
        original_name TEXT NOT NULL DEFAULT '',
        boxes TEXT NOT NULL DEFAULT '[]', -- JSON: what was found to be blurred, in ten-thousandths
        state TEXT NOT NULL CHECK (state IN ('draft', 'held', 'checked', 'dropped'))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE media (
        -- Final bytes in media/<sha256>, and the records that name them.
        sha256 TEXT NOT NULL,
        id TEXT NOT NULL, -- of the record
        revision INTEGER NOT NULL, -- the one that first names them: they go once it is acknowledged
        size INTEGER NOT NULL,
        preview INTEGER NOT NULL, -- 1: at most 40 KB, sent first
        PRIMARY KEY (sha256, id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX media_by_record ON media (id)",
    """
    CREATE TABLE media_receipts (
        -- Media that the server said it holds.
        sha256 TEXT PRIMARY KEY,
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE copies (
        -- What the server sent, the bytes as received.
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        about TEXT, -- the report it speaks of
        walk_id TEXT,
        writer TEXT NOT NULL,
        seq INTEGER NOT NULL, -- its number in the server's feed
        generation INTEGER NOT NULL, -- counts the server's epochs as this tablet saw them
        hash TEXT NOT NULL,
        body BLOB NOT NULL,
        deleted_at TEXT
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX copies_by_kind ON copies (kind, about)",
    """
    CREATE TABLE copy_scopes (
        -- Why this tablet may read a copy; one without a scope goes.
        id TEXT NOT NULL,
        scope TEXT NOT NULL,
        PRIMARY KEY (id, scope)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX copies_by_scope ON copy_scopes (scope)",
    """
    CREATE TABLE cursors (
        -- How far each scope was pulled.
        scope TEXT PRIMARY KEY,
        seq INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE erased (
        -- A record erased by request of a person: that it was, never what it said.
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE drafts (
        -- A form being filled: kept at every change, gone when its record is saved.
        id TEXT PRIMARY KEY, -- the id the record will have
        kind TEXT NOT NULL,
        walk_id TEXT,
        body TEXT NOT NULL, -- JSON
        updated_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE settings (
        -- Small named texts: device_id, server_url, epoch, highest_seq, generation, territories, last_number…
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

_SHARED_TABLETS = (
    """
    CREATE TABLE joined_walks (
        -- Walks of another tablet that this one takes part in. Their row in records only stands in for the walk: held.
        walk_id TEXT PRIMARY KEY,
        invitation TEXT NOT NULL, -- as it was scanned
        joined_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE locks (
        -- One row for each group that handed a lent tablet back. Nothing of theirs is read until its code opens it.
        id INTEGER PRIMARY KEY,
        locked_at TEXT NOT NULL,
        salt BLOB NOT NULL,
        hash BLOB NOT NULL, -- scrypt of the leader's code
        opened INTEGER NOT NULL DEFAULT 0, -- 1: shown again until the tablet is handed back once more
        settings TEXT NOT NULL DEFAULT '{}' -- JSON: what the group had set for itself, such as its own contact
    ) STRICT
    """,
    "ALTER TABLE records ADD COLUMN locked_by INTEGER REFERENCES locks (id)",
    "ALTER TABLE drafts ADD COLUMN locked_by INTEGER REFERENCES locks (id)",
    "CREATE INDEX records_locked ON records (locked_by) WHERE locked_by IS NOT NULL",
    "ALTER TABLE records ADD COLUMN received_at TEXT",
    """
    CREATE VIEW hidden_records AS
        -- Of groups that are locked: sent as any other, and read by nobody here.
        SELECT records.id FROM records JOIN locks ON locks.id = records.locked_by AND locks.opened = 0
    """,
    """
    CREATE VIEW visible_records AS
        -- What pages may show: every read of a record goes through here.
        SELECT * FROM records
        WHERE locked_by IS NULL OR locked_by IN (SELECT id FROM locks WHERE opened = 1)
    """,
    """
    CREATE VIEW visible_drafts AS
        SELECT * FROM drafts
        WHERE locked_by IS NULL OR locked_by IN (SELECT id FROM locks WHERE opened = 1)
    """,
    """
    CREATE TABLE other_versions (
        -- Of a conflict: the version that the server holds, to be read beside ours.
        id TEXT PRIMARY KEY,
        hash TEXT NOT NULL,
        body BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

_LOOKED_AT = (
    # NULL until the finder has looked; then found, absent (no finder on this machine) or the code of a refused picture
    "ALTER TABLE shots ADD COLUMN looked TEXT",
    # JSON: blurs, spared boxes and arrows of a person, in their order, until the photo is accepted
    "ALTER TABLE shots ADD COLUMN drawn TEXT NOT NULL DEFAULT '[]'",
)

_KITS = (
    """
    CREATE TABLE kits (
        -- What a kit file brought beside its walk. Posters lie under kits/<walk_id>/.
        ordinal INTEGER PRIMARY KEY,
        walk_id TEXT NOT NULL UNIQUE,
        instructions TEXT NOT NULL,
        entries TEXT NOT NULL, -- JSON: catalogue entries of grids that neither the app nor the office knows
        posters TEXT NOT NULL -- JSON: names of files
    ) STRICT
    """,
)

# What is counted after every tap is counted without opening the records themselves.
_COUNTED = (
    "DROP INDEX records_by_kind",
    "CREATE INDEX records_by_kind ON records (kind, walk_id, deleted_at, locked_by, id, revision)",
)

_RECEIPTS = (
    # What the last receipt was of (a later revision may wait), and in which life of which server it was given.
    "ALTER TABLE records ADD COLUMN received_hash TEXT",
    "ALTER TABLE records ADD COLUMN received_epoch TEXT",
    "ALTER TABLE media_receipts ADD COLUMN epoch TEXT",
    """
    CREATE TABLE servers (
        -- Every life of every server that this tablet has spoken with: receipts name it by its epoch.
        epoch TEXT PRIMARY KEY,
        url TEXT NOT NULL,
        since TEXT NOT NULL,
        marks TEXT NOT NULL DEFAULT '' -- of the hellos that it may have had last: a copy of this folder says others
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE past_versions (
        -- Of two versions, the one that a person did not choose: kept, and readable.
        id TEXT NOT NULL, -- of the record
        hash TEXT NOT NULL,
        body BLOB NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (id, hash)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE damaged (
        -- Bytes that are no longer those that were kept: found by the check, asked for again at the next sync.
        id TEXT NOT NULL,
        place TEXT NOT NULL CHECK (place IN ('records', 'copies')),
        at TEXT NOT NULL,
        PRIMARY KEY (id, place)
    ) STRICT, WITHOUT ROWID
    """,
)

_UNSENT = ("CREATE INDEX records_unsent ON records (held, deleted_at, locked_by, id) WHERE revision > pushed_revision",)
