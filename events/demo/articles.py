"""Invented articles that tell invented happenings, with the spans of what they tell."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from events.demo.happenings import Happening, spoken_date


@dataclass(slots=True)
class DemoMention:
    """Half-open spans of a sentence and of the date in it."""

    event: int
    happening: Happening
    start: int
    end: int
    time_start: int
    time_end: int


@dataclass(slots=True)
class InventedArticle:
    number: int
    language: str
    body: str = ""
    tellings: list[DemoMention] = field(default_factory=list)

    def tell(self, event: int, happening: Happening) -> None:
        """Add a sentence."""
        title, when = happening.titles[self.language], spoken_date(happening.when.text, self.language)
        start = len(self.body)
        self.body += f"{title} ({when}). "
        time_start = start + len(title) + 2
        self.tellings.append(
            DemoMention(event, happening, start, len(self.body) - 1, time_start, time_start + len(when))
        )  # fmt: skip

    @property
    def content_hash(self) -> str:
        return hashlib.sha256(f"demo {self.number} {self.body}".encode()).hexdigest()

    def published(self, today: date) -> date:
        """No older than what it tells, and not from tomorrow."""
        days = [telling.happening.when.last or telling.happening.when.first for telling in self.tellings]
        return min(max(day for day in days if day), today)


def invent(first: int, numbered: Sequence[tuple[int, Happening]], each: int = 3) -> list[InventedArticle]:
    """Articles of one language each, numbered from ``first``, that together tell all happenings."""
    open_articles: dict[str, InventedArticle] = {}
    done: list[InventedArticle] = []
    for event, happening in numbered:
        for language in happening.titles:
            article = open_articles.get(language)
            if article is None or len(article.tellings) >= each:
                article = open_articles[language] = InventedArticle(first + len(done), language)
                done.append(article)
            article.tell(event, happening)
    return done
