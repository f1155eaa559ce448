"""Every address but the API's, which `sync.server.api.door` answers before anything else."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("sync.server.console.urls"))]
