"""Many rows in one statement: written by an executemany on SQLite and a COPY on PostgreSQL, and found by their ids.

Django asks every column of every row, and every id of a list, a dozen questions; for the hundreds of rows of one push
that costs several times what the database does with them. Ours asks once a column, and once a list.
"""

from __future__ import annotations

import functools
import json
import operator
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import connection, models

# Values that both databases take as they are.
_PLAIN = (
    models.CharField, models.TextField, models.IntegerField, models.FloatField, models.BooleanField, models.BinaryField,
)  # fmt: skip
Adapt = Callable[[Any], Any]


def found(columns: Sequence[str], table: str, column: str, among: Collection[str]) -> list[tuple[Any, ...]]:
    """These columns of the rows whose `column` is one of a list."""
    if not among:
        return []
    if connection.vendor == "postgresql":
        where = f"{column} = ANY(%s)"
        wanted: Any = list(among)
    else:
        where = f"{column} IN (SELECT value FROM json_each(%s))"
        wanted = json.dumps(list(among))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE {where}", [wanted])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def insert(model: type[models.Model], objects: Iterable[models.Model]) -> None:
    """New rows of that table. Raises IntegrityError when one is there already."""
    columns, read, adapters = _plan(model, connection.vendor)
    rows = [read(each) for each in objects]
    insert_rows(model._meta.db_table, columns, adapted(rows, adapters))


def insert_rows(table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """New rows, their values as the database wants them."""
    if not rows:
        return
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)


def adapted(rows: Sequence[Sequence[Any]], adapters: Sequence[tuple[int, Adapt]]) -> Sequence[Sequence[Any]]:
    """The rows with the values at these places as the database wants them."""
    if not adapters:
        return rows
    done = []
    for row in rows:
        values = list(row)
        for place, adapt in adapters:
            if values[place] is not None:
                values[place] = adapt(values[place])
        done.append(values)
    return done


@functools.lru_cache(maxsize=256)
def moment(value: datetime) -> Any:
    """A moment as the database keeps it: SQLite as text. Rows of one push share theirs, so it is made once."""
    return connection.ops.adapt_datetimefield_value(value)


@functools.cache
def _plan(
    model: type[models.Model], vendor: str
) -> tuple[tuple[str, ...], Callable[[Any], Any], list[tuple[int, Adapt]]]:
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.CompositePrimaryKey)]
    adapters = [
        (place, _adapter(field, vendor)) for place, field in enumerate(fields) if not isinstance(_held(field), _PLAIN)
    ]
    columns = tuple(str(field.column) for field in fields)
    return columns, operator.attrgetter(*(field.attname for field in fields)), adapters


def _held(field: models.Field[Any, Any]) -> Any:
    """What a column holds: of a link to another table, that table's key."""
    return field.target_field if isinstance(field, models.ForeignKey) else field


def _adapter(field: models.Field[Any, Any], vendor: str) -> Adapt:
    if isinstance(field, models.DateTimeField):
        return moment if vendor == "sqlite" else (lambda value: value)
    return lambda value: field.get_db_prep_save(value, connection)
