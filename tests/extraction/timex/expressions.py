"""What the engine makes of the time expressions of a text, for tests that ask for one of them."""

from datetime import date

from events.extraction.languages import load
from events.extraction.text import parse
from events.extraction.timex import find_timexes
from events.extraction.types import Timex

#: A Monday.
PUBLISHED = date(2025, 9, 1)


def timexes(body: str, code: str = "en", published: date = PUBLISHED) -> tuple[Timex, ...]:
    """All time expressions of an article published on that day."""
    return find_timexes(parse(body, load(code)), published)


def value_of(body: str, expression: str, code: str = "en", published: date = PUBLISHED) -> str:
    """The TIMEX3 value of the last expression written so; AssertionError where the engine finds none."""
    values = [timex.value for timex in timexes(body, code, published) if timex.text == expression]
    assert values, f"“{expression}” is no time expression of “{body}”"
    return values[-1]


def filler(words: int) -> str:
    """So many words without time or tense, with a space after them."""
    return "very " * words
