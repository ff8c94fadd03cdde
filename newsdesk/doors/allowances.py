"""How large a request's body may be: large from known users to pages that take articles or pictures, else small."""

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

#: The views that take articles or pictures.
TAKE_UPLOADS = {
    "api:articles",
    "admin:events_article_add",
    "admin:events_article_change",
    "admin:events_timeline_add",
    "admin:events_timeline_change",
}


def allowed_bytes(request: HttpRequest) -> int:
    """Return how many bytes the body of this request may have; asks the database who sends it.

    Raises ``RequestRefusedError`` if the database does not answer.
    """
    if not _takes_uploads(request.path_info):
        return settings.SMALL_UPLOAD_MAX_BYTES
    try:
        known = _is_known(request)
    except Error as error:
        raise RequestRefusedError(503) from error
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE if known else settings.SMALL_UPLOAD_MAX_BYTES


def _takes_uploads(path: str) -> bool:
    # Addresses with a language prefix can be resolved only while this language is active.
    with translation.override(translation.get_language_from_path(path)):
        try:
            return resolve(path).view_name in TAKE_UPLOADS
        except Resolver404:
            return False


def _is_known(request: HttpRequest) -> bool:
    """Whether the request has a valid session or token, by the same rules as in a view."""
    sessions = import_string(f"{settings.SESSION_ENGINE}.SessionStore")
    request.session = sessions(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
    if get_user(request).is_authenticated:
        return True
    try:
        return TokenAuthentication().authenticate(Request(request)) is not None
    except AuthenticationFailed:
        return False
