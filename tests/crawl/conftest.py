"""A filled newsroom, made once for all tests of a file, and all that anonymous visitors could read of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings

from events.desk import queueing
from tests.crawl import Crawl, crawl
from tests.crawl.newsroom import fill

#: Static files lie where they are; a crawl asks more often than any stranger may.
_SETTINGS = {
    "STORAGES": {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    },
    "API_ANONYMOUS_RATE": "",
    "API_TOKEN_RATE": "",
}


@pytest.fixture(scope="module")
def quiet() -> Iterator[None]:
    """No broker, and the settings of a crawl."""
    with pytest.MonkeyPatch.context() as patch, override_settings(**_SETTINGS):
        patch.setattr(queueing, "send", lambda number: None)
        yield


@pytest.fixture(scope="module")
def filled(quiet, django_db_setup, django_db_blocker) -> Iterator[None]:
    """The newsroom, committed; emptied when the file is done."""
    with django_db_blocker.unblock():
        try:
            fill()
            yield
        finally:
            call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="module")
def before(filled) -> Crawl:
    """What anonymous visitors could read of it."""
    return crawl(Client())


@pytest.fixture
def meanwhile(filled, db) -> Callable[[], AbstractContextManager[None]]:
    """``with meanwhile():`` what the block changes in the newsroom is rolled back afterwards."""
    return _taken_back


@contextmanager
def _taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
