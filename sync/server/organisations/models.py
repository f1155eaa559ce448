"""Who can act on a report, and the places they run."""

from __future__ import annotations

from django.db import models


class Organisation(models.Model):
    """A landlord, City directorate, operator or association. `catalogue_code` ties it to the routing table."""

    code = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=80)
    name_fr = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True, default="")
    short_name = models.CharField(max_length=60, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    active = models.BooleanField(default=True)
    catalogue_code = models.CharField(max_length=80, blank=True, default="", db_index=True)

    class Meta:
        ordering = ["name_fr", "code"]

    def __str__(self) -> str:
        return self.short_name or self.name_fr


class Site(models.Model):
    """A place an organisation runs: a lodge, a residence, a depot."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="sites")
    name = models.CharField(max_length=200)
    territory = models.ForeignKey("territories.Territory", models.PROTECT, null=True, related_name="sites")
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)

    def __str__(self) -> str:
        return self.name
