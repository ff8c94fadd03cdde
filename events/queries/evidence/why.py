"""The reasoning behind an event's date: the time expression, the date it was counted from, and other sources' dates."""

from __future__ import annotations

from dataclasses import dataclass

from events.models import Event, Mention, Source
from events.models.choices import DateBasis, label_of
from events.queries.rows import words_of


@dataclass(frozen=True, slots=True)
class Why:
    """How a date was found: ``expression``, words of a text in the language ``lang``, counted from ``anchor``.

    ``expression`` is "" if the text has no time expression for the event.  ``anchor`` is EDTF, "" if nothing had to be
    counted.  ``rules`` are the names of the engine's rules that matched.
    """

    expression: str
    lang: str
    anchor: str
    anchor_words: str
    basis: str
    basis_words: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherDate:
    """The date that an article gives, where the event has another."""

    edtf: str
    date_words: str
    basis: str
    basis_words: str
    article: int
    outlet: str


def why_of(event: Event, language: str) -> Why:
    """The reasoning behind the date that an event shows; the event must be fetched ``with_evidence``."""
    source = None if event.basis == DateBasis.EDITOR else _deciding(event)
    if source:
        return why_of_source(source, language)
    return Why(
        expression="", lang="", anchor="", anchor_words="", basis=event.basis, basis_words=event.basis_label, rules=()
    )


def why_of_source(source: Source, language: str) -> Why:
    """The reasoning behind the date that one source gives; the source must be fetched with its mentions."""
    mention = _dating_mention(source)
    expression = mention.time_expression if mention else None
    return Why(
        expression=expression.text if expression else "", lang=source.article.language,
        anchor=source.anchor, anchor_words=words_of(source.anchor, language),
        basis=source.basis, basis_words=label_of(DateBasis, source.basis),
        rules=tuple(expression.rules) if expression else (),
    )  # fmt: skip


def other_dates_of(event: Event, language: str) -> tuple[OtherDate, ...]:
    """Dates of sources that differ from the date that the event shows, each with its article."""
    return tuple(
        OtherDate(
            edtf=source.edtf, date_words=words_of(source.edtf, language), basis=source.basis,
            basis_words=label_of(DateBasis, source.basis), article=source.article_id,
            outlet=source.article.outlet_name,
        )
        for source in event.sources.all()
        if source.edtf != event.edtf
    )  # fmt: skip


def _deciding(event: Event) -> Source | None:
    """The source that the event's date comes from (see ``desk.aggregate``), or None."""
    agreeing = [source for source in event.sources.all() if source.edtf == event.edtf and source.basis == event.basis]
    return min(agreeing, key=lambda source: (source.stale, -source.confidence, source.pk), default=None)


def _dating_mention(source: Source) -> Mention | None:
    """The first mention whose time expression has the source's date, else the first with any time expression."""
    dated = [mention for mention in source.mentions.all() if mention.time_expression]
    same = [mention for mention in dated if mention.time_expression and mention.time_expression.edtf == source.edtf]
    return next(iter(same or dated), None)
