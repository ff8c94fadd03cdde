"""The kept database, restored beside the test's own and migrated to what it is today."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from psycopg.conninfo import make_conninfo

HERE = Path(__file__).parent
COMMIT = "f9057a1"


@pytest.fixture(scope="module")
def migrated(django_db_setup, django_db_blocker) -> Iterator[None]:
    """While this fixture is active every query goes to the migrated database."""
    with django_db_blocker.unblock(), override_settings(API_ANONYMOUS_RATE="", API_TOKEN_RATE=""):
        own = connection.settings_dict["NAME"]
        name = f"{own}_{COMMIT}"
        _administer(f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}"')
        try:
            _go_to(name)
            with psycopg.connect(_server(name)) as restoring:
                restoring.execute(gzip.decompress((HERE / f"{COMMIT}.sql.gz").read_bytes()))
            call_command("migrate", verbosity=0)
            yield
        finally:
            _go_to(own)
            _administer(f'DROP DATABASE "{name}" WITH (FORCE)')


def _go_to(database: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = database


def _administer(*statements: str) -> None:
    with psycopg.connect(_server("postgres"), autocommit=True) as server:
        for statement in statements:
            server.execute(statement.encode())


def _server(database: str) -> str:
    """Whom to connect to, without what Django does with a connection."""
    asked = connection.get_connection_params() | {"dbname": database}
    return make_conninfo(
        **{name: asked[name] for name in ("dbname", "user", "password", "host", "port") if name in asked}
    )
