"""What every public answer carries: a validator that is true, packing, and leave for other sites to read it.

The three stand in ``MIDDLEWARE`` in this order from the outside: ``ReadByOtherSites``, ``Packed``, ``Validated``.
"""

from __future__ import annotations

from typing import cast

from corsheaders.middleware import CorsMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import get_conditional_response, patch_cache_control, set_response_etag
from django.utils.deprecation import MiddlewareMixin

_READS = ("GET", "HEAD")


class Validated(MiddlewareMixin):
    """An ETag of the answer's very bytes, the same for GET and HEAD, and 304 to who has them already.

    No answer bears Last-Modified: an event that is hidden makes a page older than the copy that still shows it, and a
    second is too coarse for two changes in it.  Answers that say nothing of their age are asked for anew each time.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.method not in _READS or response.status_code != 200 or _says(response, "no-store"):
            return response
        del response.headers["Last-Modified"]
        if isinstance(response, HttpResponse) and not response.has_header("ETag"):
            set_response_etag(response)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, no_cache=True)
        if not response.has_header("ETag"):
            return response
        # Where nothing has a time of change this has to be ignored; Django would answer 412.
        request.META.pop("HTTP_IF_UNMODIFIED_SINCE", None)
        kept = cast("HttpResponse", response)
        return get_conditional_response(request, etag=response["ETag"], response=kept) or response


class Packed(GZipMiddleware):
    """Packs what anybody may read; answers that nobody may keep hold secrets, whose length packing would tell."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.status_code != 200 or response.streaming or _says(response, "no-store"):
            return response
        packed: HttpResponseBase = super().process_response(request, response)
        return packed


class ReadByOtherSites(CorsMiddleware):
    """``Access-Control-Allow-Origin: *`` on the addresses of ``CORS_URLS_REGEX``: what strangers may read, on any site.

    The header stands there whoever asks, so that the copy that a cache keeps serves every site; not in what somebody
    who is logged in or has a token was told alone.
    """

    def is_enabled(self, request: HttpRequest) -> bool:
        asked = request.headers.get("Access-Control-Request-Method") if request.method == "OPTIONS" else request.method
        return asked in _READS and super().is_enabled(request)

    def add_response_headers(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not self.is_enabled(request) or (_says(response, "private") and _is_somebody(request)):
            return response
        answer = super().add_response_headers(request, response)
        answer["Access-Control-Allow-Origin"] = "*"
        return answer


def _says(response: HttpResponseBase, directive: str) -> bool:
    """Whether the answer tells caches so."""
    return directive in response.get("Cache-Control", "").lower().replace(" ", "").split(",")


def _is_somebody(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES or "Authorization" in request.headers
