"""The catalogue as the office keeps it. Tablets read the same entries as records of the feed."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One version of one word. A published version never changes; a code is never reused."""

    list_code = models.CharField(max_length=80)
    code = models.CharField(max_length=80)
    version = models.PositiveIntegerField(default=1)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    fr = models.TextField()
    en = models.TextField()
    icon = models.CharField(max_length=80, blank=True, default="")
    aliases = models.JSONField(default=list)
    data = models.JSONField(default=dict)
    place = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["list_code", "place", "code", "version"]
        constraints = [models.UniqueConstraint(fields=["list_code", "code", "version"], name="entry_version")]

    def __str__(self) -> str:
        return f"{self.list_code}/{self.code}"
