"""Work of the records app that is done off the request path by the worker of `gup serve`."""

from __future__ import annotations

from django_tasks import task


@task()
def remove_bytes(sha256: str, tries: int = 0) -> None:
    """Bytes that nobody may have any more, now; again later while their place does not answer."""
    from sync.server.records import actions

    actions.remove_bytes(sha256, tries)
