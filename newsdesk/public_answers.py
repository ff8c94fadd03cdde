"""Middleware for public answers: an ETag, compression, and permission for other sites to read them.

Their order in ``MIDDLEWARE``, from the outside: ``ReadByOtherSites``, ``Packed``, ``Validated``.
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
    """Adds an ETag of the answer's bytes, the same for GET and HEAD, and answers 304 if the client has them already.

    Last-Modified is removed.  When an event is hidden, the latest change on a page can become older than a copy that
    still shows the event; and a time in seconds cannot tell two changes within a second apart.  Answers without
    Cache-Control get ``no-cache``, so that clients ask each time.
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
        # Without Last-Modified this header has to be ignored (RFC 9110, 13.1.4); Django would answer 412.
        request.META.pop("HTTP_IF_UNMODIFIED_SINCE", None)
        kept = cast("HttpResponse", response)
        return get_conditional_response(request, etag=response["ETag"], response=kept) or response


class Packed(GZipMiddleware):
    """Compresses answers, except those with ``no-store``: they hold secrets that their compressed size could reveal."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.status_code != 200 or response.streaming or _says(response, "no-store"):
            return response
        packed: HttpResponseBase = super().process_response(request, response)
        return packed


class ReadByOtherSites(CorsMiddleware):
    """Sends ``Access-Control-Allow-Origin: *`` for addresses of ``CORS_URLS_REGEX``, so that any site may read them.

    It is sent whether or not a request has an origin, so that copies in caches serve every site.  It is not sent with
    private answers to somebody who is logged in or has a token.
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
    """Whether the answer's Cache-Control has this directive."""
    return directive in response.get("Cache-Control", "").lower().replace(" ", "").split(",")


def _is_somebody(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES or "Authorization" in request.headers
