"""Frozen dataclasses that cost little to import: their methods are shared, and `__init__` is written at its first use.

`dataclass(frozen=True)` compiles six methods for each class while its module is imported; for the kinds of record and
what stands beside them that was a tenth of a cold start, mostly for kinds that the first page never makes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(dataclasses.field,))
def frozen(*, slots: bool = False) -> Callable[[type[T]], type[T]]:
    """As `dataclass(frozen=True, kw_only=True)`: fields(), replace(), equality, hash and repr are the same."""

    def make(kind: type[T]) -> type[T]:
        made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=True, slots=slots)(kind)

        def first(self: Any, **given: Any) -> None:
            made.__init__ = _init_of(made)
            made.__init__(self, **given)

        methods: dict[str, Any] = {
            "__init__": first,
            "__repr__": _repr,
            "__eq__": _equals,
            "__hash__": _hash,
            "__setattr__": _refuse,
            "__delattr__": _refuse,
        }
        if slots:  # a copy of what has no __dict__ is filled in by these
            methods |= {"__getstate__": _values, "__setstate__": _restore}
        own = vars(kind)
        for name, method in methods.items():
            if name not in own:
                setattr(made, name, method)
        return made  # type: ignore[no-any-return]

    return make


def _init_of(kind: Any) -> Any:
    """As the library writes it."""
    fields = [
        (
            field.name,
            field.type,
            dataclasses.field(default_factory=field.default_factory)
            if field.default_factory is not dataclasses.MISSING
            else dataclasses.field(default=field.default),
        )
        for field in dataclasses.fields(kind)
    ]
    whole: Any = dataclasses.make_dataclass(
        kind.__name__, fields, repr=False, eq=False, frozen=True, kw_only=True, match_args=False
    )
    return whole.__init__


# By class, as attrgetter: comparing ten thousand records is one call each. One field is a tuple, too.
_GETTERS: dict[type, Callable[[Any], tuple[Any, ...]]] = {}


def _values(self: Any) -> tuple[Any, ...]:
    getter = _GETTERS.get(type(self))
    if getter is None:
        names = [field.name for field in dataclasses.fields(self)]
        getter = attrgetter(*names) if len(names) > 1 else lambda one: tuple(getattr(one, name) for name in names)
        _GETTERS[type(self)] = getter
    return getter(self)


def _restore(self: Any, values: Sequence[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), values, strict=True):
        object.__setattr__(self, field.name, value)


def _equals(self: Any, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return _values(self) == _values(other)


def _hash(self: Any) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:
    said = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{type(self).__qualname__}({said})"


def _refuse(self: Any, name: str, *_value: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r} of {type(self).__name__}")
