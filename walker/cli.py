"""The command `walker`: parses, dispatches, and turns every outcome into one line of JSON and an exit code.

0 done, 2 usage, 3 work left, 4 refused or invalid input, 1 a bug. Without a command it opens the field app. Heavy
modules are imported by the command that needs them.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from walker.errors import WalkerError
from walker.installed import app_version

if TYPE_CHECKING:
    import random

    from sync.client.engine import SyncResult
    from walker.store import Store

DONE, BUG, USAGE, WORK_LEFT, REFUSED = 0, 1, 2, 3, 4
SYNC_EVERY_S = 60.0

Outcome = tuple[int, Any]


class _UsageError(Exception):
    """What was typed is no command of ours."""


class _Parser(argparse.ArgumentParser):
    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, allow_abbrev=False)  # a script must not break when an option is added

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        raise _UsageError(message)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; what it prints is a contract (DESIGN §6)."""
    typed = list(sys.argv[1:] if argv is None else argv)
    as_json = "--json" in typed
    _write_utf8()
    try:
        options = _parser().parse_args(typed)
        if options.command is None:
            return _open_window(options.data, options.position)
        code, result = options.run(options)
    except _UsageError as fault:
        return _fail(USAGE, {"code": "usage", "message": str(fault)}, f"walker: {fault}", as_json)
    except KeyboardInterrupt:
        return _fail(REFUSED, {"code": "interrupted", "message": "interrupted"}, "walker: interrupted", as_json)
    except Exception as fault:
        told = _as_refusal(fault)
        if told is not None:
            return _fail(REFUSED, told, str(fault), as_json)
        traceback.print_exc()
        bug = {"code": "bug", "message": f"{type(fault).__name__}: {fault}"}
        return _fail(BUG, bug, "walker: this is a bug; the lines above say where", as_json)
    try:
        if as_json:
            _print_json(result)
        else:
            from walker.commands.words import show

            show(options.command, result)
        sys.stdout.flush()
    except OSError as fault:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python would try again at its end
        if not isinstance(fault, BrokenPipeError):  # there, whoever read it has seen enough
            _say(f"standard output: the result cannot be written there ({fault.strerror}); what was asked is done")
            return REFUSED
    return int(code)


def data_dir(given: Path | None) -> Path:
    """The folder of `--data`, else the user's own."""
    if given is not None:
        return given
    import platformdirs

    return Path(platformdirs.user_data_dir("gup-walker", appauthor=False))


def _fail(code: int, error: dict[str, Any], words: str, as_json: bool) -> int:
    print(" ".join(words.split()), file=sys.stderr)  # noqa: T201
    if as_json:
        _print_json({"error": error})
    return code


def _write_utf8() -> None:
    """JSON is UTF-8 whatever the console speaks; a file name that is no text is escaped, in JSON's own way."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, separators=(",", ":")))  # noqa: T201


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)  # noqa: T201


def _as_refusal(fault: Exception) -> dict[str, Any] | None:
    """The error's own fields when it is one that a person can mend; None for a bug."""
    from sync.formats.errors import InputError
    from sync.protocol.errors import SyncError

    if isinstance(fault, SyncError):
        return {"code": fault.error.code, "message": str(fault)}
    if isinstance(fault, WalkerError | InputError):
        told = {
            "code": fault.code,
            "message": fault.message,
            "file": fault.file,
            "place": getattr(fault, "place", None),
            "mend": fault.mend,
        }
        return {key: value for key, value in told.items() if value}
    return None


def _open_window(data: Path | None, position: str | None) -> int:
    from walker.start import start

    return start(data_dir(data), position)


def _enrol(options: argparse.Namespace) -> Outcome:

    from sync.client.enrol import enrol
    from walker.domain.words import TERRITORIES_SETTING
    from walker.store import open_store

    with open_store(data_dir(options.data)) as store:
        authority = _keep_authority(store, options.ca)
        answer = enrol(options.url, options.code, store.identity, app_version=app_version(), authority=authority)
        store.outbox.set_enrolment(options.url, answer.token, answer.epoch, answer.server_key, answer.seal_key)
        store.settings.set(TERRITORIES_SETTING, json.dumps(list(answer.territories)))
        return DONE, {
            "device_id": store.identity.device_id(),
            "url": options.url,
            "server_name": answer.server_name,
            "territories": list(answer.territories),
        }


