"""How well weights judge articles that they have not seen, and from which worth on an event is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from events.extraction.evaluation.calibration import bins_of
from events.extraction.evaluation.events_f1 import EventCounts, count_events
from events.extraction.evaluation.matching import match
from events.extraction.scoring.model import probability, worth
from events.extraction.training.examples import JudgedArticle
from events.extraction.training.weights import Weights, learn

#: The bar of all languages, under which weights.toml keeps it; the others bear their language's code.
EVERY_LANGUAGE = "worth"
FOLDS = 6
_BARS, _STRETCH = 40, 4  # bars tried between 0 and 1, and how many on each side count


def cross_validate(articles: Sequence[JudgedArticle]) -> tuple[list[JudgedArticle], dict[str, float]]:
    """The articles, each judged by the weights of other folds, and the best bar of all and of each language.

    Articles of a story stand in the same fold.
    """
    stories: dict[str, int] = {}
    folds = [stories.setdefault(one.story, len(stories)) % FOLDS for one in articles]
    judged = list(articles)
    for fold in range(FOLDS):
        weights = learn([one for one, its in zip(articles, folds, strict=True) if its != fold])
        judged = [_judged_by(weights, one) if its == fold else one for one, its in zip(judged, folds, strict=True)]
    return judged, {name: best_bar(some) for name, some in _by_language(judged).items()}


def figures_by_language(judged: Sequence[JudgedArticle], bars: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """P, R, F1, placed R and rank of what stands above the bar: of all languages, then of each."""
    return {name: _figures(_count(some, bars[name])) for name, some in _by_language(judged).items()}


def calibration_lines(judged: Sequence[JudgedArticle], bars: Mapping[str, float]) -> list[str]:
    """Of the events shown at a confidence, how many are right: a line for each tenth that holds any."""
    bins = bins_of(
        (one.predicted[place].confidence, one.examples[place].right)
        for one in judged
        for place in _shown(one, bars[EVERY_LANGUAGE])
    )
    return [
        f"confidence {place / len(bins):.1f} to {(place + 1) / len(bins):.1f}: "
        f"{one.right / one.events:.2f} right of {one.events}"
        for place, one in enumerate(bins)
        if one.events
    ]


def best_bar(judged: Sequence[JudgedArticle]) -> float:
    """The middle of the stretch of bars that serves best: a single best one owes too much to chance."""
    uses = [_use(_count(judged, step / _BARS)) for step in range(_BARS)]
    around = [sum(uses[max(step - _STRETCH, 0) : step + _STRETCH + 1]) for step in range(_STRETCH, _BARS - _STRETCH)]
    return (around.index(max(around)) + _STRETCH) / _BARS


def _judged_by(weights: Weights, one: JudgedArticle) -> JudgedArticle:
    predicted = tuple(
        replace(
            event,
            confidence=probability(weights.confidence, example.features),
            salience=probability(weights.salience, example.features),
        )
        for event, example in zip(one.predicted, one.examples, strict=True)
    )
    return replace(one, predicted=predicted)


def _by_language(judged: Sequence[JudgedArticle]) -> dict[str, list[JudgedArticle]]:
    languages = sorted({one.article.lang for one in judged})
    return {EVERY_LANGUAGE: list(judged)} | {
        language: [one for one in judged if one.article.lang == language] for language in languages
    }


def _count(judged: Sequence[JudgedArticle], bar: float) -> EventCounts:
    return EventCounts.total(_count_shown(one, _shown(one, bar)) for one in judged)


def _count_shown(one: JudgedArticle, shown: list[int]) -> EventCounts:
    return count_events(one.article, one.predicted, one.agreed, match(one.article, one.agreed, shown), shown)


def _shown(one: JudgedArticle, bar: float) -> list[int]:
    """The places of the candidates whose worth reaches the bar."""
    return [place for place, event in enumerate(one.predicted) if worth(event.confidence, event.salience) >= bar]


def _use(counts: EventCounts) -> float:
    """What a timeline gains: right events first of all, but also their order, by which a reader finds them."""
    return counts.f1 + counts.rank / 4


def _figures(counts: EventCounts) -> dict[str, float]:
    return {
        "P": counts.precision,
        "R": counts.recall,
        "F1": counts.f1,
        "placed R": counts.placed_recall,
        "rank": counts.rank,
    }
