"""Users of the admin, each with a test client of their own."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from events.desk import queueing
from tests.texts import ENGLISH


@pytest.fixture
def sent(monkeypatch) -> list[int]:
    """The articles that were sent to the worker; nothing is sent in these tests."""
    numbers: list[int] = []
    monkeypatch.setattr(queueing, "send", numbers.append)
    return numbers


@pytest.fixture(autouse=True)
def _nothing_is_sent(sent) -> None:
    """No message goes to the broker in these tests."""


@pytest.fixture
def as_editor(editor: User) -> Client:
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def as_reporter(reporter: User) -> Client:
    client = Client()
    client.force_login(reporter)
    return client


@pytest.fixture
def pasted() -> dict[str, str]:
    """What the paste form sends for a good article."""
    return {"title": "Water agreement signed", "publication_date": "2025-03-15", "outlet": "", "language": "",
            "url": "", "author": "", "body": ENGLISH}  # fmt: skip
