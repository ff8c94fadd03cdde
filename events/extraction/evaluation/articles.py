"""Annotated articles: what people say that an article tells, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from events.extraction.evaluation.date_spans import Days, within

#: Half-open offsets into the body, in code points.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RightDates:
    """The dates that are right for an event: exact ones, and windows in which a vague one may lie."""

    exact: frozenset[Days]
    windows: tuple[Days, ...]

    def allow(self, days: Days | None) -> bool:
        return days is not None and (days in self.exact or any(within(days, window) for window in self.windows))


@dataclass(frozen=True, slots=True)
class AnnotatedEvent:
    """One event, however often the article tells it.

    ``core``: a timeline must have it (otherwise it may); ``date`` as it was written; ``days`` those of the date, None
    where it is a window; ``clauses`` where the body tells it.  ``type``, ``status``, ``actors`` and ``place`` are None
    where nobody annotated them; an event without actors has (), one without a place "".
    """

    key: str
    core: bool
    date: str
    days: Days | None
    right: RightDates
    clauses: tuple[Span, ...]
    words: str
    type: str | None = None
    status: str | None = None
    actors: tuple[str, ...] | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedTimex:
    """A time expression; ``values`` are the TIMEX3 values that are right, the first the best."""

    span: Span
    type: str
    values: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """``events`` or ``timexes`` is None where nobody annotated them; ``labels`` are its fields by which articles can be
    told apart (language, source, kind, file)."""

    id: str
    lang: str
    published: str
    title: str
    body: str
    events: tuple[AnnotatedEvent, ...] | None
    timexes: tuple[AnnotatedTimex, ...] | None
    labels: Mapping[str, str]
