"""What a disk may hold after a power cut: every write of a process, recorded by strace and replayed in part.

Only what was synced is certain. Of the rest any 512-byte sector may be there or not, in any order, and so may any
name: a file made, renamed or removed counts once its folder was synced. Folders themselves are taken as there.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,lseek,rename,unlink,sendto"
_SECTOR = 512
_HARDEST = 3  # every third cut keeps nothing unsynced
_LINE = re.compile(r"^(\d+) +(?:<\.\.\. )?(\w+)(.*)$")
_HEX = r"((?:\\x[0-9a-f]{2})*)"
_FD = re.compile(rf"^\d+<{_HEX}>")
_TEXT = re.compile(rf'"{_HEX}"')


@dataclass(frozen=True)
class Call:
    """One finished call: its name, the file or folder, its other path, bytes, numbers."""

    name: str
    path: str
    data: bytes = b""
    other: str = ""
    number: int = 0
    flags: str = ""


OPTIONS = ("-y", "-xx", "-s", "16777216", "-e", f"trace={CALLS}", "-e", "signal=none")


def record(strace: str, log: Path, command: Sequence[str]) -> list[Call]:
    """Run it to its end and give what it did to files."""
    done = subprocess.run([strace, "-f", *OPTIONS, "-o", str(log), *command], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return read(log)


def read(log: Path) -> list[Call]:
    """The calls of a log, in the order in which they ended; those that failed are left out."""
    calls, begun = [], {}
    with log.open() as lines:
        for line in lines:
            if not (found := _LINE.match(line)):
                continue
            thread, name, rest = found.groups()
            if rest.rstrip().endswith("<unfinished ...>"):
                begun[thread] = rest.rpartition("<unfinished")[0]
                continue
            if rest.startswith(" resumed>"):
                if thread not in begun:  # it was under way when strace came
                    continue
                rest = begun.pop(thread) + rest.removeprefix(" resumed>")
            if (call := _call(name, rest)) is not None:
                calls.append(call)
    return calls


def _call(name: str, rest: str) -> Call | None:
    asked, ended, result = rest.rpartition(" = ")
    if not ended or result.startswith(("-", "?")):  # strace left before it ended, or it failed
        return None
    asked = asked.lstrip("(").rstrip().removesuffix(")")
    texts = [_plain(text) for text in _TEXT.findall(asked)]
    if name == "openat":
        return Call(name, texts[0].decode(), flags=asked)
    if name in ("rename", "unlink"):
        return Call(name, texts[0].decode(), other=texts[1].decode() if name == "rename" else "")
    on = _FD.match(asked)
    path = _plain(on.group(1)).decode(errors="replace") if on else ""
    if name == "lseek":
        return Call(name, path, number=int(result.split()[0]))
    number = int(asked.rpartition(", ")[2]) if name in ("pwrite64", "ftruncate") else 0
    data = texts[0] if texts else b""
    return Call(name, path, data[: int(result.split()[0])] if name in ("write", "pwrite64") else data, number=number)


def _plain(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


@dataclass
class _File:
    """What is certain of it, and what may or may not be there: (offset, bytes), or (size, None) for a truncation."""

    certain: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        for at, data in self.pending:
            _apply(self.certain, at, data)
        self.pending.clear()

    def after_a_cut(self, dice: random.Random) -> bytes:
        content = bytearray(self.certain)
        for at, data in self.pending:
            if data is None:
                if dice.random() < 0.5:
                    _apply(content, at, None)
                continue
            for start in range(0, len(data), _SECTOR):
                if dice.random() < 0.5:
                    _apply(content, at + start, data[start : start + _SECTOR])
        return bytes(content)


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del content[at:]
        return
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(data)] = data


class Disk:
    """A folder as a process sees it, and as it may be found after a cut."""

    def __init__(self, folder: Path, before: Mapping[str, bytes]) -> None:
        self._folder = folder
        self._seen = {path: _File(bytearray(content)) for path, content in before.items()}
        self._certain = dict(self._seen)
        self._pending: list[_Naming] = []
        self._at: dict[str, int] = {}

    def take(self, call: Call) -> None:
        """What this call does to the files."""
        if not call.path.startswith(f"{self._folder}/") and call.path != str(self._folder):
            return
        made = self._seen.get(call.path)
        if call.name == "openat":
            self._open(call, made)
        elif call.name in ("write", "pwrite64") and made is not None:
            at = call.number if call.name == "pwrite64" else self._at.get(call.path, 0)
            made.pending.append((at, call.data))
            if call.name == "write":
                self._at[call.path] = at + len(call.data)
        elif call.name == "lseek":
            self._at[call.path] = call.number
        elif call.name == "ftruncate" and made is not None:
            made.pending.append((call.number, None))
        elif call.name in ("fsync", "fdatasync"):
            self._sync(call.path, made)
        elif call.name == "unlink":
            self._seen.pop(call.path, None)
            self._name(call.path, None)
        elif call.name == "rename" and made is not None:
            self._seen[call.other] = self._seen.pop(call.path)
            self._name(call.other, made, instead_of=call.path)

    def _open(self, call: Call, made: _File | None) -> None:
        if "O_DIRECTORY" in call.flags:
            return
        if made is None and "O_CREAT" in call.flags:
            made = self._seen[call.path] = _File()
            self._name(call.path, made)
        if made is not None and "O_TRUNC" in call.flags:
            made.pending.append((0, None))
        self._at[call.path] = len(made.after_a_cut(_Everything())) if made and "O_APPEND" in call.flags else 0

    def _name(self, path: str, file: _File | None, *, instead_of: str = "") -> None:
        self._pending.append(_Naming(path, file, instead_of))

    def _sync(self, path: str, made: _File | None) -> None:
        if made is not None:
            made.sync()
            return
        for naming in [each for each in self._pending if path in each.folders]:
            naming.do(self._certain)
            self._pending.remove(naming)

    def after_a_cut(self, dice: random.Random, into: Path) -> None:
        """Write there what may be left."""
        names = dict(self._certain)
        for naming in self._pending:
            if dice.random() < 0.5:
                naming.do(names)
        for name, file in names.items():
            path = into / Path(name).relative_to(self._folder)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.after_a_cut(dice))


@dataclass(frozen=True, eq=False)
class _Naming:
    """A name given to a file (in place of its other one), or taken from it: whole or not at all."""

    name: str
    file: _File | None
    instead_of: str

    @property
    def folders(self) -> set[str]:
        return {each.rpartition("/")[0] for each in (self.name, self.instead_of) if each}

    def do(self, names: dict[str, _File]) -> None:
        if self.instead_of:
            names.pop(self.instead_of, None)
        if self.file is None:
            names.pop(self.name, None)
        else:
            names[self.name] = self.file


class _Everything(random.Random):
    """Dice that keep all."""

    def random(self) -> float:
        return 0.0


class _Nothing(random.Random):
    """Dice that keep only what is certain: the hardest cut."""

    def random(self) -> float:
        return 1.0


@dataclass(frozen=True)
class Recording:
    """What a process did to a folder, and how to tell what it promised and what is not there."""

    calls: Sequence[Call]
    folder: Path
    promise: Callable[[Call], list[str]]
    violations: Callable[[Path, list[str]], list[str]]
    # What was there before, by path.
    before: Mapping[str, bytes] = field(default_factory=dict)

    def moments(self, count: int, seed: int) -> list[int]:
        """After so many calls the power goes: that many times anywhere, and right after each promise."""
        promised = [at for at, call in enumerate(self.calls, start=1) if self.promise(call)]
        anywhere = random.Random(seed).choices(range(1, len(self.calls) + 1), k=count)
        return sorted((*anywhere, *promised * _HARDEST))

    def birth(self, times: int) -> list[int]:
        """Until the first promise, each moment so often."""
        promised = next(at for at, call in enumerate(self.calls, start=1) if self.promise(call))
        changed = [at for at, call in enumerate(self.calls[:promised], start=1) if str(self.folder) in call.path]
        return [moment for moment in changed for _ in range(times)]

    def sweep(self, moments: Sequence[int], into: Path, seed: int) -> list[str]:
        """What was promised by then and is not there. Every third cut keeps nothing unsynced: the hardest."""
        dice, disk = random.Random(seed), Disk(self.folder, self.before)
        promised: list[str] = []
        found: list[str] = []
        at = 0
        for number, moment in enumerate(moments):
            for call in self.calls[at:moment]:
                disk.take(call)
                promised += self.promise(call)
            at = moment
            image = into / f"cut-{number}"
            image.mkdir()
            disk.after_a_cut(_Nothing() if number % _HARDEST == 0 else dice, image)
            found += [f"cut after call {moment}: {line}" for line in self.violations(image, promised)]
            shutil.rmtree(image)
        return found


def python(script: Path, *arguments: str) -> list[str]:
    """A command that runs it with this Python."""
    return [sys.executable, str(script), *arguments]
