"""Writes layers of features as GeoJSON, CSV, XLSX, GeoPackage or GPX, chosen by the file's ending."""

from sync.formats.export.layer import Feature, Geometry, Layer
from sync.formats.export.write import ENDINGS, UnknownEnding, write_layers

__all__ = ["ENDINGS", "Feature", "Geometry", "Layer", "UnknownEnding", "write_layers"]