def _keep_authority(store: Store, file: Path | None) -> str:
    """The private authority of the server, in PEM: of this file, from now on, else the one kept before."""
    from sync.client.link import check_authority
    from walker.store.outbox import AUTHORITY

    if file is None:
        return store.settings.get(AUTHORITY) or ""
    try:
        authority = file.read_text(encoding="utf-8", errors="replace")
    except OSError as fault:
        raise _UsageError(f"{file}: cannot be read ({fault.strerror})") from fault
    check_authority(authority)
    store.settings.set(AUTHORITY, authority)
    return authority


def _replay(options: argparse.Namespace) -> Outcome:
    from walker.commands.replay import ReplayOptions, replay

    typed = ReplayOptions(
        log=options.log,
        photos=options.photos,
        photos_checked=options.photos_checked,
        reports=options.reports,
        territory=options.territory,
        publics=options.public,
        themes=options.theme,
        title=options.title.encode("utf-8", errors="replace").decode(),  # a console of another encoding
    )
    return DONE, replay(data_dir(options.data), typed, _say)


def _list(options: argparse.Namespace) -> Outcome:
    from walker.commands.listing import listing
    from walker.store import open_store

    with open_store(data_dir(options.data), writable=False) as store:
        return DONE, listing(store, options.what, _say)


def _sync(options: argparse.Namespace) -> Outcome:
    import random
    import time

    from sync.client.engine import Engine
    from sync.protocol import times
    from walker.store import open_store

    def progress(phase: str, done: int, total: int) -> None:
        _say(f"{phase}: {done}/{total}" if total else f"{phase}: {done}")

    with open_store(data_dir(options.data)) as store:
        _keep_authority(store, options.ca)
        engine = Engine(store.outbox, app_version=app_version(), progress=progress)
        result, failures, dice = None, 0, random.Random()
        try:
            while result is None or not (options.once or _is_hopeless(result)):
                if result is not None:
                    time.sleep(_pause_s(result, failures, dice))
                result = engine.sync()
                failures = failures + 1 if result.fault else 0
                if result.parted:
                    _say("this tablet's data is a copy, or was put back from one: it has an id of its own now")
                if result.fault is not None:
                    _say(str(result.fault))
                else:
                    store.settings.set("last_sync", times.now())
        except KeyboardInterrupt:
            if result is None:
                raise
    return result.exit_code, result.as_json()


def _is_hopeless(result: SyncResult) -> bool:
    from sync.protocol.errors import FOR_A_PERSON

    return result.fault is not None and result.fault.error in FOR_A_PERSON


def _pause_s(result: SyncResult, failures: int, dice: random.Random) -> float:
    """As the window's: a server that asks for time gets it, and tablets of one building do not come back at once."""
    from walker.domain.sending_times import next_try_s

    if result.fault is None:
        return SYNC_EVERY_S * dice.uniform(1.0, 1.2)
    return next_try_s(failures, result.fault.retry_after, dice)


def _export(options: argparse.Namespace) -> Outcome:
    from walker.commands.export import export, unsupported
    from walker.store import open_store

    if (reason := unsupported(options.to)) is not None:
        raise _UsageError(reason)
    if options.to.suffix.lower() == ".gupz":
        from walker.commands.bundles import export_bundle

        with open_store(data_dir(options.data)) as store:  # what leaves is noted
            return DONE, export_bundle(store, options.walk_id, options.to, app_version=app_version())
    with open_store(data_dir(options.data), writable=False) as store:
        return DONE, export(store, options.walk_id, options.to)


def _import(options: argparse.Namespace) -> Outcome:
    from sync.formats.bundle import is_bundle
    from sync.formats.kit import is_kit, read_kit
    from sync.protocol.bundle import ENDING

    if is_bundle(options.file) or options.file.suffix.lower() == ENDING:
        return _import_answer(options)
    if not is_kit(options.file):
        read_kit(options.file)  # says what is wrong with it
    from datetime import UTC, datetime

    from walker.domain.kits import bring
    from walker.store import open_store

    with open_store(data_dir(options.data)) as store:
        walk = bring(store, lambda: datetime.now(UTC), options.file)
        return DONE, {
            "walk_id": walk.id,
            "title": walk.title,
            "stops": len(walk.planned_stops),
            "route_points": len(walk.route),
            "grid_code": walk.grid_code,
            "grid_version": walk.grid_version,
        }


def _import_answer(options: argparse.Namespace) -> Outcome:
    from walker.commands.bundles import import_answer
    from walker.store import open_store

    with open_store(data_dir(options.data)) as store:
        told = import_answer(store, options.file)
    return REFUSED if told["kept"] else WORK_LEFT if told["left"] else DONE, told


