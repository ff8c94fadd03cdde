"""An article as readers see it: its published events and its time expressions marked in the text."""

from __future__ import annotations

from dataclasses import dataclass

from events.models import Article, Event, Source, TimeExpression
from events.models.choices import Visibility
from events.reading.rows import title_language, words_of
from events.site.marked_text import Dated, Piece, Told, paragraphs


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event in the article's margin, under the number that stands in the text."""

    number: int
    event: Event
    lang: str
    date_words: str


def read_article(article: Article, language: str) -> tuple[list[list[Piece]], list[ToldEvent]]:
    """The text in pieces, and the events it tells in the order in which it tells them first."""
    sources = _published_sources(article)
    numbers: dict[int, int] = {}
    told: list[Told] = []
    for mention, event_id in sorted(
        ((mention, source.event_id) for source in sources for mention in source.mentions.all()),
        key=lambda pair: (pair[0].start, pair[0].end),
    ):
        number = numbers.setdefault(event_id, len(numbers) + 1)
        told.append(Told(mention.start, mention.end, number, mention.pk))
    events = {source.event_id: source.event for source in sources}
    margin = [_told(number, events[event_id], language) for event_id, number in numbers.items()]
    return paragraphs(article.body, told, _dated(article, language)), margin


def _published_sources(article: Article) -> list[Source]:
    shown = article.sources.filter(event__visibility=Visibility.PUBLISHED)
    return list(shown.select_related("event").prefetch_related("mentions"))


def _told(number: int, event: Event, language: str) -> ToldEvent:
    return ToldEvent(number, event, title_language(event, language), words_of(event.edtf, language))


def _dated(article: Article, language: str) -> list[Dated]:
    """The time expressions of the run that the article shows; durations and sets have no date to say."""
    expressions = TimeExpression.objects.filter(run__article=article, run__current=True).exclude(edtf="")
    return [Dated(found.start, found.end, words_of(found.edtf, language)) for found in expressions]
