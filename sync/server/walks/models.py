"""What lists of walks filter by, beside the tablet's own record. Written by actions.py only."""

from __future__ import annotations

from django.db import models


class WalkFile(models.Model):
    """One walk as the office follows it. Whether it is closed is computed (sync.rules.closing), never stored."""

    walk_id = models.CharField(max_length=36, primary_key=True)
    writer = models.CharField(max_length=36, db_index=True)
    title = models.TextField(blank=True)
    state = models.CharField(max_length=80, blank=True)
    territory = models.CharField(max_length=80, blank=True, db_index=True)
    territory_declared = models.BooleanField(default=False)  # by the group: half of its track lies in no perimeter
    period = models.CharField(max_length=80, blank=True)
    started_at = models.DateTimeField(null=True, blank=True, db_index=True)
    length_cm = models.BigIntegerField(null=True, blank=True)
    follows_walk_id = models.CharField(max_length=36, blank=True, db_index=True)
    next_visit_on = models.DateField(null=True, blank=True)
    next_visit_chosen = models.BooleanField(default=False)  # by the office; else the group's own
    closure_requested_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField()
    withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering = ("-started_at", "walk_id")
