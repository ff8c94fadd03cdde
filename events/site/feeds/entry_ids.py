"""The names by which other programs know feeds and their entries: they never change, under whichever host one asks.

They are made of one host: ``ENTRY_ID_HOST``, else the first of ``ALLOWED_HOSTS`` that is a domain, else the first that
is an address.  So what programs remember from the time when the host asked stood in them stays what it was, for those
who asked under that one.  Where ``ALLOWED_HOSTS`` lets every name in and no setting chooses, it is the host asked.
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
    """A feed's Atom id: the address of the page that shows the same, under the one host."""
    parts = urlsplit(page)
    port = parts.netloc.removeprefix(split_domain_port(parts.netloc)[0])
    return parts._replace(netloc=id_host(request) + port).geturl()


def id_host(request: HttpRequest) -> str:
    """Without a port."""
    return settings.ENTRY_ID_HOST or chosen_host(settings.ALLOWED_HOSTS) or split_domain_port(request.get_host())[0]


def chosen_host(allowed: list[str]) -> str:
    """The one of several names that readers most likely use; "" where every name is allowed."""
    named = [host.lstrip(".").lower() for host in allowed if host != "*"]
    return min(named, key=_rank, default="")


def _rank(host: str) -> int:
    """Domains, then addresses as people write them, then what leads to a machine's own."""
    if host == "localhost":
        return 3
    try:
        return 1 if ip_address(host.strip("[]")).version == 4 else 2
    except ValueError:
        return 0
