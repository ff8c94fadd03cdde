"""Checks ``DATABASE_URL`` and ``REDIS_URL`` before anything uses them."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from ..errors import LaunchError

DATABASE, REDIS = "DATABASE_URL", "REDIS_URL"
DATABASE_SCHEMES = ("postgres", "postgresql", "psql", "pgsql")
REDIS_SCHEMES = ("redis", "rediss", "unix")
OLDEST_POSTGRES = 15
CONNECT_SECONDS = 5


def check_named(environment: Mapping[str, str]) -> None:
    """Raise ``LaunchError`` if a service that the environment names cannot be used."""
    if url := environment.get(DATABASE):
        check_database(url)
    if url := environment.get(REDIS):
        check_redis(url)


def check_database(url: str) -> None:
    """Raise ``LaunchError`` unless PostgreSQL answers at this address and is new enough."""
    import psycopg.conninfo

    parameters = database_parameters(url)
    where = f"{parameters.get('host', 'the local socket')}:{parameters.get('port', 5432)}"
    question = psycopg.conninfo.make_conninfo("", connect_timeout=CONNECT_SECONDS, **parameters)
    try:
        with psycopg.connect(question) as connection:
            major = connection.info.server_version // 10_000
    except psycopg.Error as error:
        reason = " ".join(str(error).split()).rstrip(".")
        raise LaunchError(
            f"DATABASE_URL: PostgreSQL at {where} cannot be used: {reason}. {_way_out('database')}"
        ) from None
    if major < OLDEST_POSTGRES:
        raise LaunchError(f"DATABASE_URL: PostgreSQL at {where} is version {major}, {OLDEST_POSTGRES} is needed")


def database_parameters(url: str) -> dict[str, str]:
    """Convert an address as django-environ reads it into libpq's parameters; raises ``LaunchError``."""
    parts = _split(url, DATABASE, DATABASE_SCHEMES, "postgres://user:password@host:5432/name")
    named = {
        "host": unquote(parts.hostname or ""),
        "port": str(parts.port or ""),
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "dbname": unquote(parts.path.lstrip("/")),
    }
    # The host is a folder of sockets: keep its capitals, which `hostname` has turned into lower case.
    if named["host"].startswith("/"):
        named["host"] = unquote(parts.netloc.rpartition("@")[2].partition(":")[0])
    if not named["dbname"]:
        raise LaunchError("DATABASE_URL names no database: it should end in /newsdesk")
    options = {name: value for name, value in parse_qsl(parts.query) if name.startswith(("ssl", "target", "option"))}
    return {name: value for name, value in {**named, **options}.items() if value}


def check_redis(url: str) -> None:
    """Raise ``LaunchError`` unless Redis answers at this address."""
    import redis

    parts = _split(url, REDIS, REDIS_SCHEMES, "redis://host:6379/0")
    where = parts.path if parts.scheme == "unix" else f"{parts.hostname}:{parts.port or 6379}"
    try:
        with redis.Redis.from_url(
            url, socket_connect_timeout=CONNECT_SECONDS, socket_timeout=CONNECT_SECONDS
        ) as client:
            client.ping()
    except (redis.RedisError, ValueError) as error:
        raise LaunchError(
            f"REDIS_URL: Redis at {where} cannot be used: {str(error).rstrip('.')}. {_way_out('broker')}"
        ) from None


def _split(url: str, setting: str, schemes: tuple[str, ...], example: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  (reading it checks it)
    except ValueError as error:
        raise LaunchError(f"{setting} is not an address ({error}): write it as {example}") from None
    if parts.scheme not in schemes:
        raise LaunchError(f"{setting} should begin with {schemes[0]}://, as in {example}")
    return parts


def _way_out(what: str) -> str:
    return f"Correct it, or unset it to get an embedded {what}"
