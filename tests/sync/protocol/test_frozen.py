"""A class made by `frozen` is what `dataclass(frozen=True, kw_only=True)` would have made of it."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Mapping

import pytest

from sync.protocol.frozen import frozen


@frozen()
class Place:
    """Without slots."""

    lat: int
    name: str = ""
    said: Mapping[str, str] = dataclasses.field(default_factory=dict)


@frozen()
class Bench(Place):
    """A kind of it."""

    broken: bool | None = None


@frozen(slots=True)
class Dot:
    """With slots."""

    lat: int
    lon: int = 0


@dataclasses.dataclass(frozen=True, kw_only=True)
class PlainPlace:
    """The same as the library makes it."""

    lat: int
    name: str = ""
    said: Mapping[str, str] = dataclasses.field(default_factory=dict)


def test_it_has_the_fields_defaults_repr_and_equality_of_a_frozen_dataclass() -> None:
    ours, plain = Place(lat=1, name="Rue"), PlainPlace(lat=1, name="Rue")
    assert dataclasses.asdict(ours) == dataclasses.asdict(plain)
    assert repr(ours) == repr(plain).replace("PlainPlace", "Place")
    assert ours == Place(lat=1, name="Rue") != Place(lat=2, name="Rue")
    assert ours.said is not Place(lat=1).said
    assert dataclasses.replace(ours, lat=3) == Place(lat=3, name="Rue")


def test_a_subclass_has_the_fields_of_both_and_is_never_equal_to_its_base() -> None:
    bench = Bench(lat=1, broken=True)
    assert [field.name for field in dataclasses.fields(bench)] == ["lat", "name", "said", "broken"]
    assert Bench(lat=1) != Place(lat=1)


@pytest.mark.parametrize("one", [Place(lat=1), Bench(lat=1), Dot(lat=1)])
def test_nothing_of_it_can_be_changed_or_taken_away(one: Place | Dot) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.lat = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.lat
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.other = 2  # type: ignore[union-attr]


def test_equal_ones_have_one_hash_as_the_library_counts_it() -> None:
    assert hash(Dot(lat=1)) == hash(Dot(lat=1, lon=0)) == hash((1, 0))
    assert len({Dot(lat=1), Dot(lat=1), Dot(lat=2)}) == 2


def test_a_missing_an_unknown_or_a_nameless_value_is_refused_at_the_first_use_and_later() -> None:
    @frozen()
    class Fresh:
        """Never made before."""

        lat: int

    for _ in range(2):
        for given in ({}, {"lat": 1, "lon": 2}):
            with pytest.raises(TypeError, match=r"Fresh\.__init__\(\)"):
                Fresh(**given)
        with pytest.raises(TypeError):
            Fresh(1)  # type: ignore[misc]
        assert Fresh(lat=1).lat == 1


@pytest.mark.parametrize("one", [Place(lat=1, said={"a": "b"}), Bench(lat=1), Dot(lat=1, lon=5)])
def test_a_copy_and_a_pickle_are_equal_to_it(one: Place | Dot) -> None:
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == copy.copy(one) == one


def test_slots_hold_no_dictionary() -> None:
    assert not hasattr(Dot(lat=1), "__dict__")
