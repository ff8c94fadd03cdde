"""Answers to requests that are refused before any view sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

API = "/api/"
_LANGUAGE_ASKED = re.compile(r"(?:^|&)ui=(ar|en)(?:&|$)")


class ClientGoneError(Exception):
    """The client went away before its request was complete; there is nobody to answer."""


@dataclass
class RequestRefusedError(Exception):
    """The request is refused with this HTTP status; ``most`` is how many bytes the client may send here."""

    status: int
    most: int = 0

    @property
    def code(self) -> str:
        return {408: "too_slow", 413: "too_large", 503: "unavailable"}[self.status]

    @property
    def kilobytes(self) -> int:
        return self.most // 1000

    def sentence(self) -> str:
        """The reason in the active language."""
        if self.status == 413:
            return _("The limit is %(most)s bytes.") % {"most": self.most}
        if self.status == 408:
            return _("The request took too long to arrive.")
        return _("The database is not responding. Try again in a moment.")


def answer_refused(request: HttpRequest, refused: RequestRefusedError) -> HttpResponse:
    """The answer in the reader's language: JSON for the API, else a page that needs no database."""
    asked = _LANGUAGE_ASKED.search(request.META["QUERY_STRING"])
    language = asked[1] if asked else translation.get_language_from_request(request, check_path=True)
    with translation.override(language):
        if request.path.startswith(API):
            answer: HttpResponse = JsonResponse({"code": refused.code, "detail": refused.sentence()})
        else:
            template = "503.html" if refused.status == 503 else "refused.html"
            answer = HttpResponse(render_to_string(template, {"refused": refused}))
        answer["Content-Language"] = language
    answer.status_code = refused.status
    answer["Cache-Control"] = "no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["X-Frame-Options"] = "DENY"
    if refused.status == 503:
        answer["Retry-After"] = "5"
    return answer
