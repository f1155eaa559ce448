"""XLSX: one sheet a layer, a real table with a filter row; texts are never taken for formulas."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sync.formats.export.layer import Layer

_SHEET_NAME = 31
_WIDEST = 60
_MOST_TEXT = 32_767


def write(path: Path, layers: Sequence[Layer]) -> None:
    """`id`, the columns, latitude and longitude of points."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for layer in layers:
            sheet = book.add_worksheet(layer.name[:_SHEET_NAME])
            heads = ["id", *layer.columns, "latitude", "longitude"]
            widths = [len(head) for head in heads]
            for row, feature in enumerate(layer.features, start=1):
                point = feature.geometry if feature.geometry and feature.geometry.kind == "Point" else None
                lon, lat = point.parts[0][0] if point else (None, None)
                cells = [feature.id, *(feature.values.get(column) for column in layer.columns), lat, lon]
                for column, value in enumerate(cells):
                    if isinstance(value, str):
                        sheet.write_string(row, column, value[:_MOST_TEXT])
                    elif value is not None:
                        sheet.write(row, column, value)
                    widths[column] = max(widths[column], min(_WIDEST, len(str(value or ""))))
            last = max(len(layer.features), 1)
            sheet.add_table(0, 0, last, len(heads) - 1, {"columns": [{"header": head} for head in heads]})
            for column, width in enumerate(widths):
                sheet.set_column(column, column, width + 2)
            sheet.freeze_panes(1, 1)
