"""The tables of what travels: bytes as their writer sent them, numbered in one feed. No model per kind of record."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sync.protocol import ids

SERVER = "server"


class Record(models.Model):
    """The head of one record. `device` is the tablet it concerns: its writer, or the one an office view answers."""

    id = models.CharField(primary_key=True, max_length=36)
    kind = models.CharField(max_length=40)
    revision = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)
    writer = models.CharField(max_length=36)
    device = models.CharField(max_length=36, blank=True, default="")
    seq = models.BigIntegerField()
    walk_id = models.CharField(max_length=36, blank=True, default="")
    about = models.CharField(max_length=36, blank=True, default="")
    territory = models.CharField(max_length=80, blank=True, default="")
    restricted = models.BooleanField(default=False)
    deleted = models.BooleanField(default=False)
    received_at = models.DateTimeField()
    # Last, so that SQLite reads the other columns without its overflow pages.
    body = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "seq"], name="record_kind_seq"),
            models.Index(fields=["device", "seq"], name="record_device_seq"),
            models.Index(fields=["walk_id", "seq"], name="record_walk_seq"),
            models.Index(fields=["territory", "seq"], name="record_territory_seq"),
            models.Index(fields=["about"], name="record_about"),
        ]


class KnownHash(models.Model):
    """The hash of a superseded revision; the head's is in Record. Pushing it again is answered `same`."""

    pk = models.CompositePrimaryKey("record_id", "hash")
    record_id = models.CharField(max_length=36)
    hash = models.CharField(max_length=64)
    revision = models.PositiveIntegerField()
    received_at = models.DateTimeField()


class Conflict(models.Model):
    """A version that did not follow the head, kept for a person to decide."""

    pk = models.CompositePrimaryKey("record_id", "hash")
    record_id = models.CharField(max_length=36)
    hash = models.CharField(max_length=64)
    body = models.BinaryField()
    device = models.CharField(max_length=36)
    head = models.CharField(max_length=64)
    received_at = models.DateTimeField()


class Departure(models.Model):
    """A record left a scope at that number of the feed."""

    pk = models.CompositePrimaryKey("scope", "seq", "record_id")
    scope = models.CharField(max_length=120)
    seq = models.BigIntegerField()
    record_id = models.CharField(max_length=36)


class Participation(models.Model):
    """That tablet has written a record of that walk, so it may pull the whole walk."""

    pk = models.CompositePrimaryKey("device", "walk_id")
    device = models.CharField(max_length=36)
    walk_id = models.CharField(max_length=36)


class Unreceived(models.Model):
    """An accepted record that its receiver could not take in: kept, named by `gup check`, tried again at start."""

    record_id = models.CharField(primary_key=True, max_length=36)
    at = models.DateTimeField()
    error = models.TextField()


class Feed(models.Model):
    """One row: the last number given, and the epoch, new whenever this database is made or restored."""

    ONLY = 1
    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    seq = models.BigIntegerField(default=0)
    epoch = models.CharField(max_length=36, default=ids.new_id)


class Medium(models.Model):
    """The bytes with that sha256, of a photo or a voice note: wanted, held, superseded or erased."""

    class State(models.TextChoices):
        WANTED = "wanted"
        HELD = "held"
        SUPERSEDED = "superseded"
        ERASED = "erased"

    sha256 = models.CharField(primary_key=True, max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WANTED)
    size = models.PositiveBigIntegerField()
    received_at = models.DateTimeField(null=True)


class Naming(models.Model):
    """An accepted record names a medium: who may send it, with which size. Two photos may share their bytes."""

    class Kind(models.TextChoices):
        PREVIEW = "preview"
        FULL = "full"

    pk = models.CompositePrimaryKey("record_id", "kind")
    record_id = models.CharField(max_length=36)
    kind = models.CharField(max_length=7, choices=Kind.choices)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    device = models.CharField(max_length=36)


class Erasure(models.Model):
    """A record erased at a person's request: no content, only that it is gone and must not come back."""

    record_id = models.CharField(primary_key=True, max_length=36)
    sha256 = models.JSONField(default=list)
    reason = models.CharField(max_length=80)
    at = models.DateTimeField()
    seq = models.BigIntegerField(db_index=True)


class CarriedBundle(models.Model):
    """A sealed bundle that a tablet carried for another; its file goes once it was taken in.

    `device`: whose it is, once its signature was seen to be that tablet's. `code`: what is wrong with it, `message` in
    words for an operator. `tries`: how often this server failed on it.
    """

    class State(models.TextChoices):
        RECEIVED = "received"
        TAKEN_IN = "taken_in"
        REFUSED = "refused"
        SET_ASIDE = "set_aside"

    sha256 = models.CharField(primary_key=True, max_length=64)
    size = models.BigIntegerField()
    carrier = models.CharField(max_length=36)
    device = models.CharField(max_length=36, blank=True, default="")
    received_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECEIVED)
    message = models.TextField(blank=True, default="")
    code = models.CharField(max_length=40, blank=True, default="")
    tries = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.sha256[:8]


class BundleDecision(models.Model):
    """What a person decided about a carried bundle: a line of its history, never changed."""

    class Act(models.TextChoices):
        SET_ASIDE = "set_aside", _("set aside")
        BYTES_ERASED = "bytes_erased", _("file erased")
        TAKEN_IN = "taken_in", _("taken in by hand")

    bundle = models.ForeignKey(CarriedBundle, models.PROTECT, related_name="decisions")
    act = models.CharField(max_length=12, choices=Act.choices)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    reason = models.TextField(blank=True, default="")
