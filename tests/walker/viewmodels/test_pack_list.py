"""Maps of the tablet: what they cover, taken in after a check, set aside, brought back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from tests.walker.window import DEMO, HERE, Feed
from walker.maps.build import build_pack
from walker.maps.features import read_basemap
from walker.store import Store
from walker.viewmodels.app import App


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small map of the demonstration district."""
    file = tmp_path_factory.mktemp("stick") / "quartier.mbtiles"
    build_pack(read_basemap(DEMO / "basemap.geojson"), file, title="Quartier", theme="day", zooms=[14])
    return file


@pytest.fixture
def rows(app: App, qtbot: QtBot) -> Callable[[int], list[dict[str, Any]]]:
    """rows(count): what the page lists once there are so many."""

    def wait(count: int) -> list[dict[str, Any]]:
        done: list[None] = []
        qtbot.waitUntil(lambda: not app.care.packs.busy, timeout=10_000)
        app.care.packs.look()
        app.tablet.pictures.run(lambda: None, done.append, app.tablet.tell)  # jobs run in the order given
        qtbot.waitUntil(lambda: done == [None], timeout=10_000)
        assert len(app.care.packs.rows.rows) == count
        return list(app.care.packs.rows.rows)  # type: ignore[arg-type]

    return wait


def test_a_map_is_taken_in_and_says_what_it_covers(
    app: App, feed: Feed, rows: Callable[[int], list[dict[str, Any]]], pack: Path
) -> None:
    app.tablet.locator.watch(True)
    feed.give(*HERE)
    changes: list[None] = []
    app.display.mapsChanged.connect(lambda: changes.append(None))
    app.care.packs.take(QUrl.fromLocalFile(str(pack)))
    (row,) = rows(1)
    assert (row["name"], row["kind"], row["theme"], row["here"], row["aside"]) == (
        *("Quartier", "map", "day"),
        *(True, False),
    )
    assert 0.5 < row["wideKm"] < 10 and 0.5 < row["highKm"] < 10
    assert row["sizeMb"] > 0
    assert changes == [None]  # served anew, without a restart
    assert app.display.covers(*HERE)


def test_a_map_is_set_aside_brought_back_and_deleted_only_from_there(
    app: App, store: Store, rows: Callable[[int], list[dict[str, Any]]], pack: Path
) -> None:
    app.care.packs.take(QUrl.fromLocalFile(str(pack)))
    rows(1)
    app.care.packs.remove("quartier.mbtiles")
    assert rows(1)[0]["aside"]
    assert app.care.packs.removed == "quartier.mbtiles"
    assert (store.folder / "packs" / "aside" / "quartier.mbtiles").read_bytes() == pack.read_bytes()
    app.care.packs.bringBack("quartier.mbtiles")
    assert not rows(1)[0]["aside"]
    app.care.packs.remove("quartier.mbtiles")
    app.care.packs.deleteForGood("quartier.mbtiles")
    assert rows(0) == []
    assert pack.exists()


def test_a_file_that_is_no_map_is_refused_in_words_and_the_others_stay(
    app: App, rows: Callable[[int], list[dict[str, Any]]], pack: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    app.care.packs.take(QUrl.fromLocalFile(str(pack)))
    rows(1)
    wrong = tmp_path / "quartier.mbtiles"
    wrong.write_bytes(b"no map")
    app.care.packs.take(QUrl.fromLocalFile(str(wrong)))
    qtbot.waitUntil(lambda: app.care.packs.fault != "", timeout=10_000)
    assert rows(1)[0]["problem"] == ""


def test_no_name_leads_out_of_the_folder(app: App, store: Store) -> None:
    victim = store.folder / "walker.db"
    app.care.packs.remove("../walker.db")
    app.care.packs.deleteForGood("../../walker.db")
    assert victim.exists()


def test_a_damaged_map_is_listed_with_its_problem(
    app: App, store: Store, rows: Callable[[int], list[dict[str, Any]]], pack: Path
) -> None:
    (store.folder / "packs").mkdir()
    shutil.copy(pack, store.folder / "packs" / "a.mbtiles")
    (store.folder / "packs" / "b.mbtiles").write_bytes(b"cut short")
    good, bad = rows(2)
    assert (good["problem"], bool(bad["problem"])) == ("", True)
