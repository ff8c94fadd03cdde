"""The settings given when Newsdesk is started on one's own machine."""

import pytest

from newsdesk.launch.services.start import Addresses
from newsdesk.launch.setup.site_environment import remembered_secret, site_environment

ADDRESSES = Addresses("postgres:///desk", "unix:///redis.sock")


def test_own_machine_runs_without_tls_and_debug(tmp_path):
    environment = site_environment(tmp_path, ADDRESSES, {})
    assert environment["HTTPS"] == environment["DEBUG"] == "false"
    assert environment["DATABASE_URL"] == ADDRESSES.database


def test_variables_set_by_the_user_win(tmp_path):
    given = {"ALLOWED_HOSTS": "desk.example", "SECRET_KEY": "given", "HTTPS": "true"}
    assert given.items() <= site_environment(tmp_path, ADDRESSES, given).items()
    assert not (tmp_path / "secret-key").exists()


@pytest.mark.parametrize("name", ["PGHOST", "PGOPTIONS", "http_proxy", "HTTPS_PROXY"])
def test_libpq_and_proxy_variables_are_not_passed_on(tmp_path, name):
    assert name not in site_environment(tmp_path, ADDRESSES, {name: "elsewhere"})


def test_secret_is_made_once_and_readable_by_its_owner_only(tmp_path):
    file = tmp_path / "secret"
    secret = remembered_secret(file)
    assert len(secret) >= 50
    assert remembered_secret(file) == secret
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("length", [12, 50])
def test_two_secrets_differ(tmp_path, length):
    assert remembered_secret(tmp_path / "one", length) != remembered_secret(tmp_path / "two", length)
