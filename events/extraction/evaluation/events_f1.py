"""Are the right events found, with the right dates, and do the ones that matter stand first?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from events.extraction.evaluation.articles import AnnotatedArticle
from events.extraction.evaluation.counts import Counts, f1, share
from events.extraction.evaluation.date_spans import within
from events.extraction.evaluation.matching import Agreement, Matching
from events.extraction.evaluation.predictions import PredictedEvent


@dataclass(frozen=True, slots=True)
class EventCounts(Counts):
    """Of one or many articles.

    ``predicted`` leaves out predictions that hit an optional event: these cost nothing and earn nothing.  ``placed``
    are the core events whose clause was found, whatever the date.  ``dates…`` count different dates, not events.
    ``compared`` are the pairs of a core hit and any other prediction of the same article, ``above`` those in which
    the hit has the higher salience, half of one for a tie.
    """

    articles: int = 0
    core: int = 0
    hits: int = 0
    predicted: int = 0
    placed: int = 0
    dates: int = 0
    dates_found: int = 0
    dates_wrong: int = 0
    above: float = 0
    compared: int = 0

    @property
    def precision(self) -> float:
        return share(self.hits, self.predicted)

    @property
    def recall(self) -> float:
        return share(self.hits, self.core)

    @property
    def f1(self) -> float:
        return f1(self.precision, self.recall)

    @property
    def placed_recall(self) -> float:
        return share(self.placed, self.core)

    @property
    def date_f1(self) -> float:
        return f1(share(self.dates_found, self.dates_found + self.dates_wrong), share(self.dates_found, self.dates))

    @property
    def rank(self) -> float:
        """How often a core hit stands above another prediction of its article; 0.5 is chance."""
        return share(self.above, self.compared)


def count_events(
    article: AnnotatedArticle,
    predicted: Sequence[PredictedEvent],
    agreed: Agreement,
    matching: Matching,
    kept: Collection[int] | None = None,
) -> EventCounts:
    """Count one article.  ``kept`` are the places of the predictions that are shown, by default all; the matching is
    theirs."""
    shown = range(len(predicted)) if kept is None else kept
    told = frozenset[int]().union(*(agreed.told[one] for one in shown))
    dates, found, wrong = _count_dates(article, [predicted[one] for one in shown])
    above, compared = _count_ranks({one: predicted[one].salience for one in shown}, matching)
    core = [place for place, event in enumerate(article.events or ()) if event.core]
    return EventCounts(
        articles=1,
        core=len(core),
        hits=len(matching.core),
        predicted=len(shown) - len(matching.optional),
        placed=sum(place in told for place in core),
        dates=dates,
        dates_found=found,
        dates_wrong=wrong,
        above=above,
        compared=compared,
    )


def _count_dates(article: AnnotatedArticle, predicted: Sequence[PredictedEvent]) -> tuple[int, int, int]:
    """Exact dates of core events, how many of them are predicted, and predicted ones that no event allows."""
    events = article.events or ()
    wanted = {event.days for event in events if event.core and event.days}
    got = {event.days for event in predicted if event.days}
    allowed = {days for event in events for days in event.right.exact}
    windows = [window for event in events for window in event.right.windows]
    wrong = [days for days in got - allowed if not any(within(days, window) for window in windows)]
    return len(wanted), len(wanted & got), len(wrong)


def _count_ranks(salience: dict[int, float], matching: Matching) -> tuple[float, int]:
    """Pairs in which the core hit stands above, and all pairs."""
    hits = [salience[one] for one in matching.core]
    others = [value for one, value in salience.items() if one not in matching.core]
    above = sum(1.0 if hit > other else 0.5 for hit in hits for other in others if hit >= other)
    return above, len(hits) * len(others)
