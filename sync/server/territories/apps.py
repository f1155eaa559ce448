"""Registers the app with Django."""

from __future__ import annotations

from django.apps import AppConfig


class TerritoriesConfig(AppConfig):
    """Label: territories."""

    name = "sync.server.territories"
