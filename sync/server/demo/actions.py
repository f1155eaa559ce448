"""Puts the demonstration of resources/demo in the database; what is there already stays as it is."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any

from sync.formats.territory_file import read_territories
from sync.server.accounts.actions import give_role
from sync.server.accounts.models import Role, User
from sync.server.organisations.models import Organisation
from sync.server.records.feed import writing
from sync.server.territories.imports import save_shapes
from sync.server.territories.models import Territory


@dataclass(frozen=True, kw_only=True)
class Person:
    """Someone one may sign in as. `password` None: made earlier, its password was shown then."""

    username: str
    what: str
    password: str | None


def make(*, new_passwords: bool = False) -> list[Person]:
    """The demonstration, whole. Gives its people, with the passwords that were made now and are kept nowhere."""
    folder = files("resources") / "demo"
    with as_file(folder / "territory.geojson") as path:
        shapes = read_territories(path)
    with writing():
        save_shapes(shapes)
        for entry in _entries(folder / "organisations.toml", "organisation"):
            _organisation(entry)
        places = list(Territory.objects.filter(code__in=[shape.code for shape in shapes]))
        return [_person(entry, places, new_passwords) for entry in _entries(folder / "people.toml", "person")]


def _organisation(entry: dict[str, Any]) -> None:
    kept = {key: entry[key] for key in ("kind", "catalogue_code", "name_fr", "name_en", "short_name", "email")}
    Organisation.objects.get_or_create(code=entry["code"], defaults=kept)


def _person(entry: dict[str, Any], places: list[Territory], new_password: bool) -> Person:
    known = User.objects.filter(username=entry["username"]).exists()
    if known and not new_password:
        return Person(username=entry["username"], what=entry["fr"], password=None)
    user, password = give_role(
        entry["username"],
        Role(entry["role"]),
        organisation=Organisation.objects.get(code=entry["organisation"]) if entry.get("organisation") else None,
        territories=places,
        new_password=new_password,
        **{key: entry[key] for key in ("first_name", "last_name", "email")},
    )
    return Person(username=user.username, what=entry["fr"], password=password)


def _entries(file: Traversable, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))[name]
    return found
