"""What settings are given when started on one's own machine."""

import pytest

from newsdesk.launch.services.start import Addresses
from newsdesk.launch.setup.site_environment import remembered_secret, site_environment

ADDRESSES = Addresses("postgres:///desk", "unix:///redis.sock")


def test_a_machine_of_ones_own_needs_no_tls(tmp_path):
    environment = site_environment(tmp_path, ADDRESSES, {})
    assert environment["HTTPS"] == environment["DEBUG"] == "false"
    assert environment["DATABASE_URL"] == ADDRESSES.database


def test_what_a_person_set_wins(tmp_path):
    given = {"ALLOWED_HOSTS": "desk.example", "SECRET_KEY": "given", "HTTPS": "true"}
    assert given.items() <= site_environment(tmp_path, ADDRESSES, given).items()
    assert not (tmp_path / "secret-key").exists()


@pytest.mark.parametrize("name", ["PGHOST", "PGOPTIONS", "http_proxy", "HTTPS_PROXY"])
def test_variables_of_libpq_and_proxies_do_not_bend_what_our_programs_ask(tmp_path, name):
    assert name not in site_environment(tmp_path, ADDRESSES, {name: "elsewhere"})


def test_a_secret_is_made_once_and_read_by_its_owner_only(tmp_path):
    file = tmp_path / "secret"
    secret = remembered_secret(file)
    assert len(secret) >= 50
    assert remembered_secret(file) == secret
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("length", [12, 50])
def test_two_secrets_differ(tmp_path, length):
    assert remembered_secret(tmp_path / "one", length) != remembered_secret(tmp_path / "two", length)
