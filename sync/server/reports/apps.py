"""Registers the app with Django."""

from __future__ import annotations

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Label: reports."""

    name = "sync.server.reports"
