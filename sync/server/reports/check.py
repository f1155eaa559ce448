"""Folds every report again and names what the cached columns say otherwise; part of `gup check`."""

from __future__ import annotations

from collections.abc import Iterator

from sync.server.reports import vocabulary
from sync.server.reports.actions.history import assignment_caches, caches, fold_handling
from sync.server.reports.models import ReportHandling


def differences() -> Iterator[str]:
    """One line for each column that is not what its lines of history lead to."""
    groups = vocabulary.groups()
    for handling in ReportHandling.objects.order_by("number").iterator(chunk_size=200):
        state = fold_handling(handling, groups)
        for name, wanted in caches(handling, state).items():
            held = getattr(handling, name)
            if held != wanted:
                yield f"report {handling.number}: {name} is {held!r}, its history says {wanted!r}"
        rows = {row.pk: row for row in handling.assignments.all()}
        for key, work in state.assignments.items():
            for name, wanted in assignment_caches(work).items():
                held = getattr(rows[key], name)
                if held != wanted:
                    yield f"report {handling.number}, assignment {key}: {name} is {held!r}, its history says {wanted!r}"
