"""Are the time expressions found, and are their values right?  As TempEval-3 counted (UzZaman et al. 2013).

Strict: the same stretch of text; relaxed: stretches that overlap; value: overlapping, and one of the right values.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from events.extraction.evaluation.articles import AnnotatedTimex, Span
from events.extraction.evaluation.counts import Counts, share
from events.extraction.evaluation.predictions import PredictedTimex

#: The types that date events; durations and sets are counted only with all the others.
DATES_AND_TIMES = frozenset({"DATE", "TIME"})
_ZERO_SECONDS = re.compile(r"(T\d\d:\d\d):00(?:\.0+)?Z?$")


@dataclass(frozen=True, slots=True)
class TimexCounts(Counts):
    """``annotated`` leaves out optional expressions, and ``found`` the predictions that touch only such ones."""

    articles: int = 0
    annotated: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def f1(self, hits: int) -> float:
        return share(2 * hits, self.annotated + self.found)

    def figures(self) -> dict[str, float]:
        return {"strict F1": self.f1(self.strict), "relaxed F1": self.f1(self.relaxed), "value F1": self.f1(self.value)}


@dataclass(frozen=True, slots=True)
class TimexMatching:
    """The expressions that count, and pairs of their places: annotated, found."""

    annotated: tuple[AnnotatedTimex, ...]
    found: tuple[PredictedTimex, ...]
    pairs: tuple[tuple[int, int], ...]

    def counts(self) -> TimexCounts:
        pairs = [(self.annotated[one], self.found[other]) for one, other in self.pairs]
        return TimexCounts(
            articles=1,
            annotated=len(self.annotated),
            found=len(self.found),
            strict=sum(wanted.span == got.span for wanted, got in pairs),
            relaxed=len(pairs),
            value=sum(right_value(wanted, got) for wanted, got in pairs),
        )


def match_timexes(
    annotated: Sequence[AnnotatedTimex], found: Sequence[PredictedTimex], types: Collection[str] | None = None
) -> TimexMatching:
    """Pair each expression with one at most.  ``types``: count these alone."""
    wanted = [timex for timex in annotated if not timex.optional]
    optional = [timex.span for timex in annotated if timex.optional]
    counted = [
        timex for timex in found if not _touches(timex, optional) or _touches(timex, [one.span for one in wanted])
    ]
    if types is not None:
        wanted = [timex for timex in wanted if timex.type in types]
        counted = [timex for timex in counted if timex.type in types]
    return TimexMatching(tuple(wanted), tuple(counted), _pairs(wanted, counted))


def right_value(wanted: AnnotatedTimex, got: PredictedTimex) -> bool:
    return plain_value(got.value) in {plain_value(value) for value in wanted.values}


def plain_value(value: str) -> str:
    """A value without seconds that are zero, nor the Z behind them: "2025-09-01T14:30:00Z" is "2025-09-01T14:30"."""
    return _ZERO_SECONDS.sub(r"\1", value.strip())


def _pairs(wanted: Sequence[AnnotatedTimex], counted: Sequence[PredictedTimex]) -> tuple[tuple[int, int], ...]:
    """Same stretches first, then those that share most, then in the order of the text."""
    close = [
        (one.span != other.span, -_shared(one.span, other.span), left, right)
        for left, one in enumerate(wanted)
        for right, other in enumerate(counted)
        if _shared(one.span, other.span) > 0
    ]
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, left, right in sorted(close):
        if left not in chosen and right not in taken:
            chosen[left] = right
            taken.add(right)
    return tuple(chosen.items())


def _shared(one: Span, other: Span) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _touches(timex: PredictedTimex, spans: Sequence[Span]) -> bool:
    return any(_shared(timex.span, span) > 0 for span in spans)
