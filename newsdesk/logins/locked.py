"""The answer to somebody who has to wait after too many wrong passwords."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import ngettext

from newsdesk.logins.guard import is_locked_out, pause


def wait_words() -> str:
    """How long to wait, as a sentence in the active language."""
    minutes: int = settings.LOGIN_PAUSE_MINUTES
    return ngettext(
        "Too many wrong passwords. Try again in %(minutes)d minute.",
        "Too many wrong passwords. Try again in %(minutes)d minutes.",
        minutes,
    ) % {"minutes": minutes}


class LoginForm(AdminAuthenticationForm):
    """The login form of the admin; it says so if the password was not checked."""

    def get_invalid_login_error(self) -> ValidationError:
        if self.request is not None and is_locked_out(self.request):
            return ValidationError(wait_words(), code="locked")
        return super().get_invalid_login_error()


def answer_locked(request: HttpRequest, answer: HttpResponse, credentials: Any) -> HttpResponse:
    """Set the status of a view's answer to a refused login; django-axes calls this.  The view has given the reason."""
    answer.status_code = 429
    answer["Retry-After"] = str(int(pause().total_seconds()))
    return answer