def _pack_list(options: argparse.Namespace) -> Outcome:
    from walker.maps.packs import list_addresses, list_packs

    folder = data_dir(options.data)
    return DONE, [pack.as_dict() for pack in (*list_packs(folder), *list_addresses(folder))]


def _pack_import(options: argparse.Namespace) -> Outcome:
    from walker.maps.packs import ADDRESS_FILES, import_addresses, import_pack

    take_in = import_addresses if options.file.suffix.lower() in ADDRESS_FILES else import_pack
    return DONE, take_in(data_dir(options.data), options.file).as_dict()


def _pack_build(options: argparse.Namespace) -> Outcome:
    from walker.maps.packs import build_demonstration, build_packs

    folder = data_dir(options.data)
    if options.drawing is None:
        return DONE, [pack.as_dict() for pack in build_demonstration(folder)]
    name = options.name or options.drawing.stem
    title = options.title or name
    return DONE, [pack.as_dict() for pack in build_packs(folder, options.drawing, title=title, name=name)]


def _doctor(options: argparse.Namespace) -> Outcome:
    from walker.commands.doctor import examine

    folder = data_dir(options.data)
    report = examine(folder)
    if report["sound"]:
        return DONE, report
    _say(report["database"].get("problem") or f"{folder}: something kept here is damaged; the report says what")
    return REFUSED, report


def _authority(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--ca", type=Path, metavar="FILE", help="the server's certificate is signed by this authority (PEM); kept"
    )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="walker", description="Marches exploratoires / Exploratory walks")
    parser.add_argument("--data", type=Path, help=argparse.SUPPRESS)
    parser.add_argument(
        "--position",
        metavar="SOURCE",
        help="where the window gets its position from: own, none, nmea:FILE, nmea:serial:PORT or replay:LOG",
    )
    commands = parser.add_subparsers(dest="command", parser_class=_Parser)

    enrol = _command(commands, "enrol", _enrol, "join a server, with the code it gave")
    enrol.add_argument("url")
    enrol.add_argument("code")
    _authority(enrol)

    replay = _command(commands, "replay", _replay, "record a walk from a log, its photos and reports")
    replay.add_argument("log", type=Path)
    replay.add_argument("--photos", type=Path, metavar="DIR")
    replay.add_argument("--photos-checked", action="store_true", help="a person looked at every photo")
    replay.add_argument("--reports", type=Path, metavar="FILE")
    replay.add_argument("--territory", metavar="CODE")
    replay.add_argument("--public", action="append", default=[], metavar="CODE")
    replay.add_argument("--theme", action="append", default=[], metavar="CODE")
    replay.add_argument("--title", default="")

    listing = _command(commands, "list", _list, "what this tablet holds")
    listing.add_argument(
        "what", choices=("walks", "reports", "spaces", "photos", "receipts", "territories", "categories")
    )

    sync = _command(commands, "sync", _sync, "send and receive")
    sync.add_argument(
        "--once", action="store_true", help="one time; otherwise until interrupted, or until only a person can mend it"
    )
    _authority(sync)

    export = _command(commands, "export", _export, "write walks to a file, by its ending")
    export.add_argument("walk_id", nargs="?", metavar="WALK_ID")
    export.add_argument("--to", type=Path, required=True, metavar="FILE")

    bundle = _command(
        commands, "import", _import, "take in a walk kit or a GPX route as a walk to come, or the answer to a .gupz"
    )
    bundle.add_argument("file", type=Path)

    pack = commands.add_parser("pack", help="maps for use without network")
    actions = pack.add_subparsers(dest="action", required=True, parser_class=_Parser)
    _command(actions, "list", _pack_list, "the packs of this tablet")
    importing = _command(
        actions, "import", _pack_import, "check a map pack or a list of addresses (CSV, GeoJSON) and take it in"
    )
    importing.add_argument("file", type=Path)
    building = _command(
        actions, "build", _pack_build, "draw a pack from a GeoJSON basemap; without one, the demonstration"
    )
    building.add_argument("drawing", type=Path, nargs="?")
    building.add_argument("--name")
    building.add_argument("--title")

    _command(commands, "doctor", _doctor, "examine this tablet")
    return parser


def _command(commands: Any, name: str, run: Callable[[argparse.Namespace], Outcome], words: str) -> _Parser:
    parser: _Parser = commands.add_parser(name, help=words)
    # SUPPRESS: an option not given after the command keeps what stood before it.
    parser.add_argument("--data", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="the data folder")
    parser.add_argument("--json", action="store_true", help="one line of JSON on standard output")
    parser.set_defaults(run=run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
