"""What all views of the API have in common: the language of answers, and headers for caches."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext as _
from rest_framework.exceptions import ErrorDetail, NotFound, ValidationError
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

#: Seconds for which caches may use a public answer without asking again.
FRESH = 5


class ApiView(APIView):
    """Answers in the language of ``?ui=``, else in that of the browser or client."""

    permission_classes = [AllowAny]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if asked := request.query_params.get("ui"):
            if asked not in dict(settings.LANGUAGES):
                codes = ", ".join(dict(settings.LANGUAGES))
                message = _("“%(value)s” is not one of: %(choices)s.") % {"value": asked[:40], "choices": codes}
                raise ValidationError({"ui": [ErrorDetail(message, "unknown")]})
            translation.activate(asked)
        super().initial(request, *args, **kwargs)

    @property
    def language(self) -> str:
        return (translation.get_language() or settings.LANGUAGE_CODE).split("-")[0]


class PublicView(ApiView):
    """The same answer for everybody and as often as the timeline wants it; caches may keep it for a moment."""

    authentication_classes = []
    throttle_classes = []

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        answer = super().finalize_response(request, response, *args, **kwargs)
        if answer.status_code == 200:
            patch_cache_control(answer, public=True, max_age=FRESH)
        return answer


class PersonalView(ApiView):
    """Staff see more than readers: only the asker's own cache may keep it, and asks each time."""

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        answer = super().finalize_response(request, response, *args, **kwargs)
        patch_cache_control(answer, private=True, no_cache=True)
        patch_vary_headers(answer, ["Authorization", "Cookie"])
        return answer


class Nowhere(ApiView):
    """An address that the API does not have."""

    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise NotFound(_("Not found. API URLs end in “/”."))
