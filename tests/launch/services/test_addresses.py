"""A wrong DATABASE_URL or REDIS_URL is reported in one line, without the password."""

import pytest

from newsdesk.launch.errors import LaunchError
from newsdesk.launch.ports import free_port
from newsdesk.launch.services.addresses import check_database, check_redis, database_parameters

READ = [
    ("postgres://ali:s%40ve@db.example:6000/news", "db.example", "6000", "ali", "s@ve", "news"),
    ("postgresql://%2Fvar%2FRun%2FNews/desk", "/var/Run/News", None, None, None, "desk"),
    ("postgres:///desk", None, None, None, None, "desk"),
]


@pytest.mark.parametrize(("url", "host", "port", "user", "password", "name"), READ)
def test_database_url_is_read_as_settings_read_it(url, host, port, user, password, name):
    read = database_parameters(url)
    assert [read.get(word) for word in ("host", "port", "user", "password", "dbname")] == [
        host, port, user, password, name
    ]  # fmt: skip


def test_connection_options_are_kept():
    assert database_parameters("postgres://host/desk?sslmode=require")["sslmode"] == "require"


WRONG = [
    ("mysql://host/desk", "should begin with postgres://"),
    ("localhost/desk", "should begin with postgres://"),
    ("postgres://host:port/desk", "is not an address"),
    ("postgres://host:5432/", "names no database"),
]


@pytest.mark.parametrize(("url", "told"), WRONG)
def test_invalid_database_url_is_refused(url, told):
    with pytest.raises(LaunchError, match=told):
        check_database(url)


def test_unreachable_database_is_named_without_its_password():
    port = free_port()
    with pytest.raises(LaunchError) as caught:
        check_database(f"postgres://ali:very-secret@127.0.0.1:{port}/desk")
    told = str(caught.value)
    assert f"127.0.0.1:{port}" in told
    assert "unset it to get an embedded database" in told
    assert "very-secret" not in told
    assert "\n" not in told


def test_unreachable_redis_is_named_without_its_password():
    port = free_port()
    with pytest.raises(LaunchError) as caught:
        check_redis(f"redis://:very-secret@127.0.0.1:{port}/0")
    told = str(caught.value)
    assert f"127.0.0.1:{port}" in told
    assert "very-secret" not in told
    assert "\n" not in told


@pytest.mark.parametrize("url", ["http://host", "6379", "unix"])
def test_invalid_redis_url_is_refused(url):
    with pytest.raises(LaunchError, match="should begin with redis://"):
        check_redis(url)
