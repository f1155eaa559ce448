"""Runs the benchmarks named and prints a table of figures beside their limits; all of them also write RESULTS.md."""

from __future__ import annotations

import importlib
import os
import platform
import sys
import traceback
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"
# bench_<name>.py, in the order of the table: what a person waits for first, then what a server and a wire carry.
NAMES = (
    "save",
    "tap",
    "walk",
    "replay",
    "photo",
    "window",
    "map",
    "thread",
    "push",
    "crowd",
    "track",
    "sync",
    "link",
    "machine",
    "soak",
)

Row = Mapping[str, Any]
_HEAD = ("goal", "ours", "limit", "ratio", "target", "met")


def main(wanted: Sequence[str]) -> int:
    """0 when every benchmark ran, whether or not it met its goal; a missed goal is written, never hidden.

    One that fails keeps no other from running, and is named.
    """
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        sys.stderr.write(f"unknown: {' '.join(unknown)}; choose from {' '.join(NAMES)}\n")
        return 2
    rows: list[Row] = []
    broken: list[str] = []
    for name in wanted or NAMES:
        sys.stderr.write(f"{name} …\n")
        try:
            rows += importlib.import_module(f"benchmarks.bench_{name}").run()
        except Exception as fault:
            traceback.print_exc()
            broken.append(f"{name} did not run to its end: {type(fault).__name__}: {fault}".splitlines()[0])
        if not wanted:  # a table of some rows would pass for the whole
            _write(rows, broken)
    sys.stdout.write(_table(rows) + _notes(rows, broken))
    return 1 if broken else 0


def _write(rows: Sequence[Row], broken: Sequence[str]) -> None:
    """The table of a whole run, before what was written beside single runs."""
    before = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    _, mark, beside = before.partition("\n## ")
    RESULTS.write_text(f"{_preface()}\n{_table(rows)}{_notes(rows, broken)}{mark}{beside}", encoding="utf-8")


def _table(rows: Sequence[Row]) -> str:
    cells = [_HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[at]) for line in cells) for at in range(len(_HEAD))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in cells
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:], ""])


def _cells(row: Row) -> tuple[str, ...]:
    return (
        str(row["goal"]),
        _measured(row["ours_s"], row.get("unit", "s")),
        _measured(row["limit_s"], row.get("unit", "s")),
        f"{row['ratio']:.2f}",
        f"≤ {row['target']:g}",
        "yes" if row["ratio"] <= row["target"] else "**missed**",
    )


def _measured(value: float, unit: str) -> str:
    if unit == "s" and value < 1:
        return f"{value * 1000:.3g} ms"
    return f"{value:.3g} {unit}"


def _notes(rows: Sequence[Row], broken: Sequence[str]) -> str:
    notes = [f"- {row['goal']}: {row['note']}" for row in rows if row.get("note")]
    notes += [f"- **{line}**" for line in broken]
    return "\n".join(["", *notes, ""]) if notes else ""


def _preface() -> str:
    return f"""# Benchmarks

Written by `scripts/bench` on {datetime.now(UTC):%Y-%m-%d %H:%M} UTC; load of the machine at the end {_load()}.
{_machine()}

Read the ratios: ours and the limit take turns in the same run on the same disk, so that a busy machine slows both.
A goal that was missed is written as missed.
"""


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _machine() -> str:
    from sync import sqlite_driver

    name = platform.processor() or platform.machine()
    cpu_info = Path("/proc/cpuinfo")
    if cpu_info.exists():
        models = [line.partition(":")[2].strip() for line in cpu_info.read_text().splitlines() if "model name" in line]
        name = models[0] if models else name
    system = f"{platform.system()} {platform.machine()}"
    return (
        f"{os.cpu_count()} cores ({name}), {system}, Python {platform.python_version()}, "
        f"SQLite {sqlite_driver.linked_version()}."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
