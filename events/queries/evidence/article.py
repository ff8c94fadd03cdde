"""What was found in one article: its events with their mentions, and its time expressions with their dates."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from events.models import Article, Mention, Source, TimeExpression
from events.models.choices import DateBasis, Visibility, label_of
from events.models.querysets import EventQuerySet
from events.queries.evidence.spans import in_order_of_text
from events.queries.rows import EventRow, row_of, words_of


@dataclass(frozen=True, slots=True)
class MentionSpan:
    """A mention of the event: a half-open span of the text, in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ArticleEvent:
    """An event as the timeline shows it, and what this article says about it."""

    event: EventRow
    visibility: str
    edtf: str
    basis: str
    basis_words: str
    stale: bool
    pending: bool
    mentions: tuple[MentionSpan, ...]


@dataclass(frozen=True, slots=True)
class ArticleTimex:
    """A time expression (TIMEX3 ``type`` and ``value``); ``edtf`` is "" for durations and sets."""

    start: int
    end: int
    text: str
    type: str
    value: str
    edtf: str
    date_words: str
    basis: str
    basis_words: str
    anchor: str
    rules: tuple[str, ...]


def events_in_article(article: Article, events: EventQuerySet, language: str, *, staff: bool) -> list[ArticleEvent]:
    """The events among ``events`` that the article mentions, in the order of its text; two queries.

    Readers get accepted sources; staff get the latest versions, including pending ones.
    """
    sources = Source.objects.latest_versions() if staff else Source.objects.shown()
    mine = sources.filter(article=article, event__in=events.order_by())
    ordered = in_order_of_text(mine.select_related("event").prefetch_related("mentions"))
    return [_article_event(source, language, staff=staff) for source in ordered]


def shown_timexes(article: Article) -> list[TimeExpression]:
    """The time expressions that readers see, in the order of the text.

    They are those of the first run of which an editor accepted a source.  Where an accepted source needs a time
    expression of a later run, that one replaces those it overlaps.
    """
    accepted = Mention.objects.filter(source__article=article, source__accepted_at__isnull=False)
    needed = Q(pk__in=accepted.values("time_expression"))
    found = TimeExpression.objects.filter(Q(run__shown=True) | needed, run__article=article).select_related("run")
    first = [one for one in found if one.run.shown]
    later = [one for one in found if not first or one.run_id > first[0].run_id]
    kept = [one for one in first if not any(one.start < other.end and other.start < one.end for other in later)]
    return sorted([*kept, *later], key=lambda one: (one.start, one.end, one.pk))


def article_timexes(article: Article, language: str, *, staff: bool) -> list[ArticleTimex]:
    """The time expressions that readers see or, for staff, those of the latest run, in the order of the text."""
    of_latest = TimeExpression.objects.filter(run__article=article, run__current=True)
    expressions = of_latest if staff else shown_timexes(article)
    return [
        ArticleTimex(
            start=found.start, end=found.end, text=found.text, type=found.type, value=found.value, edtf=found.edtf,
            date_words=words_of(found.edtf, language), basis=found.basis,
            basis_words=label_of(DateBasis, found.basis), anchor=found.anchor, rules=tuple(found.rules),
        )
        for found in expressions
    ]  # fmt: skip


def _is_pending(source: Source) -> bool:
    return source.event.visibility == Visibility.PUBLISHED and (source.gone or not source.accepted_at)


def _article_event(source: Source, language: str, *, staff: bool) -> ArticleEvent:
    """What the source says about its event; whether it is pending is shown to staff only."""
    return ArticleEvent(
        event=row_of(source.event, language), visibility=source.event.visibility, edtf=source.edtf,
        basis=source.basis, basis_words=label_of(DateBasis, source.basis), stale=source.stale,
        pending=staff and _is_pending(source),
        mentions=tuple(MentionSpan(mention.start, mention.end, mention.quote) for mention in source.mentions.all()),
    )  # fmt: skip
