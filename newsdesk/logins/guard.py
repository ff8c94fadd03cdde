"""Refusing logins after too many wrong passwords; django-axes records the failures.

There are three counts, each over the last ``LOGIN_PAUSE_MINUTES``:

* Failures of one account from one address, with a low limit (``LOGIN_FAILURES``). An attacker elsewhere locks nobody
  out, and behind a shared proxy only the attacked account has to wait.
* Failures from one address with any account, and of one account from any address, with a high limit
  (``LOGIN_FAILURES_MANY``). These are against attackers who try a few passwords on many accounts, or one account from
  many addresses. They do not apply to an account that has logged in from the same address within ``KNOWN_DAYS``.
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
    """The handler of django-axes, with our three counts instead of its one."""

    def get_failures(self, request: Any, credentials: Credentials = None) -> int:
        """The number that axes compares with its limit, ``LOGIN_FAILURES``; it is the limit if any count is full."""
        name, address = get_client_username(request, credentials), request.axes_ip_address
        counted = AccessAttempt.objects.filter(attempt_time__gt=timezone.now() - pause())
        here = _failures(counted.filter(username=name, ip_address=address))
        if here >= settings.LOGIN_FAILURES or _is_known(name, address):
            return here
        alike = max(_failures(counted.filter(ip_address=address)), _failures(counted.filter(username=name)))
        return settings.LOGIN_FAILURES if alike >= settings.LOGIN_FAILURES_MANY else here


def pause() -> timedelta:
    """How long failures count."""
    return timedelta(minutes=settings.LOGIN_PAUSE_MINUTES)


def is_locked_out(request: HttpRequest) -> bool:
    """Whether the login in this request was refused without checking the password, or was one failure too many."""
    return getattr(request, "axes_locked_out", False)


def _failures(attempts: QuerySet[AccessAttempt]) -> int:
    return attempts.aggregate(sum=Sum("failures_since_start"))["sum"] or 0


def _is_known(name: str | None, address: str | None) -> bool:
    since = timezone.now() - timedelta(days=KNOWN_DAYS)
    return AccessLog.objects.filter(username=name, ip_address=address, attempt_time__gt=since).exists()
