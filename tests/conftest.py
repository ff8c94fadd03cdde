"""What all tests share.  Rows come from ``tests.factories``."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from tests import factories


@pytest.fixture
def editor(db) -> User:
    return factories.an_editor()


@pytest.fixture
def reporter(db) -> User:
    return factories.a_reporter()


@pytest.fixture(autouse=True)
def _quick_passwords(settings) -> None:
    """Hashing a password well takes longer than most tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
