"""`manage.py check` warns of logins that would not be safe."""

from __future__ import annotations

import pytest

from newsdesk.logins.checks import check_hosts_for_mail, check_proxies


@pytest.mark.parametrize(("tls", "proxies", "found"), [(True, 0, ["newsdesk.W002"]), (True, 1, []), (False, 0, [])])
def test_tls_without_a_number_of_proxies_is_warned(settings, tls, proxies, found):
    settings.SECURE_SSL_REDIRECT, settings.PROXIES = tls, proxies
    assert [message.id for message in check_proxies()] == found


@pytest.mark.parametrize(
    ("mail", "hosts", "found"), [(True, ["*"], ["newsdesk.E001"]), (True, ["desk.example"], []), (False, ["*"], [])]
)
def test_mail_with_wildcard_allowed_hosts_is_an_error(settings, mail, hosts, found):
    settings.MAIL_IS_SET_UP, settings.ALLOWED_HOSTS = mail, hosts
    assert [message.id for message in check_hosts_for_mail()] == found
