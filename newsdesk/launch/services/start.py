"""Starts embedded PostgreSQL and Valkey, unless the environment names servers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..paths import ServicePaths
from ..process.accounts import services_account
from ..process.supervisor import Supervisor
from ..progress import step
from .addresses import DATABASE, REDIS
from .postgres import Postgres
from .valkey import Valkey

START_SECONDS = 60.0


@dataclass(frozen=True)
class Addresses:
    """The addresses of the services, in the form of ``DATABASE_URL`` and ``REDIS_URL``."""

    database: str
    redis: str

    def environment(self) -> dict[str, str]:
        """Return the variables that Django's settings read."""
        return {DATABASE: self.database, REDIS: self.redis}


def start_services(
    supervisor: Supervisor, places: ServicePaths, environment: Mapping[str, str], *, logs: Path, careless: bool = False
) -> Addresses:
    """Start an embedded server for each service that ``environment`` does not name; return both addresses.

    ``careless`` is for tests: data may be lost in a power failure.  Raises ``LaunchError``.
    """
    database = environment.get(DATABASE) or start_postgres(supervisor, places, logs=logs, careless=careless)
    redis = environment.get(REDIS) or start_valkey(supervisor, places, careless=careless)
    return Addresses(database, redis)


def start_postgres(supervisor: Supervisor, places: ServicePaths, *, logs: Path, careless: bool) -> str:
    """Start embedded PostgreSQL with its database, and return its address."""
    postgres = Postgres(places, services_account(), log=logs / "initdb.log", careless=careless)
    with step("Starting PostgreSQL"):
        supervisor.start(postgres.program())
        supervisor.wait_until(postgres.accepts, within=START_SECONDS, what="PostgreSQL", by=postgres.name)
        postgres.ensure_database()
    return postgres.url


def start_valkey(supervisor: Supervisor, places: ServicePaths, *, careless: bool) -> str:
    """Start embedded Valkey, and return its address."""
    valkey = Valkey(places, services_account(), careless=careless)
    with step("Starting Valkey (Redis)"):
        supervisor.start(valkey.program())
        supervisor.wait_until(valkey.accepts, within=START_SECONDS, what="Valkey", by=valkey.name)
    return valkey.url
