"""Invented articles about invented events, with the spans of their mentions."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from events.demo.demo_events import DemoEvent, written_date


@dataclass(slots=True)
class DemoMention:
    """A sentence about an event, with the half-open spans of the sentence and of the date in it."""

    number: int
    event: DemoEvent
    start: int
    end: int
    time_start: int
    time_end: int


@dataclass(slots=True)
class DemoArticle:
    """An article that is made sentence by sentence."""

    number: int
    language: str
    body: str = ""
    mentions: list[DemoMention] = field(default_factory=list)

    def add(self, number: int, event: DemoEvent) -> None:
        """Add a sentence about the event with this number."""
        title, when = event.titles[self.language], written_date(event.when.text, self.language)
        start = len(self.body)
        self.body += f"{title} ({when}). "
        time_start = start + len(title) + 2
        self.mentions.append(
            DemoMention(number, event, start, len(self.body) - 1, time_start, time_start + len(when))
        )  # fmt: skip

    @property
    def content_hash(self) -> str:
        return hashlib.sha256(f"demo {self.number} {self.body}".encode()).hexdigest()

    def published(self, today: date) -> date:
        """The publication date: the day of the article's latest event, but not later than ``today``."""
        days = [mention.event.when.last or mention.event.when.first for mention in self.mentions]
        return min(max(day for day in days if day), today)


def invent(first: int, numbered: Sequence[tuple[int, DemoEvent]], each: int = 3) -> list[DemoArticle]:
    """Articles about all the (number, event) pairs, each in one language and about ``each`` events at most.

    They are numbered from ``first``.
    """
    open_articles: dict[str, DemoArticle] = {}
    done: list[DemoArticle] = []
    for number, event in numbered:
        for language in event.titles:
            article = open_articles.get(language)
            if article is None or len(article.mentions) >= each:
                article = open_articles[language] = DemoArticle(first + len(done), language)
                done.append(article)
            article.add(number, event)
    return done
