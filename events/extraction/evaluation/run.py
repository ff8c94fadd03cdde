"""Let the engine read annotated articles and count what it got right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from events.extraction.evaluation.articles import AnnotatedArticle
from events.extraction.evaluation.calibration import NO_BINS, Bins, count_confidence
from events.extraction.evaluation.events_f1 import EventCounts, count_events
from events.extraction.evaluation.fields import FieldCounts, count_fields
from events.extraction.evaluation.matching import Matching, agreement, match
from events.extraction.evaluation.predictions import Prediction, predict
from events.extraction.evaluation.timex_f1 import (
    DATES_AND_TIMES,
    TimexCounts,
    TimexMatching,
    match_timexes,
    right_value,
)


@dataclass(frozen=True, slots=True)
class EvaluatedArticle:
    """An article with its counts; those of events, or of time expressions, are zero where none were annotated.

    ``errors`` are lines for people: what was missed, what is spurious, which values are wrong.
    """

    article: AnnotatedArticle
    events: EventCounts = field(default_factory=EventCounts)
    fields: FieldCounts = field(default_factory=FieldCounts)
    confidence: Bins = NO_BINS
    timexes: TimexCounts = field(default_factory=TimexCounts)
    dates_and_times: TimexCounts = field(default_factory=TimexCounts)
    errors: tuple[str, ...] = ()


def evaluate(
    articles: Iterable[AnnotatedArticle],
    *,
    reader: Callable[[AnnotatedArticle], Prediction] = predict,
    done: Callable[[AnnotatedArticle], None] = lambda article: None,
) -> list[EvaluatedArticle]:
    """Evaluate every article.  ``reader`` gives what was found in one, by default the engine; ``done`` is told of each
    article that is finished."""
    evaluated = []
    for article in articles:
        evaluated.append(compare(article, reader(article)))
        done(article)
    return evaluated


def compare(article: AnnotatedArticle, found: Prediction) -> EvaluatedArticle:
    """One article's counts."""
    result = EvaluatedArticle(article)
    if article.events is not None:
        result = _with_events(result, found)
    if article.timexes is not None:
        result = _with_timexes(result, found)
    return result


def _with_events(result: EvaluatedArticle, found: Prediction) -> EvaluatedArticle:
    article, predicted = result.article, found.events
    agreed = agreement(article, predicted)
    matching = match(article, agreed, range(len(predicted)))
    placed = frozenset[int]().union(*agreed.told)
    return EvaluatedArticle(
        article,
        events=count_events(article, predicted, agreed, matching),
        fields=count_fields(article, predicted, matching),
        confidence=count_confidence(predicted, matching),
        errors=(*_missed(article, matching, placed), *_spurious(article, found, matching)),
    )


def _with_timexes(result: EvaluatedArticle, found: Prediction) -> EvaluatedArticle:
    article = result.article
    annotated = article.timexes or ()
    everything = match_timexes(annotated, found.timexes)
    return EvaluatedArticle(
        article,
        result.events,
        result.fields,
        result.confidence,
        timexes=everything.counts(),
        dates_and_times=match_timexes(annotated, found.timexes, DATES_AND_TIMES).counts(),
        errors=(*result.errors, *_timex_errors(article, everything)),
    )


def _missed(article: AnnotatedArticle, matching: Matching, placed: frozenset[int]) -> Iterator[str]:
    hit = set(matching.core.values())
    for place, event in enumerate(article.events or ()):
        if event.core and place not in hit:
            remark = " (found, with a wrong date)" if place in placed else ""
            yield f"{article.id} MISSED{remark} {event.key} {event.date}: {event.words}"


def _spurious(article: AnnotatedArticle, found: Prediction, matching: Matching) -> Iterator[str]:
    for place, event in enumerate(found.events):
        if not matching.hit(place):
            yield f"{article.id} SPURIOUS {event.date}: {event.title}"


def _timex_errors(article: AnnotatedArticle, matching: TimexMatching) -> Iterator[str]:
    for one, other in matching.pairs:
        wanted, got = matching.annotated[one], matching.found[other]
        if not right_value(wanted, got):
            yield f"{article.id} VALUE “{article.body[slice(*wanted.span)]}”: {wanted.values[0]}, got {got.value}"
    paired, found = {one for one, _ in matching.pairs}, {other for _, other in matching.pairs}
    for place, wanted in enumerate(matching.annotated):
        if place not in paired:
            yield f"{article.id} MISSED “{article.body[slice(*wanted.span)]}” {wanted.values[0]}"
    for place, got in enumerate(matching.found):
        if place not in found:
            yield f"{article.id} SPURIOUS “{article.body[slice(*got.span)]}” {got.value}"
