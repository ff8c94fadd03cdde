"""How many bytes a request may carry: much from people, to pages that take articles and pictures; else little."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import get_user
from django.db import Error
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.module_loading import import_string
from rest_framework.authentication import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from newsdesk.doors.refusals import RequestRefusedError

#: Pages that take articles and pictures in.
TAKE_UPLOADS = {
    "api:articles",
    "admin:events_article_add",
    "admin:events_article_change",
    "admin:events_timeline_add",
    "admin:events_timeline_change",
}


def allowed_bytes(request: HttpRequest) -> int:
    """Return how long the body of this request may be; asks the database who sends it."""
    if not _takes_uploads(request.path_info):
        return settings.SMALL_UPLOAD_MAX_BYTES
    try:
        known = _is_known(request)
    except Error as error:
        raise RequestRefusedError(503) from error
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE if known else settings.SMALL_UPLOAD_MAX_BYTES


def _takes_uploads(path: str) -> bool:
    # Addresses of a language are found only while it is active.
    with translation.override(translation.get_language_from_path(path)):
        try:
            return resolve(path).view_name in TAKE_UPLOADS
        except Resolver404:
            return False


def _is_known(request: HttpRequest) -> bool:
    """Whether a login or a token comes with the request, as its view would see it."""
    sessions = import_string(f"{settings.SESSION_ENGINE}.SessionStore")
    request.session = sessions(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
    if get_user(request).is_authenticated:
        return True
    try:
        return TokenAuthentication().authenticate(Request(request)) is not None
    except AuthenticationFailed:
        return False
