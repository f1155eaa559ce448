"""Work done off the request path by the worker of `gup serve`: mails and addresses. Each tries again by itself."""

from __future__ import annotations

from django_tasks import task


@task()
def send_notice(notice_id: str) -> None:
    """Send one mail that is owed."""
    from sync.server.reports.actions import notices

    notices.send(notice_id)


@task()
def find_addresses(report_ids: list[str]) -> None:
    """Ask the address service what is near each of these reports."""
    from sync.server.reports.actions import addresses

    addresses.look_up(report_ids)
