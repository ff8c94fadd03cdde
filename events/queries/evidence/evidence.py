"""The sources of an event: each article once, with its quotes and the words around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from events.models import Article, Event, Mention, Source
from events.queries.evidence.quotation import quotation
from events.queries.rows import day_words


@dataclass(frozen=True, slots=True)
class Quote:
    """A half-open span of the article's text, in code points, with the words ``before`` and ``after`` it.

    ``anchor`` is the fragment of the quote's place on the article's page.  It stays the same as long as some quote
    begins at this place.
    """

    text: str
    before: str
    after: str
    start: int
    end: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """An article that mentions the event; ``stale`` if a later run no longer found the event in it."""

    article: int
    title: str
    outlet: str
    url: str
    published: date
    published_words: str
    lang: str
    edtf: str
    stale: bool
    quotes: tuple[Quote, ...]


def evidence_of(event: Event, language: str) -> tuple[Evidence, ...]:
    """The sources of an event fetched ``with_evidence``, by the publication dates of their articles."""
    return tuple(_evidence(source, language) for source in event.sources.all())


def _evidence(source: Source, language: str) -> Evidence:
    article = source.article
    return Evidence(
        article=article.pk, title=str(article), outlet=article.outlet_name,
        url=article.url, published=article.publication_date,
        published_words=day_words(article.publication_date, language), lang=article.language,
        edtf=source.edtf, stale=source.stale,
        quotes=tuple(_quote(article, mention) for mention in source.mentions.all()),
    )  # fmt: skip


def anchor_at(start: int) -> str:
    """The fragment of a passage, made from its place in the text, because every run writes mentions as new rows."""
    return f"at-{start}"


def _quote(article: Article, mention: Mention) -> Quote:
    around = quotation(article.body, mention.start, mention.end)
    return Quote(
        text=around.text, before=around.before, after=around.after, start=mention.start, end=mention.end,
        anchor=anchor_at(mention.start),
    )  # fmt: skip
