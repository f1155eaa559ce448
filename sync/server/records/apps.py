"""Registers the app with Django."""

from __future__ import annotations

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Label: records."""

    name = "sync.server.records"
