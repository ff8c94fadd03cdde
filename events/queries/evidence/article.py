"""What is read in one article: its events with the places that tell them, and its time expressions with their dates."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from events.models import Article, Mention, Source, TimeExpression
from events.models.choices import DateBasis, Visibility, label_of
from events.models.querysets import EventQuerySet
from events.queries.evidence.spans import in_order_of_text
from events.queries.rows import EventRow, row_of, words_of


@dataclass(frozen=True, slots=True)
class TellingSpan:
    """A place in the text that tells the event: half-open, in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ArticleEvent:
    """An event as the timeline shows it, and what this article says of it."""

    event: EventRow
    visibility: str
    edtf: str
    basis: str
    basis_words: str
    stale: bool
    pending: bool
    mentions: tuple[TellingSpan, ...]


@dataclass(frozen=True, slots=True)
class ReadTime:
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


def told_events(article: Article, events: EventQuerySet, language: str, *, staff: bool) -> list[ArticleEvent]:
    """Those of ``events`` that the article tells, in the order of its text; two queries.

    Readers get what editors accepted; staff the latest reading, with what is pending.
    """
    sources = Source.objects.latest_versions() if staff else Source.objects.shown()
    mine = sources.filter(article=article, event__in=events.order_by())
    told = in_order_of_text(mine.select_related("event").prefetch_related("mentions"))
    return [_told(source, language, staff=staff) for source in told]


def shown_times(article: Article) -> list[TimeExpression]:
    """The time expressions that readers see, in the order of the text.

    Those of the run of which an editor accepted a source first, and in their place those of later runs that accepted
    sources rest on; what else a later run read, no editor let through.
    """
    accepted = Mention.objects.filter(source__article=article, source__accepted_at__isnull=False)
    rests = Q(pk__in=accepted.values("time_expression"))
    read = TimeExpression.objects.filter(Q(run__shown=True) | rests, run__article=article).select_related("run")
    first = [one for one in read if one.run.shown]
    later = [one for one in read if not first or one.run_id > first[0].run_id]
    kept = [one for one in first if not any(one.start < other.end and other.start < one.end for other in later)]
    return sorted([*kept, *later], key=lambda one: (one.start, one.end, one.pk))


def read_times(article: Article, language: str, *, staff: bool) -> list[ReadTime]:
    """The time expressions that readers see, or for staff those of the latest run, in the order of the text."""
    of_latest = TimeExpression.objects.filter(run__article=article, run__current=True)
    expressions = of_latest if staff else shown_times(article)
    return [
        ReadTime(
            start=found.start, end=found.end, text=found.text, type=found.type, value=found.value, edtf=found.edtf,
            date_words=words_of(found.edtf, language), basis=found.basis,
            basis_words=label_of(DateBasis, found.basis), anchor=found.anchor, rules=tuple(found.rules),
        )
        for found in expressions
    ]  # fmt: skip


def _is_pending(source: Source) -> bool:
    return source.event.visibility == Visibility.PUBLISHED and (source.gone or not source.accepted_at)


def _told(source: Source, language: str, *, staff: bool) -> ArticleEvent:
    """That a run finds an accepted source no more is pending too, and nothing for readers."""
    return ArticleEvent(
        event=row_of(source.event, language), visibility=source.event.visibility, edtf=source.edtf,
        basis=source.basis, basis_words=label_of(DateBasis, source.basis), stale=source.stale,
        pending=staff and _is_pending(source),
        mentions=tuple(TellingSpan(told.start, told.end, told.quote) for told in source.mentions.all()),
    )  # fmt: skip
