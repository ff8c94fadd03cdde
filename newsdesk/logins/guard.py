"""When a login is refused unheard, after too many wrong passwords; django-axes counts and remembers them.

Three counts, each over the last ``LOGIN_PAUSE_MINUTES``:

* of one account from one address: few (``LOGIN_FAILURES``) are enough. An attacker elsewhere locks nobody out, and
  behind one proxy only the attacked account has to wait.
* of one address, whatever the account, and of one account, whatever the address: many (``LOGIN_FAILURES_MANY``).
  Against one who tries a few passwords on everybody, or a few on one from everywhere. Whoever has logged in from that
  address within ``KNOWN_DAYS`` is not held up by these two.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.db.models import QuerySet, Sum
from django.http import HttpRequest
from django.utils import timezone

KNOWN_DAYS = 30
Credentials = dict[str, Any] | None


class LoginGuard(AxesDatabaseHandler):
    """Axes' own handler with our counts in place of its one."""

    def get_failures(self, request: Any, credentials: Credentials = None) -> int:
        """How near the limit of axes (``LOGIN_FAILURES``) this login is; at it where any of the counts is full."""
        name, address = get_client_username(request, credentials), request.axes_ip_address
        counted = AccessAttempt.objects.filter(attempt_time__gt=timezone.now() - pause())
        here = _failures(counted.filter(username=name, ip_address=address))
        if here >= settings.LOGIN_FAILURES or _is_known(name, address):
            return here
        alike = max(_failures(counted.filter(ip_address=address)), _failures(counted.filter(username=name)))
        return settings.LOGIN_FAILURES if alike >= settings.LOGIN_FAILURES_MANY else here


def pause() -> timedelta:
    """How long the failures count."""
    return timedelta(minutes=settings.LOGIN_PAUSE_MINUTES)


def is_locked_out(request: HttpRequest) -> bool:
    """Whether the login that this request tried was refused unheard, or was one wrong password too many."""
    return getattr(request, "axes_locked_out", False)


def _failures(attempts: QuerySet[AccessAttempt]) -> int:
    return attempts.aggregate(sum=Sum("failures_since_start"))["sum"] or 0


def _is_known(name: str | None, address: str | None) -> bool:
    since = timezone.now() - timedelta(days=KNOWN_DAYS)
    return AccessLog.objects.filter(username=name, ip_address=address, attempt_time__gt=since).exists()
