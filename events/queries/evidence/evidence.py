"""Who tells an event: each article once, with its quotes and the words around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from events.models import Article, Event, Mention, Source
from events.queries.evidence.quotation import quotation
from events.queries.rows import day_words


@dataclass(frozen=True, slots=True)
class Quote:
    """A half-open span of the article's text in code points; ``before`` and ``after`` stand around it.

    ``anchor`` is the quote's place on the article's page: a link to it holds for as long as a quote begins there.
    """

    text: str
    before: str
    after: str
    start: int
    end: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """An article that tells the event; ``stale``: a later reading found it no more."""

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
    """In the order in which the articles were published; needs ``with_evidence``."""
    return tuple(_evidence(source, language) for source in event.sources.all())


def _evidence(source: Source, language: str) -> Evidence:
    article = source.article
    return Evidence(
        article=article.pk, title=str(article), outlet=article.outlet_name,
        url=article.url, published=article.publication_date,
        published_words=day_words(article.publication_date, language), lang=article.language,
        edtf=source.edtf, stale=source.stale, quotes=tuple(_quote(article, told) for told in source.mentions.all()),
    )  # fmt: skip


def anchor_at(start: int) -> str:
    """The fragment of a passage by its place in the text, which never changes; rows are written anew by every run."""
    return f"at-{start}"


def _quote(article: Article, mention: Mention) -> Quote:
    around = quotation(article.body, mention.start, mention.end)
    return Quote(
        text=around.text, before=around.before, after=around.after, start=mention.start, end=mention.end,
        anchor=anchor_at(mention.start),
    )  # fmt: skip
