"""`walker doctor`: whether this tablet is fit for a walk, without changing anything on it."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

from sync import sqlite_driver
from walker.errors import StoreError
from walker.store import Store, open_store

# A walk with photos takes some hundred megabytes; below this a person should make room first.
LITTLE_SPACE = 500 * 1024 * 1024


def examine(data_dir: Path) -> dict[str, Any]:
    """What was found; `sound` is False when something kept on this tablet is damaged or missing."""
    free = shutil.disk_usage(_existing(data_dir)).free
    report: dict[str, Any] = {
        "sound": True,
        "data": str(data_dir),
        "free_bytes": free,
        "little_space": free < LITTLE_SPACE,
        "sqlite": {"version": sqlite_driver.linked_version(), "safe": sqlite_driver.is_safe()},
        "clock": datetime.now().astimezone().isoformat(timespec="seconds"),
        "blur": _blur(),
        **_devices(),
    }
    try:
        with open_store(data_dir, writable=False) as store:
            report |= _kept(store)
    except StoreError as fault:
        report |= {"sound": False, "database": {"problem": str(fault), "code": fault.code}}
    return report


def _kept(store: Store) -> dict[str, Any]:
    problems = store.database.integrity()
    damaged = store.records.damaged()
    missing = store.photos.missing()
    backlog = store.outbox.backlog()
    device_id = store.settings.get("device_id")
    return {
        "sound": not (problems or damaged or missing),
        "database": {
            "exists": store.database.path.exists(),
            "problems": problems,
            "damaged_records": damaged,
            "damaged_copies": store.copies.damaged(),
            "photos_without_bytes": missing,
            "stray_originals": [file.name for file in store.photos.strays()],
        },
        "device_id": device_id,
        "server": store.settings.get("server_url"),
        "last_sync": store.settings.get("last_sync"),
        "clock_skew_ms": store.servers.skew_ms(),
        "copied_from": store.settings.get("parted_from"),
        "copy_noticed": store.settings.get("parted_at"),
        "states": dict(backlog.states),
        "waiting": {
            "left": backlog.left,
            "held": len(backlog.held),
            "kept": len(backlog.refused) + len(backlog.conflicts),
        },
    }


def _existing(folder: Path) -> Path:
    return next(parent for parent in (folder.absolute(), *folder.absolute().parents) if parent.exists())


def _blur() -> bool:
    from sync.formats.photo import blur_available

    return blur_available()


def _devices() -> dict[str, Any]:
    """Receivers and cameras that Qt sees. Its own messages would look like ours on stderr."""
    os.environ.setdefault("QT_LOGGING_RULES", "*=false")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtMultimedia import QMediaDevices
        from PySide6.QtPositioning import QGeoPositionInfoSource
    except ImportError as fault:
        return {"position": [], "camera": [], "devices_problem": f"Qt cannot be loaded: {fault}"}
    application = QGuiApplication.instance() or QGuiApplication(["walker"])
    found = {
        "position": list(QGeoPositionInfoSource.availableSources()),
        "camera": [camera.description() for camera in QMediaDevices.videoInputs()],
    }
    del application
    return found
