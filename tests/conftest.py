"""What all tests share.  Rows come from ``tests.factories``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import translation
from hypothesis import settings

from newsdesk.launch.paths import temporary_paths
from newsdesk.launch.process.supervisor import Supervisor
from tests import factories
from tests.newsroom import Newsroom

# The same examples in every run: what passes here passes there.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture
def editor(db) -> User:
    return factories.an_editor()


@pytest.fixture
def reporter(db) -> User:
    return factories.a_reporter()


@pytest.fixture(autouse=True)
def _quick_passwords(settings) -> None:
    """A quick password hasher: a proper one takes longer than most tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _language_of_the_settings(settings) -> None:
    """Reset the language: a test client leaves that of its last request active."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def newsroom(transactional_db, tmp_path: Path) -> Iterator[Newsroom]:
    """Give a newsroom of real processes whose Redis runs; worker and beat are started by the test."""
    server, _slash, _name = os.environ["DATABASE_URL"].rpartition("/")
    said: list[str] = []
    with temporary_paths() as places, Supervisor(said.append) as supervisor:
        room = Newsroom(supervisor, places, f"{server}/{connection.settings_dict['NAME']}", tmp_path)
        room.start_redis()
        try:
            yield room
        finally:
            room.stop_redis()
            print("".join(said))  # pytest shows it where the test fails


@pytest.fixture
def plain_static_files(settings):
    """Static files are found where they lie, under their own names: nothing has to be collected."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
