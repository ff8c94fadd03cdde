"""Clients of the API: an anonymous one, a reporter and an editor with their tokens."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient


@pytest.fixture(autouse=True)
def uncounted(settings) -> None:
    """No throttling: tests ask more often than an anonymous client may."""
    settings.API_ANONYMOUS_RATE = ""


def client_of(user: User) -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {Token.objects.create(user=user).key}")
    return client


@pytest.fixture
def stranger(db) -> APIClient:
    return APIClient()


@pytest.fixture
def as_reporter(reporter: User) -> APIClient:
    return client_of(reporter)


@pytest.fixture
def as_editor(editor: User) -> APIClient:
    return client_of(editor)
