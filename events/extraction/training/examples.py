"""Annotated articles as examples to learn from: every candidate event of the engine, and whether it is right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from events.extraction.evaluation.articles import AnnotatedArticle
from events.extraction.evaluation.matching import Agreement, agreement, match
from events.extraction.evaluation.predictions import PredictedEvent, predicted_event
from events.extraction.languages import load
from events.extraction.output import event_json
from events.extraction.pipeline import judge_events
from events.extraction.publication import publication_day
from events.extraction.scoring.model import Features
from events.extraction.text import parse
from events.extraction.timex import find_timexes


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate event.  ``right``: it hits an annotated event; ``core``: it hits a core event."""

    features: Features
    right: bool
    core: bool


@dataclass(frozen=True, slots=True)
class JudgedArticle:
    """An article with all of the engine's candidates, also those too doubtful to be shown.

    ``story`` is the same for articles that tell the same story; ``examples`` stand in the order of ``predicted``.
    """

    article: AnnotatedArticle
    story: str
    predicted: tuple[PredictedEvent, ...]
    agreed: Agreement
    examples: tuple[Example, ...]


def judge_articles(articles: Iterable[AnnotatedArticle]) -> list[JudgedArticle]:
    return [_judge(article) for article in articles]


def _judge(article: AnnotatedArticle) -> JudgedArticle:
    document = parse(article.body, load(article.lang))
    day = publication_day(article.published)
    judged = judge_events(document, find_timexes(document, day), day, title=article.title)
    predicted = tuple(predicted_event(event_json(one.event)) for one in judged)
    agreed = agreement(article, predicted)
    matching = match(article, agreed, range(len(predicted)))
    examples = tuple(
        Example(one.features, matching.hit(place), place in matching.core) for place, one in enumerate(judged)
    )
    return JudgedArticle(article, article.labels.get("story") or article.id, predicted, agreed, examples)
