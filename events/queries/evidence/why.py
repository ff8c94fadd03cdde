"""Why this date: which words say it, what they were counted from, and what other sources say."""

from __future__ import annotations

from dataclasses import dataclass

from events.models import Event, Mention, Source
from events.models.choices import DateBasis, label_of
from events.queries.rows import words_of


@dataclass(frozen=True, slots=True)
class Why:
    """``expression`` (in language ``lang``, "" where the text names no time) was counted from ``anchor``.

    ``anchor`` is EDTF, "" where nothing had to be counted.  ``rules`` are those of the engine that read it.
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
    """A date that an article gives and the event does not have."""

    edtf: str
    date_words: str
    basis: str
    basis_words: str
    article: int
    outlet: str


def why_of(event: Event, language: str) -> Why:
    """The chain from the words to the shown date; needs ``with_evidence``."""
    source = None if event.basis == DateBasis.EDITOR else _deciding(event)
    if source:
        return why_told(source, language)
    return Why(
        expression="", lang="", anchor="", anchor_words="", basis=event.basis, basis_words=event.basis_label, rules=()
    )


def why_told(source: Source, language: str) -> Why:
    """The chain from the words to the date that one article gives, whatever the event shows; needs its mentions."""
    told = _dating_mention(source)
    expression = told.time_expression if told else None
    return Why(
        expression=expression.text if expression else "", lang=source.article.language,
        anchor=source.anchor, anchor_words=words_of(source.anchor, language),
        basis=source.basis, basis_words=label_of(DateBasis, source.basis),
        rules=tuple(expression.rules) if expression else (),
    )  # fmt: skip


def other_dates_of(event: Event, language: str) -> tuple[OtherDate, ...]:
    """Dates of sources that differ from the shown one, each with the article that gives it."""
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
    """The source whose date the event shows (``desk.refresh`` takes the surest of the best-founded)."""
    agreeing = [source for source in event.sources.all() if source.edtf == event.edtf and source.basis == event.basis]
    return min(agreeing, key=lambda source: (source.stale, -source.confidence, source.pk), default=None)


def _dating_mention(source: Source) -> Mention | None:
    """The mention that says the date: the first whose expression means it, else the first with any."""
    dated = [mention for mention in source.mentions.all() if mention.time_expression]
    same = [mention for mention in dated if mention.time_expression and mention.time_expression.edtf == source.edtf]
    return next(iter(same or dated), None)
