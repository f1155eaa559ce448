"""People with their roles, and tablets with their keys and tokens."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from sync.server.organisations.models import Organisation
from sync.server.territories.models import Territory


class User(AbstractUser):
    """A person who signs in. What they may see and do is in their memberships."""


class Role(models.TextChoices):
    """What a membership lets its person do."""

    WALK_COORDINATOR = "walk_coordinator", _("walk coordinator")
    GUP_CELL = "gup_cell", _("GUP cell")
    ASSIGNEE = "assignee", _("landlord or directorate")
    ADMINISTRATOR = "administrator", _("administrator")


class Membership(models.Model):
    """One role of one person: for some territories, and for an organisation when they act in its name."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="memberships")
    territories = models.ManyToManyField(Territory, blank=True, related_name="memberships")


class Device(models.Model):
    """A tablet. Its id and key are its own; only the sha256 of its token is kept."""

    id = models.CharField(primary_key=True, max_length=36)
    name = models.CharField(max_length=120, blank=True, default="")
    public_key = models.CharField(max_length=64)
    token_hash = models.CharField(max_length=64, unique=True)
    # A newer token was given; the one above is good until the tablet comes with this one.
    next_token_hash = models.CharField(max_length=64, blank=True, default="", db_index=True)
    token_since = models.DateTimeField(null=True)
    territories = models.ManyToManyField(Territory, blank=True, related_name="devices")
    enrolled_at = models.DateTimeField()
    last_seen_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    app_version = models.CharField(max_length=40, blank=True, default="")
    clock_skew_ms = models.BigIntegerField(null=True)
    # Of its last hello, and in which life of this server: a copied tablet does not know it.
    mark = models.CharField(max_length=16, blank=True, default="")
    mark_epoch = models.CharField(max_length=36, blank=True, default="")
    # A copied tablet took an id of its own: from which it parted, and the first of all those that share records.
    split_from = models.CharField(max_length=36, blank=True, default="")
    family = models.CharField(max_length=36, blank=True, default="", db_index=True)

    def __str__(self) -> str:
        return self.name or self.id[:8]


class EnrolCode(models.Model):
    """A code that enrols one tablet, once. Only its sha256 is kept."""

    code_hash = models.CharField(primary_key=True, max_length=64)
    territories = models.ManyToManyField(Territory, blank=True, related_name="enrol_codes")
    created_by = models.ForeignKey(User, models.SET_NULL, null=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.ForeignKey(Device, models.SET_NULL, null=True)


class ServerKey(models.Model):
    """The one Ed25519 key of this server, 32 bytes; sync.server.accounts.server_key reads it."""

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    private = models.BinaryField(max_length=32)
