"""Perimeters: priority districts, watch districts, priority security zones, and those a town draws itself."""

from __future__ import annotations

import time

from django.db import models


class Territory(models.Model):
    """One perimeter. Its outline is GeoJSON in WGS84; the box makes the search for a point cheap."""

    code = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=80)
    name = models.CharField(max_length=200)
    official_code = models.CharField(max_length=40, blank=True, default="")
    aliases = models.JSONField(default=list)
    arrondissements = models.JSONField(default=list)
    population = models.PositiveIntegerField(null=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    geometry = models.JSONField(null=True)
    south = models.FloatField(null=True)
    west = models.FloatField(null=True)
    north = models.FloatField(null=True)
    east = models.FloatField(null=True)
    illustrative = models.BooleanField(default=False)
    data = models.JSONField(default=dict)
    # Nanoseconds of the last write: tells the cache of outlines that it is old.
    stamp = models.BigIntegerField(default=time.time_ns)

    class Meta:
        ordering = ["name", "code"]

    def __str__(self) -> str:
        return self.name
