"""Answers when a view fails: JSON to clients of the API, a plain page that needs no database to readers.

If the database is away for a moment (it restarts, or has no free connection) the answer is 503 with Retry-After.
"""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import gettext as _

#: In seconds; a restart of PostgreSQL takes no longer.
RETRY_AFTER = 5


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's ``handler500``, called while the exception is handled."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        answer = _answer(request, 503, "unavailable", _("The database is not responding. Try again in a moment."))
        answer.headers["Retry-After"] = str(RETRY_AFTER)
        return answer
    return _answer(request, 500, "server_error", _("Something went wrong on our side. The error has been recorded."))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's ``handler400``, for requests that reach no view, such as those with thousands of parameters."""
    return _answer(request, 400, "bad_request", _("This request is not valid."))


def _answer(request: HttpRequest, status: int, code: str, words: str) -> HttpResponse:
    if request.path.startswith(reverse("api:nowhere")):
        answer: HttpResponse = JsonResponse({"code": code, "detail": words}, status=status)
    else:
        answer = HttpResponse(get_template(f"{status}.html").render(), status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
