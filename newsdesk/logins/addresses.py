"""The network address of a client; everything that counts requests by address uses this."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

#: The prefix length of an IPv6 network.  One household or server has at least so many addresses, so they count as one.
ONE_HOUSEHOLD = 64


def client_address(request: HttpRequest) -> str | None:
    """The client's IPv4 address, or the first address of its IPv6 network; None for a Unix socket.

    Each proxy appends to ``X-Forwarded-For`` the address that it was called from, so only the last entries, as many as
    we have proxies (setting ``PROXIES``), can be trusted.
    """
    caller: str = request.META.get("REMOTE_ADDR", "")
    proxies: int = settings.PROXIES
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if proxies else []
    if forwarded and len(forwarded) >= proxies:
        return _normal(forwarded[-proxies]) or _normal(caller)
    return _normal(caller)


def _normal(written: str) -> str | None:
    """Parse ``198.51.100.7``, ``198.51.100.7:4711``, ``2001:db8::7`` or ``[2001:db8::7]:4711``; None for others."""
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
