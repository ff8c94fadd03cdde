"""Sentences of a wanted length, and what the engine finds in them."""

from __future__ import annotations

from events.extraction.engine import extract
from events.extraction.types import ExtractedEvent

PUBLISHED = "2025-03-12"  # a Wednesday
#: Words that are no trigger, no conjunction and no name.
_ENGLISH = (
    "stout", "green", "shiny", "broad", "quiet", "round", "plain", "smooth", "humble", "dusty",
    "amber", "violet", "crimson", "azure", "ivory", "scarlet", "ochre", "mauve", "teal", "beige",
)  # fmt: skip
_ARABIC = (
    "الأحمر", "الأخضر", "الأزرق", "الأصفر", "الأبيض", "الأسود", "البني", "الرمادي",
    "الذهبي", "الفضي", "الوردي", "الكحلي", "البنفسجي", "القرمزي", "العاجي",
)  # fmt: skip


def adjectives(count: int) -> str:
    """So many English words that only fill a phrase."""
    return " ".join(_ENGLISH[number % len(_ENGLISH)] for number in range(count))


def arabic_adjectives(count: int) -> str:
    """So many Arabic words, each with its article, that only fill a phrase."""
    return " ".join(_ARABIC[number % len(_ARABIC)] for number in range(count))


def events(
    body: str, language: str = "en", *, title: str = "", published: str = PUBLISHED
) -> tuple[ExtractedEvent, ...]:
    """The events that the engine shows of an article."""
    return extract(body, published=published, language=language, title=title).events


def titles(body: str, language: str = "en") -> list[str]:
    """Their titles."""
    return [event.title for event in events(body, language)]


def quotes(body: str, language: str = "en") -> list[str]:
    """The words of all their mentions."""
    return [mention.text for event in events(body, language) for mention in event.mentions]


def dates(body: str, language: str = "en", *, of: str = "") -> list[str]:
    """Their dates (EDTF); only of events that have the type ``of``, where it is given."""
    return [event.date for event in events(body, language) if of in ("", event.type)]
