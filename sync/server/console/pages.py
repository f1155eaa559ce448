"""What every page of the console shares: who is looking, the bar at the side, and the way an error is shown."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from sync.server.accounts.access import OFFICE, READERS, Scope, scope_of
from sync.server.accounts.models import Role, User
from sync.server.reports import access


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """The person looking at a page, with everything they may see."""

    user: User
    scope: Scope

    @property
    def is_office(self) -> bool:
        return self.scope.holds(OFFICE)

    @property
    def reads_territories(self) -> bool:
        return self.scope.holds(READERS)

    @property
    def is_assignee(self) -> bool:
        return self.scope.holds({Role.ASSIGNEE})


View = Callable[..., HttpResponseBase]


def page(*, only: Callable[[Visitor], bool] = lambda visitor: True) -> Callable[[View], View]:
    """A view for people who signed in; `only` says for whom. The view is called with the visitor as second argument."""

    def wrap(view: View) -> View:
        @functools.wraps(view)
        @login_required
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            assert isinstance(request.user, User)
            visitor = Visitor(user=request.user, scope=scope_of(request.user))
            if not only(visitor):
                raise PermissionDenied
            return view(request, visitor, *args, **kwargs)

        return guarded

    return wrap


def show(
    request: HttpRequest, visitor: Visitor, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """The page, with what the bar at the side needs."""
    shared: dict[str, Any] = {"visitor": visitor, "to_triage": None, "to_answer": None}
    if visitor.reads_territories:
        waiting = access.visible(visitor.user, visitor.scope).filter(withdrawn=False, duplicate_of=None)
        shared["to_triage"] = waiting.filter(group__in=("open", "clarify")).count()
    if visitor.is_assignee:
        asked = access.own_requests(visitor.user, visitor.scope)
        shared["to_answer"] = asked.filter(over=False, status="assigned").count()
    return render(request, f"console/{template}", shared | context, status=status)
