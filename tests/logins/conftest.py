"""Users who log in from addresses of their own."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests import factories

PASSWORD = "right horse"


@pytest.fixture
def anna(db) -> User:
    return _with_password(factories.an_editor())


@pytest.fixture
def omar(db) -> User:
    return _with_password(factories.a_reporter())


def _with_password(user: User) -> User:
    user.set_password(PASSWORD)
    user.email = f"{user.username}@desk.example"
    user.save()
    return user


@pytest.fixture(autouse=True)
def _files(plain_static_files) -> None:
    """Serve static files as they are, since these tests render pages."""


@pytest.fixture
def log_in():
    """``log_in(anna, password, address)``: the answer of the login page; 302 means logged in."""

    def log_in_(
        user: User | str, password: str = PASSWORD, address: str = "192.0.2.1", language: str = "en", **headers
    ):
        name = user if isinstance(user, str) else user.username
        browser = Client(REMOTE_ADDR=address, headers=headers)
        return browser.post(f"/{language}/admin/login/", {"username": name, "password": password})

    return log_in_


def without_secrets(answer) -> str:
    """The page without what differs each time (tokens)."""
    return re.sub(r'(nonce|name="csrfmiddlewaretoken" value)="[^"]*"', "", answer.content.decode())
