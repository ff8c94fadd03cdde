"""The embedded servers, for real: ready, closed to other accounts, and running again after a kill."""

import os
import signal
import stat
from pathlib import Path

import psycopg
import pytest
import redis
from psycopg.conninfo import make_conninfo

from newsdesk.launch.errors import LaunchError
from newsdesk.launch.paths import temporary_paths
from newsdesk.launch.process.accounts import services_account
from newsdesk.launch.process.supervisor import Supervisor
from newsdesk.launch.services.addresses import database_parameters
from newsdesk.launch.services.postgres import MOST_BUFFERS, Postgres
from newsdesk.launch.services.start import start_services
from newsdesk.launch.services.valkey import Valkey


@pytest.fixture
def places():
    with temporary_paths() as folders:
        yield folders


@pytest.fixture
def logs(tmp_path):
    return tmp_path / "log"


def connect(url):
    return psycopg.connect(make_conninfo("", **database_parameters(url)), autocommit=True)


def test_both_servers_start_and_answer(supervisor, places, logs):
    addresses = start_services(supervisor, places, {}, logs=logs)
    with connect(addresses.database) as connection:
        assert connection.execute("SELECT current_user, current_database()").fetchone() == ("newsdesk", "newsdesk")
    with redis.Redis.from_url(addresses.redis) as client:
        assert client.ping()


def test_database_is_utf8_and_has_the_extensions_we_need(supervisor, places, logs):
    addresses = start_services(supervisor, places, {}, logs=logs, careless=True)
    with connect(addresses.database) as connection:
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
        # Made by the role itself, which is no superuser.
        for extension in ("pg_trgm", "unaccent", "btree_gist"):
            connection.execute(f"CREATE EXTENSION {extension}")
        assert connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone() == (False,)


def test_shared_buffers_are_a_quarter_of_memory_up_to_a_limit(supervisor, places, logs):
    addresses = start_services(supervisor, places, {}, logs=logs, careless=True)
    quarter = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20 // 4
    with connect(addresses.database) as connection:
        told = connection.execute("SELECT setting::bigint * 8 / 1024 FROM pg_settings WHERE name = 'shared_buffers'")
        assert told.fetchone() == (max(128, min(quarter, MOST_BUFFERS)),)


def test_folders_are_closed_to_other_accounts(supervisor, places, logs):
    start_services(supervisor, places, {}, logs=logs, careless=True)
    account = services_account()
    owner = account.uid if account else os.geteuid()
    for folder in (places.sockets, places.home / "postgres", places.home / "valkey"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert folder.stat().st_uid == owner


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has rights to give up")
def test_servers_do_not_run_as_root(supervisor, places, logs):
    start_services(supervisor, places, {}, logs=logs, careless=True)
    for name in ("postgres", "valkey"):
        assert Path(f"/proc/{supervisor.pid(name)}").stat().st_uid != 0


def test_data_survives_killing_both_servers(written, places, logs):
    with Supervisor(written.append) as supervisor:
        addresses = start_services(supervisor, places, {}, logs=logs)
        with connect(addresses.database) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        with redis.Redis.from_url(addresses.redis) as client:
            client.rpush("queue", "message")
            client.execute_command("WAITAOF", 1, 0, 5000)
        for name in ("postgres", "valkey"):
            os.kill(supervisor.pid(name), signal.SIGKILL)
    with Supervisor(written.append) as supervisor:
        addresses = start_services(supervisor, places, {}, logs=logs)
        with connect(addresses.database) as connection:
            assert connection.execute("SELECT answer FROM kept").fetchone() == (42,)
        with redis.Redis.from_url(addresses.redis) as client:
            assert client.lrange("queue", 0, -1) == [b"message"]


def test_servers_named_in_the_environment_are_used_and_none_started(supervisor, places, logs):
    addresses = start_services(supervisor, places, {}, logs=logs, careless=True)
    named = {"DATABASE_URL": addresses.database, "REDIS_URL": addresses.redis}
    with temporary_paths() as unused:
        assert start_services(supervisor, unused, named, logs=logs) == addresses
        assert list(unused.home.iterdir()) == []


def test_data_of_another_postgresql_version_is_refused(places, logs):
    folder = places.home / "postgres"
    folder.mkdir()
    (folder / "PG_VERSION").write_text("13\n")
    with pytest.raises(LaunchError, match=r"made by PostgreSQL 13, this is \d\d: .*--fresh"):
        Postgres(places, services_account(), log=logs / "initdb.log").program()


SERVERS = [
    (lambda places, logs: Postgres(places, None, log=logs), "DATABASE_URL"),
    (lambda places, _logs: Valkey(places, None), "REDIS_URL"),
]


@pytest.mark.parametrize(("server", "setting"), SERVERS)
def test_platform_without_wheels_is_told_which_setting_to_use(places, logs, monkeypatch, server, setting):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(LaunchError, match=rf"no embedded .* for this platform .*: set {setting} to a server of yours"):
        server(places, logs).program()
