"""The user of an admin page."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.models import User
from django.http import HttpRequest


def person(request: HttpRequest) -> User:
    """The user of an admin page, who is always logged in."""
    return cast(User, request.user)
