"""An article as readers see it, with its published events and its time expressions marked in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from events.models import Actor, Article, Place, Source
from events.models.choices import Visibility
from events.queries.evidence.article import shown_timexes
from events.queries.evidence.spans import in_order_of_text
from events.queries.participants import Named
from events.queries.rows import EventRow, row_of, words_of
from events.site.articles.marked_text import Dated, MarkedSpan, Piece, paragraphs


@dataclass(frozen=True, slots=True)
class ArticleEventRow:
    """An event in the margin of an article, with the number that its mentions have in the text."""

    number: int
    event: EventRow


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """The paragraphs in pieces, the events in the order of their first mentions, and the events' actors and places."""

    paragraphs: list[list[Piece]]
    events: list[ArticleEventRow]
    actors: list[Named]
    places: list[Named]


def read_article(article: Article, language: str) -> ArticlePage:
    """The page of an article; names and dates are in the interface's language."""
    sources = _published_sources(article)
    numbers: dict[int, int] = {}
    mentions: list[MarkedSpan] = []
    for mention, event_id in sorted(
        ((mention, source.event_id) for source in sources for mention in source.mentions.all()),
        key=lambda pair: (pair[0].start, pair[0].end),
    ):
        number = numbers.setdefault(event_id, len(numbers) + 1)
        mentions.append(MarkedSpan(mention.start, mention.end, number))
    events = {source.event_id: source.event for source in sources}
    margin = [ArticleEventRow(number, row_of(events[event_id], language)) for event_id, number in numbers.items()]
    text = paragraphs(article.body, mentions, _dated(article, language))
    parts = (part.actor for source in sources for part in source.participations.all())
    places = (source.event.place for source in sources)
    return ArticlePage(text, margin, _named(parts, language), _named(filter(None, places), language))


def _named(rows: Iterable[Actor] | Iterable[Place], language: str) -> list[Named]:
    """Keys and names of the rows, each once, in their order."""
    return list(dict.fromkeys(Named(row.key, row.name_in(language)) for row in rows))


def _published_sources(article: Article) -> list[Source]:
    """The article's accepted sources of published events, in the order of the text."""
    shown = Source.objects.accepted().filter(article=article, event__visibility=Visibility.PUBLISHED)
    related = shown.select_related("event", "event__set_place", "event__found_place")
    sources = related.prefetch_related("mentions", "participations__actor")
    return in_order_of_text(sources)


def _dated(article: Article, language: str) -> list[Dated]:
    """The time expressions that readers see and that have a date; durations and sets have none."""
    return [
        Dated(found.start, found.end, words_of(found.edtf, language)) for found in shown_timexes(article) if found.edtf
    ]
