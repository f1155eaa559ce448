"""Puts perimeters read from a file beside those the catalogue names: the same official code or name is the same one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sync.formats.territory_file import TerritoryShape
from sync.server.catalogue import access as catalogue
from sync.server.records.feed import writing
from sync.server.territories.actions import HAND_DRAWN, TerritoryChange, save
from sync.server.territories.models import Territory


def save_shapes(shapes: Sequence[TerritoryShape]) -> list[tuple[TerritoryShape, Territory]]:
    """All of them in one transaction; gives each shape with its territory."""
    with writing():
        saved = save([_change(shape) for shape in shapes])
    return list(zip(shapes, saved, strict=True))


def _change(shape: TerritoryShape) -> TerritoryChange:
    known = _known(shape)
    data = {"vintage": shape.vintage, "repaired": shape.repaired}
    return TerritoryChange(
        code=known.code if known else _free_code(shape),
        kind=known.kind if known else shape.kind,
        name=known.name if known else shape.name,
        official_code=shape.official_code or "",
        aliases=(shape.name,) if known and known.name != shape.name else (),
        arrondissements=shape.arrondissements,
        valid_from=date(shape.vintage, 1, 1) if shape.vintage else None,
        geometry=shape.geometry,
        data={key: value for key, value in data.items() if value is not None},
    )


def _known(shape: TerritoryShape) -> Territory | None:
    """The territory this outline belongs to. A zone drawn by hand never becomes an official one by its name."""
    same_code = Territory.objects.filter(code=shape.code).first()
    if shape.kind == HAND_DRAWN:
        return same_code if same_code and same_code.kind == HAND_DRAWN else None
    if shape.official_code:
        official = Territory.objects.filter(official_code=shape.official_code).first()
        if official is not None:
            return official
    if same_code is not None:
        return same_code
    named = catalogue.catalogue().resolve("territories", shape.name)
    row = Territory.objects.filter(code=named, kind=shape.kind).first() if named else None
    # The districts of 2024 are other perimeters than those of 2015, even under the same name.
    if row is not None and shape.vintage and row.valid_from and row.valid_from.year != shape.vintage:
        return None
    return row


def _free_code(shape: TerritoryShape) -> str:
    taken = Territory.objects.filter(code=shape.code).exists()
    return f"{shape.code}_{shape.kind}" if taken else shape.code
