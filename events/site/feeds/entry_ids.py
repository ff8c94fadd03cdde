"""The ids of feeds and their entries, which must never change, whichever host they are requested from.

They contain one fixed host: ``ENTRY_ID_HOST``, else the first domain in ``ALLOWED_HOSTS``, else the first address.
(Earlier versions used the host of the request; ids from requests to the fixed host are still the same.)  If
``ALLOWED_HOSTS`` allows every host and ``ENTRY_ID_HOST`` is not set, it is the host of the request.
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port


def entry_id(request: HttpRequest, event: int) -> str:
    """An entry's Atom id (RFC 4151)."""
    return f"tag:{id_host(request)},2025:event/{event}"


def entry_uid(request: HttpRequest, event: int) -> str:
    """An entry's iCalendar UID."""
    return f"event-{event}@{id_host(request)}"


def feed_id(request: HttpRequest, page: str) -> str:
    """A feed's Atom id: the address of the page that shows the same events, with the fixed host."""
    parts = urlsplit(page)
    port = parts.netloc.removeprefix(split_domain_port(parts.netloc)[0])
    return parts._replace(netloc=id_host(request) + port).geturl()


def id_host(request: HttpRequest) -> str:
    """The fixed host, without a port."""
    return settings.ENTRY_ID_HOST or chosen_host(settings.ALLOWED_HOSTS) or split_domain_port(request.get_host())[0]


def chosen_host(allowed: list[str]) -> str:
    """The allowed host that readers most likely use: a domain rather than an address; "" if none is named."""
    named = [host.lstrip(".").lower() for host in allowed if host != "*"]
    return min(named, key=_rank, default="")


def _rank(host: str) -> int:
    """A sort key: domains first, then IPv4 addresses, IPv6 addresses, and localhost last."""
    if host == "localhost":
        return 3
    try:
        return 1 if ip_address(host.strip("[]")).version == 4 else 2
    except ValueError:
        return 0
