"""One function for the client's address, used by everything that counts by it."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from newsdesk.logins.addresses import client_address


@pytest.mark.parametrize(
    ("proxies", "heard", "told", "client"),
    [
        (0, "192.0.2.1", None, "192.0.2.1"),
        (0, "192.0.2.1", "6.6.6.6", "192.0.2.1"),
        (1, "127.0.0.1", "192.0.2.1", "192.0.2.1"),
        (1, "127.0.0.1", "6.6.6.6, 192.0.2.1", "192.0.2.1"),
        (2, "127.0.0.1", "6.6.6.6, 192.0.2.1, 10.0.0.1", "192.0.2.1"),
        # Fewer than there are proxies: it did not come through all of them.
        (2, "127.0.0.1", "6.6.6.6", "127.0.0.1"),
        (1, "127.0.0.1", None, "127.0.0.1"),
        # As some proxies write it.
        (1, "127.0.0.1", "192.0.2.1:4711", "192.0.2.1"),
        (1, "127.0.0.1", "[2001:db8:1:2:3::7]:4711", "2001:db8:1:2::"),
        (1, "127.0.0.1", "unknown", "127.0.0.1"),
        # One household has a whole network of IPv6.
        (0, "2001:db8:1:2:3:4:5:6", None, "2001:db8:1:2::"),
        (0, "fe80::1%eth0", None, "fe80::"),
        (0, "::ffff:192.0.2.1", None, "192.0.2.1"),
        # A unix socket.
        (0, "", None, None),
        (1, "", "192.0.2.1", "192.0.2.1"),
    ],
)
def test_client_address_is_the_one_seen_by_our_outermost_proxy(settings, proxies, heard, told, client):
    settings.PROXIES = proxies
    headers = {"X-Forwarded-For": told} if told else {}
    assert client_address(RequestFactory(headers=headers).get("/", REMOTE_ADDR=heard)) == client
