"""What `manage.py check` says about logins that would not be safe."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register


@register(Tags.security, deploy=True)
def proxies_are_told(**asked: Any) -> list[CheckMessage]:
    """TLS stands in front (``HTTPS``), so a proxy does, and everybody would seem to come from its address."""
    if not settings.SECURE_SSL_REDIRECT or settings.PROXIES:
        return []
    hint = "Set PROXIES to the number of your proxies, each of which must add to X-Forwarded-For."
    words = "HTTPS is on and PROXIES is 0: wrong passwords of one client count for all behind the proxy."
    return [Warning(words, hint=hint, id="newsdesk.W002")]


@register(Tags.security)
def links_in_mail_lead_here(**asked: Any) -> list[CheckMessage]:
    """A mail for a new password bears a link to the host that was asked for, so no host may be invented."""
    if not settings.MAIL_IS_SET_UP or "*" not in settings.ALLOWED_HOSTS:
        return []
    words = "EMAIL_URL is set and ALLOWED_HOSTS holds *: anybody could have mails sent whose link leads elsewhere."
    return [Error(words, hint="Name your hosts in ALLOWED_HOSTS.", id="newsdesk.E001")]
