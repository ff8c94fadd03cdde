"""Where an article tells its events: which come first, and which of several quotes have to be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from events.models import Source


class Span(Protocol):
    """Half-open, in code points."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Spanned = TypeVar("Spanned", bound=Span)


def widest(spans: Sequence[Spanned]) -> list[Spanned]:
    """Without those that lie within another: a quote and its shorter form need only be read once.

    Of equal ones the first stays.
    """
    return [
        one
        for number, one in enumerate(spans)
        if not any(_covers(other, one, earlier=at < number) for at, other in enumerate(spans) if at != number)
    ]


def _covers(wide: Span, narrow: Span, *, earlier: bool) -> bool:
    same = (wide.start, wide.end) == (narrow.start, narrow.end)
    return earlier if same else wide.start <= narrow.start and narrow.end <= wide.end


def in_order_of_text(sources: Iterable[Source]) -> list[Source]:
    """Sources of one article as it tells them first; needs their mentions."""
    return sorted(sources, key=lambda source: (_told_at(source), source.event_id, source.pk))


def _told_at(source: Source) -> int:
    return min((mention.start for mention in source.mentions.all()), default=0)
