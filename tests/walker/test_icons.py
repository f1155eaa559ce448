"""Icons come by name, in the colour asked for, and a name nobody knows is still drawn."""

from __future__ import annotations

import logging
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from walker.icons import UNKNOWN, DashProvider, IconProvider, draw_icon, icon_exists, icon_svg
from walker.installed import folder_of


def ink_of(image: QImage) -> set[str]:
    """The opaque colours of a picture."""
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def covered(image: QImage) -> int:
    return sum(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_an_icon_takes_the_colour_asked_for(qapp: QApplication) -> None:
    size = QSize()
    image = IconProvider().requestImage("trash-2?color=AD3F0C&stroke=2.4", size, QSize(46, 46))
    assert (image.width(), image.height(), size) == (46, 46, QSize(46, 46))
    assert ink_of(image) == {"#ad3f0c"}


def test_a_thicker_stroke_covers_more(qapp: QApplication) -> None:
    thin, thick = (draw_icon("flag", colour="000000", stroke=s, size=QSize(48, 48)) for s in ("1.5", "3"))
    assert covered(thick) > 1.4 * covered(thin)


def test_an_unknown_name_is_drawn_as_a_question_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    assert not icon_exists("of-a-later-catalogue")
    with caplog.at_level(logging.WARNING, "walker.icons"):
        assert icon_svg("of-a-later-catalogue") == icon_svg(UNKNOWN)
    assert "of-a-later-catalogue" in caplog.text


def test_a_house_pictogram_that_is_not_there_is_known_to_be_missing() -> None:
    assert not icon_exists("house:nothing")
    assert icon_exists("sofa")


def test_a_dashed_box_is_filled_and_has_gaps_in_its_edge(qapp: QApplication) -> None:
    wish = "box?fill=ffffffff&edge=ff000000&width=2&radius=16"
    image = DashProvider().requestImage(wish, QSize(), QSize(200, 72))
    assert image.pixelColor(100, 36).name() == "#ffffff"
    assert image.pixelColor(0, 0).alpha() == 0
    inked = [image.pixelColor(x, 0).alpha() == 255 for x in range(20, 180)]
    assert 0.4 < sum(inked) / len(inked) < 0.7


def test_every_icon_of_the_package_is_found_as_the_archive_itself_would() -> None:
    with ZipFile(folder_of("lucide") / "lucide.zip") as archive:
        assert all(icon_svg(name.removesuffix(".svg")).encode() == archive.read(name) for name in archive.namelist())


def test_the_end_of_a_longer_name_is_no_icon() -> None:
    assert icon_exists("arrow-up")
    assert not icon_exists("rrow-up")
