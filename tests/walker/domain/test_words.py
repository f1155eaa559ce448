"""A word typed by a person is known or refused; it is never guessed."""

from __future__ import annotations

from typing import Any

import pytest

from sync.protocol import codec
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import TerritoryView
from walker.domain.words import TERRITORIES_SETTING, catalogue_of, territory_code, word_code
from walker.errors import WalkerError
from walker.store import Store


def test_a_code_a_label_or_an_alias_is_understood(store: Store) -> None:
    catalogue = catalogue_of(store)
    assert word_code(catalogue, "publics", "public", "women") == "women"
    assert word_code(catalogue, "publics", "public", "femmes") == "women"
    assert territory_code(store, catalogue, "Paris 01") == "paris_01"


def test_an_unknown_word_is_refused_with_the_choice(store: Store) -> None:
    catalogue = catalogue_of(store)
    with pytest.raises(WalkerError) as refusal:
        word_code(catalogue, "themes", "theme", "sorcellerie")
    assert refusal.value.code == "unknown_theme"
    assert "lighting" in str(refusal.value)
    with pytest.raises(WalkerError, match="no territory"):
        territory_code(store, catalogue, "atlantis")


def test_a_territory_that_only_the_server_knows_can_be_chosen(store: Store, make: Any) -> None:
    view = make(TerritoryView, code="demo", kind="qpv", name="Quartier de démonstration")
    body = codec.encode(view).decode()
    pulled = PulledRecord(seq=1, scopes=("everyone",), hash=codec.sha256(body.encode()), body=body)
    store.outbox.store_page(PullAnswer(epoch=view.id, records=(pulled,)))
    store.settings.set(TERRITORIES_SETTING, '["given_at_enrolment"]')
    catalogue = catalogue_of(store)
    assert territory_code(store, catalogue, "demo") == "demo"
    assert territory_code(store, catalogue, "Quartier de démonstration") == "demo"
    assert territory_code(store, catalogue, "given_at_enrolment") == "given_at_enrolment"
