"""What the engine says of an article, as far as it is evaluated; read from what `extract` prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from events.extraction.engine import extract
from events.extraction.evaluation.articles import AnnotatedArticle, Span
from events.extraction.evaluation.date_spans import Days, days_or_none
from events.extraction.output import extraction_json


@dataclass(frozen=True, slots=True)
class PredictedEvent:
    """``days`` is None where the date cannot be read: it is never right then."""

    title: str
    date: str
    days: Days | None
    mentions: tuple[Span, ...]
    type: str | None
    status: str | None
    confidence: float
    salience: float
    actors: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PredictedTimex:
    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Prediction:
    events: tuple[PredictedEvent, ...]
    timexes: tuple[PredictedTimex, ...]


def predict(article: AnnotatedArticle) -> Prediction:
    """Let the engine read the article.  Numbers are rounded as `extract` prints them, so that two events that it prints
    alike rank alike."""
    found = extract(article.body, published=article.published, title=article.title, language=article.lang)
    return prediction_of(extraction_json(found))


def prediction_of(printed: Mapping[str, Any]) -> Prediction:
    """A line that `extract` printed: a mapping with ``events`` and ``timexes``."""
    return Prediction(
        tuple(predicted_event(event) for event in printed.get("events", ())),
        tuple(
            PredictedTimex((timex["start"], timex["end"]), timex["type"], timex.get("value") or "")
            for timex in printed.get("timexes", ())
        ),
    )


def predicted_event(printed: Mapping[str, Any]) -> PredictedEvent:
    """One of the ``events`` of such a line."""
    return PredictedEvent(
        title=printed.get("title", ""),
        date=printed.get("date", ""),
        days=days_or_none(printed.get("date")),
        mentions=tuple((mention["start"], mention["end"]) for mention in printed.get("mentions", ())),
        type=printed.get("type"),
        status=printed.get("status"),
        confidence=printed.get("confidence", 0.0),
        salience=printed.get("salience", 0.0),
        actors=tuple(actor["name"] for actor in printed.get("actors", ())),
        places=tuple(place["name"] for place in printed.get("places", ())),
    )
