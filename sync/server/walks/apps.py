"""Registers the app with Django."""

from __future__ import annotations

from django.apps import AppConfig


class WalksConfig(AppConfig):
    """Label: walks."""

    name = "sync.server.walks"
