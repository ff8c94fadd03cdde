"""Ordering sources by their place in the text, and leaving out quotes that lie within other quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from events.models import Source


class Span(Protocol):
    """A half-open span in code points."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Spanned = TypeVar("Spanned", bound=Span)


def widest(spans: Sequence[Spanned]) -> list[Spanned]:
    """The spans that do not lie within another one; of equal spans only the first is kept."""
    return [
        one
        for number, one in enumerate(spans)
        if not any(_covers(other, one, earlier=at < number) for at, other in enumerate(spans) if at != number)
    ]


def _covers(wide: Span, narrow: Span, *, earlier: bool) -> bool:
    same = (wide.start, wide.end) == (narrow.start, narrow.end)
    return earlier if same else wide.start <= narrow.start and narrow.end <= wide.end


def in_order_of_text(sources: Iterable[Source]) -> list[Source]:
    """Sources of one article, by the place of their first mention; fetch them with their mentions."""
    return sorted(sources, key=lambda source: (_first_mention(source), source.event_id, source.pk))


def _first_mention(source: Source) -> int:
    return min((mention.start for mention in source.mentions.all()), default=0)
