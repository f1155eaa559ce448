"""Enrolling a tablet from its page: the square says what the tablet reads, the words are those it will show."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from follow_up_office import Office

from sync.protocol.enrol_link import EnrolLink, read_enrol_link
from sync.protocol.three_words import three_words
from sync.server.accounts.actions import hash_of
from sync.server.accounts.models import EnrolCode
from sync.server.console.tablets import _qr

pytestmark = pytest.mark.database


@pytest.fixture
def desk(office: Office) -> Client:
    client = Client(headers={"accept-language": "fr"})
    client.force_login(office.cell, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_square_holds_the_address_and_the_code_that_are_written_beside_it(office: Office, desk: Client) -> None:
    answer = desk.post("/tablets/code", {"territory": ["goutte-dor"]})
    code, address = answer.context["code"], answer.context["address"]
    link = EnrolLink(url=address, code=code)
    assert read_enrol_link(link.text) == link
    page = answer.content.decode()
    assert code in page and address in page
    assert drawn(page) == drawn(_qr(link.text))


def test_three_words_stand_beside_it_and_it_lives_ten_minutes(office: Office, desk: Client) -> None:
    """DESIGN-UI §5: code + three words to compare, 10 minutes, once."""
    answer = desk.post("/tablets/code", {"territory": ["goutte-dor"]})
    page = answer.content.decode()
    for word in three_words(answer.context["address"], answer.context["code"]):
        assert f"<li>{word}</li>" in page
    assert "une seule fois, pendant 10 minutes" in page
    kept = EnrolCode.objects.get(code_hash=hash_of(answer.context["code"].replace("-", "")))
    assert timedelta(minutes=9) < kept.expires_at - datetime.now(UTC) <= timedelta(minutes=10)


def drawn(page: str) -> str:
    """The lines of the square."""
    found = re.search(r'd="(M[^"]{200,})"', page)
    assert found is not None
    return found.group(1)
