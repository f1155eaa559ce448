"""The names an entry's icon may bear: the icons of the installed package and the house's own."""

from __future__ import annotations

import zipfile
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

HOUSE_ICONS = files("resources") / "icons"


@cache
def icon_names() -> frozenset[str]:
    """Names as entries write them: "trash-2", "house:interstice"."""
    with zipfile.ZipFile(str(files("lucide") / "lucide.zip")) as package:
        bought = {PurePosixPath(name).stem for name in package.namelist() if name.endswith(".svg")}
    own = {f"house:{PurePosixPath(file.name).stem}" for file in HOUSE_ICONS.iterdir()}
    return frozenset(bought | own)
