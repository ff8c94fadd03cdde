"""Inventing events; the same seed gives the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from random import Random

from events.demo.calendar import Calendar
from events.demo.vocabulary import DEEDS, SUBJECTS, countries
from events.edtf import EdtfDate, parse
from events.edtf.words import in_words
from events.models.search_terms import stored_terms

_PATTERNS = {"en": "{0} and {1} {2} {3}", "ar": "{0} و{1} {2} {3}"}


@dataclass(frozen=True, slots=True)
class DemoEvent:
    """An invented event.  ``actors`` are indices into ``countries()``; ``titles`` are by language."""

    type: str
    status: str
    when: EdtfDate
    basis: str
    actors: tuple[int, ...]
    titles: dict[str, str]
    terms: str
    salience: float
    confidence: float


def demo_events(seed: int, today: date) -> Iterator[DemoEvent]:
    """An endless series of invented events up to ``today`` and a little beyond."""
    random = Random(seed)
    calendar = Calendar(random, today)
    while True:
        yield _demo_event(random, calendar, today)


def _demo_event(random: Random, calendar: Calendar, today: date) -> DemoEvent:
    when = _parsed(calendar.edtf())
    kind, english, arabic = random.choice(DEEDS)
    subject = random.choice(SUBJECTS)
    first, second = _two_countries(random)
    draw = random.random()
    languages = ("ar",) if draw < 0.45 else ("en",) if draw < 0.9 else ("ar", "en")
    one, other = countries()[first][2], countries()[second][2]
    said = {"en": (one["en"], other["en"], english, subject[0]), "ar": (one["ar"], other["ar"], arabic, subject[1])}
    pieces = [piece for language in languages for piece in said[language]]
    planned = when.first is not None and when.first > today
    return DemoEvent(
        type=kind, status="planned" if planned else "ongoing" if when.last is None else "occurred", when=when,
        basis=random.choice(("explicit", "explicit", "relative", "publication", "vague")), actors=(first, second),
        titles={language: _PATTERNS[language].format(*said[language]) for language in languages},
        terms=" ".join(dict.fromkeys(term for piece in pieces for term in _terms(piece))),
        salience=round(random.random() ** 2.5, 4), confidence=round(1 - random.random() ** 2 / 2, 3),
    )  # fmt: skip


def _two_countries(random: Random) -> tuple[int, int]:
    """Two different countries; a few are drawn very often, most hardly ever, as in the news."""
    many = len(countries())
    first, second = (int(many ** random.random()) - 1 for _ in range(2))
    return first, second if second != first else (second + 1) % many


@lru_cache(maxsize=100_000)
def _parsed(edtf: str) -> EdtfDate:
    return parse(edtf)


@lru_cache(maxsize=10_000)
def _terms(piece: str) -> list[str]:
    return stored_terms([piece]).split()


@lru_cache(maxsize=200_000)
def written_date(edtf: str, language: str) -> str:
    """A date as an article would write it."""
    return in_words(edtf, language, digits="latn")
