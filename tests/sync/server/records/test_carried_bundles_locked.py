"""A carried bundle where another program holds the server's database. Of SQLite; PostgreSQL: test_postgresql_killed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from sealing import bundle_of, carried_here, sealed_for
from sqlcipher3 import dbapi2 as sqlite
from wire import Tablet

from sync.server.accounts import server_key
from sync.server.records import carried_bundles
from sync.server.records.models import CarriedBundle


@pytest.mark.django_db(transaction=True)
def test_a_locked_database_is_waited_for(
    enrol_tablet: Callable[..., Tablet], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy is made, somebody looks into it: nothing for an officer to decide."""
    monkeypatch.setattr(settings, "DATA", tmp_path)
    name = carried_here(sealed_for(server_key.seal_public(), bundle_of(enrol_tablet(), tmp_path)), tmp_path)
    other = sqlite.connect(connection.settings_dict["NAME"], isolation_level=None)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked"):
            carried_bundles.take_in_waiting()  # it cannot even be noted
        assert carried_bundles.path_of(name).exists()
        other.execute("ROLLBACK")
        carried_bundles.take_in_waiting()
    finally:
        other.close()
        connection.close()
    assert CarriedBundle.objects.get().state == CarriedBundle.State.TAKEN_IN
