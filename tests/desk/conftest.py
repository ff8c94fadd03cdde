"""A stand-in engine that gives what a test tells it, and a broker that accepts every message."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from events.desk import extract as reading
from events.desk import queueing
from events.extraction.types import Extraction
from events.models import Article
from tests.found_events import a_reading


@pytest.fixture
def sent(monkeypatch) -> list[int]:
    """The articles that were sent to the worker."""
    numbers: list[int] = []
    monkeypatch.setattr(queueing, "send", numbers.append)
    monkeypatch.setattr(reading, "send", numbers.append)
    return numbers


@pytest.fixture(autouse=True)
def _nothing_is_sent(sent) -> None:
    """No message goes to the broker in these tests."""


class Engine:
    """Finds nothing, until a test says what it finds or how it fails."""

    def __init__(self) -> None:
        self.calls = 0
        self.answer: Callable[[], Extraction] = a_reading

    def reads(self, extraction: Extraction) -> None:
        self.answer = lambda: extraction

    def raises(self, error: BaseException) -> None:
        def fail() -> Extraction:
            raise error

        self.answer = fail

    def does(self, work: Callable[[], Extraction]) -> None:
        self.answer = work

    def __call__(self, body: str, **circumstances: object) -> Extraction:
        self.calls += 1
        return self.answer()


@pytest.fixture
def engine(monkeypatch) -> Engine:
    engine = Engine()
    monkeypatch.setattr(reading, "extract", engine)
    return engine


@pytest.fixture
def read(engine) -> Callable[[Article, Extraction], Article]:
    """Queue an article and record this extraction for it."""

    def read_article(article: Article, extraction: Extraction) -> Article:
        Article.objects.filter(pk=article.pk).update(state="queued", failure="")
        engine.reads(extraction)
        reading.extract_article(article_id=article.pk)
        article.refresh_from_db()
        return article

    return read_article
