"""Whose request it is, as far as the network tells: one function for everything that counts by address."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

#: Whoever has one address of IPv6 has all of its network.
ONE_HOUSEHOLD = 64


def client_address(request: HttpRequest) -> str | None:
    """The client's address, an IPv6 network by its first; None over a unix socket.

    ``X-Forwarded-For`` is believed as far as proxies of ours wrote it (setting ``PROXIES``): each adds whom it heard.
    """
    heard: str = request.META.get("REMOTE_ADDR", "")
    proxies: int = settings.PROXIES
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if proxies else []
    if told and len(told) >= proxies:
        return _normal(told[-proxies]) or _normal(heard)
    return _normal(heard)


def _normal(written: str) -> str | None:
    """``198.51.100.7``, ``198.51.100.7:4711``, ``2001:db8::7`` or ``[2001:db8::7]:4711`` as it is counted."""
    text = written.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((int(address), ONE_HOUSEHOLD), strict=False).network_address)
