"""Registers the app with Django."""

from __future__ import annotations

from django.apps import AppConfig


class ConsoleConfig(AppConfig):
    """Label: console."""

    name = "sync.server.console"
