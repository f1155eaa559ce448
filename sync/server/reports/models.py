"""What the office keeps beside a report: its current values, its lines of history, its assignments and answers.

The report itself is the tablet's record (records app) and is never edited. Written by actions.py only. Columns marked
"cache" are written by `refold` alone, from the lines; `gup check` folds again and names any difference.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sync.protocol.ids import new_id


class NumberSeries(models.Model):
    """The last report number given in a year."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)


class ReportHandling(models.Model):
    """One report as the office handles it: all that lists filter by, indexed."""

    report_id = models.CharField(max_length=36, primary_key=True)
    view_id = models.CharField(max_length=36, unique=True, default=new_id)
    number = models.CharField(max_length=16, unique=True)
    writer = models.CharField(max_length=36, db_index=True)
    provisional_number = models.TextField(blank=True)  # what tablets write has no length: PostgreSQL would refuse it
    kind = models.CharField(max_length=80, blank=True)
    category = models.CharField(max_length=80, blank=True, db_index=True)
    family = models.CharField(max_length=80, blank=True, db_index=True)
    category_chosen = models.BooleanField(default=False)  # by the office; else the tablet's own
    place_kind = models.CharField(max_length=80, blank=True)
    readers = models.CharField(max_length=20, default="all")
    lat = models.FloatField(null=True, blank=True, db_index=True)
    lon = models.FloatField(null=True, blank=True, db_index=True)
    territory = models.CharField(max_length=80, blank=True, db_index=True)
    territory_chosen = models.BooleanField(default=False)  # by hand; blank then means "outside any perimeter"
    address = models.TextField(blank=True)
    address_state = models.CharField(max_length=10, default="none")  # none, pending, found, failed
    urgency = models.CharField(max_length=80, blank=True)
    danger = models.BooleanField(default=False)
    walk_id = models.CharField(max_length=36, blank=True, db_index=True)
    observed_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(db_index=True)
    withdrawn = models.BooleanField(default=False)
    due_on = models.DateField(null=True, blank=True, db_index=True)
    search_text = models.TextField(blank=True)

    status = models.CharField(max_length=80, default="new")  # cache
    group = models.CharField(max_length=20, default="open", db_index=True)  # cache
    since = models.DateTimeField(null=True, blank=True)  # cache
    lead = models.ForeignKey(  # cache
        "Assignment", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    planned_on = models.DateField(null=True, blank=True)  # cache
    duplicate_of = models.ForeignKey(  # cache
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="duplicates"
    )
    persists = models.PositiveIntegerField(default=0)  # cache
    seen_gone = models.BooleanField(default=False)  # cache

    class Meta:
        ordering = ("-received_at", "number")

    def root(self) -> ReportHandling:
        """The report that answers for this one: itself, or the one it is joined with, however far."""
        seen, lead = {self.pk}, self
        while lead.duplicate_of is not None and lead.duplicate_of_id not in seen:
            lead = lead.duplicate_of
            seen.add(lead.pk)
        return lead

    def with_joined(self) -> list[ReportHandling]:
        """Itself, then every report joined with it, each after the one it was joined with."""
        found = [self]
        seen = {self.pk}
        for member in found:
            for joined in ReportHandling.objects.filter(duplicate_of=member).order_by("pk"):
                if joined.pk not in seen:
                    seen.add(joined.pk)
                    found.append(joined)
        return found


class Assignment(models.Model):
    """One organisation asked to act (`lead`) or told of it."""

    id = models.CharField(max_length=36, primary_key=True, default=new_id)
    handling = models.ForeignKey(ReportHandling, on_delete=models.CASCADE, related_name="assignments")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="assignments")
    lead = models.BooleanField(default=True)
    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    status = models.CharField(max_length=80, default="assigned")  # cache
    group = models.CharField(max_length=20, default="assigned", db_index=True)  # cache
    over = models.BooleanField(default=False)  # cache
    planned_on = models.DateField(null=True, blank=True)  # cache

    class Meta:
        ordering = ("-lead", "at", "organisation", "id")  # ids of one millisecond are in no order


class StatusChange(models.Model):
    """One line of history: who, when, what, why. Append-only: never changed, never deleted.

    `at` is the corrected moment the fold orders by; `written_at` is when the line reached this server.
    """

    id = models.CharField(max_length=36, primary_key=True, default=new_id)
    handling = models.ForeignKey(ReportHandling, on_delete=models.CASCADE, related_name="lines")
    assignment = models.ForeignKey(Assignment, null=True, blank=True, on_delete=models.CASCADE, related_name="lines")
    act = models.CharField(max_length=30)
    at = models.DateTimeField()
    written_at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    by_words = models.TextField()
    by_organisations = models.JSONField(default=list)
    from_status = models.CharField(max_length=80, blank=True)
    to_status = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=80, blank=True)
    words = models.TextField(blank=True)  # for the office only
    public_words = models.TextField(blank=True)
    public = models.BooleanField(default=False)  # whether the authors see this line (never `words`)
    planned_on = models.DateField(null=True, blank=True)
    confirms = models.CharField(max_length=36, blank=True)  # the line that declared it done, or a photo checked
    verdict = models.CharField(max_length=80, blank=True)
    linked = models.CharField(max_length=36, null=True, blank=True)  # a report id; '' ends the join; null: no join
    source = models.CharField(max_length=36, null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)  # in the order taken in: two clones may give the same number
    record_hash = models.CharField(max_length=64, blank=True)  # of the tablet's record that this line took in
    void = models.BooleanField(default=False)

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("handling", "source", "revision"), name="one_line_per_source_revision"),
        )


class PublicAnswer(models.Model):
    """The office's public words on a report, published to every author of it and of its duplicates."""

    id = models.CharField(max_length=36, primary_key=True, default=new_id)
    handling = models.ForeignKey(ReportHandling, on_delete=models.CASCADE, related_name="answers")
    organisation = models.CharField(max_length=200, blank=True)
    words = models.TextField()
    status = models.CharField(max_length=80)
    reason = models.CharField(max_length=80, blank=True)
    published_at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("published_at", "id")


class Notice(models.Model):
    """A mail that was owed: written with the change it tells of, sent off the request path, its failure shown."""

    id = models.CharField(max_length=36, primary_key=True, default=new_id)
    handling = models.ForeignKey(ReportHandling, on_delete=models.CASCADE, related_name="notices")
    assignment = models.ForeignKey(Assignment, null=True, blank=True, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=30)  # assigned, returned, reopened
    to = models.TextField()
    state = models.CharField(max_length=10, default="pending")  # pending, sent, failed
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("created_at", "id")
