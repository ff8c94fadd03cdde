"""Checks of ``manage.py check`` for settings that make logins unsafe."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register


@register(Tags.security, deploy=True)
def check_proxies(**asked: Any) -> list[CheckMessage]:
    """Warn if there must be a proxy (``HTTPS``) but ``PROXIES`` is 0: then all clients seem to have one address."""
    if not settings.SECURE_SSL_REDIRECT or settings.PROXIES:
        return []
    hint = "Set PROXIES to the number of your proxies, each of which must add to X-Forwarded-For."
    words = "HTTPS is on and PROXIES is 0: wrong passwords of one client count for all behind the proxy."
    return [Warning(words, hint=hint, id="newsdesk.W002")]


@register(Tags.security)
def check_hosts_for_mail(**asked: Any) -> list[CheckMessage]:
    """Refuse ``*`` in ``ALLOWED_HOSTS`` with mail: links in mails lead to the host that the request named."""
    if not settings.MAIL_IS_SET_UP or "*" not in settings.ALLOWED_HOSTS:
        return []
    words = "EMAIL_URL is set and ALLOWED_HOSTS holds *: anybody could have mails sent whose link leads elsewhere."
    return [Error(words, hint="Name your hosts in ALLOWED_HOSTS.", id="newsdesk.E001")]
