"""One invented happening after the other; the same seed gives the same ones."""

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
class Happening:
    """``actors`` are indices into ``countries()``; the first two act. ``titles`` are in the languages it is told in."""

    type: str
    status: str
    when: EdtfDate
    basis: str
    actors: tuple[int, ...]
    titles: dict[str, str]
    terms: str
    salience: float
    confidence: float


def happenings(seed: int, today: date) -> Iterator[Happening]:
    """Without end."""
    random = Random(seed)
    calendar = Calendar(random, today)
    while True:
        yield _happening(random, calendar, today)


def _happening(random: Random, calendar: Calendar, today: date) -> Happening:
    when = _parsed(calendar.edtf())
    kind, english, arabic = random.choice(DEEDS)
    subject = random.choice(SUBJECTS)
    first, second = _two_countries(random)
    told = random.random()
    languages = ("ar",) if told < 0.45 else ("en",) if told < 0.9 else ("ar", "en")
    one, other = countries()[first][2], countries()[second][2]
    said = {"en": (one["en"], other["en"], english, subject[0]), "ar": (one["ar"], other["ar"], arabic, subject[1])}
    pieces = [piece for language in languages for piece in said[language]]
    planned = when.first is not None and when.first > today
    return Happening(
        type=kind, status="planned" if planned else "ongoing" if when.last is None else "occurred", when=when,
        basis=random.choice(("explicit", "explicit", "relative", "publication", "vague")), actors=(first, second),
        titles={language: _PATTERNS[language].format(*said[language]) for language in languages},
        terms=" ".join(dict.fromkeys(term for piece in pieces for term in _terms(piece))),
        salience=round(random.random() ** 2.5, 4), confidence=round(1 - random.random() ** 2 / 2, 3),
    )  # fmt: skip


def _two_countries(random: Random) -> tuple[int, int]:
    """Few are named in every tenth report, most hardly ever."""
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
def spoken_date(edtf: str, language: str) -> str:
    """As an article would write it."""
    return in_words(edtf, language, digits="latn")
