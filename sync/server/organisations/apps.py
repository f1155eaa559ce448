"""Registers the app with Django."""

from __future__ import annotations

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Label: organisations."""

    name = "sync.server.organisations"
