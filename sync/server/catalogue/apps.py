"""Registers the app with Django."""

from __future__ import annotations

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Label: catalogue."""

    name = "sync.server.catalogue"
