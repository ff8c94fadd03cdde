"""All time expressions of a document, resolved in text order so that each can refer to those before it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from events.edtf import EdtfError, parse
from events.extraction.text import Document
from events.extraction.text.marks import BRACKETS
from events.extraction.timex.discourse import Context, DateMention, Resolved, told_date
from events.extraction.timex.historical_text import tells_history
from events.extraction.timex.normalization import RESOLVERS
from events.extraction.timex.recognition import TimexMatch, encode, recognise
from events.extraction.timex.rule_examples import checked_rulebook
from events.extraction.timex.rulebook import Rulebook
from events.extraction.timex.shared_years import inherit_years
from events.extraction.timex.tense import TenseReader
from events.extraction.timex.values import DIFFERENT_DATES
from events.extraction.types import Timex

_CLOCKS = frozenset({"clock", "military-clock"})
_DAYS = frozenset({"date", "day", "figures", "clock-day"})
#: Tokens between a time of day and its date, and times of day that share one ("7:15 p.m. (1815 GMT) on Sunday").
_BEHIND_CLOCK = 12
_CLOCKS_TOGETHER = 3
_parsed = lru_cache(maxsize=DIFFERENT_DATES)(parse)


def find_timexes(document: Document, published: date) -> tuple[Timex, ...]:
    """All time expressions, in text order, never overlapping."""
    book: Rulebook = document.language.cached("rulebook", checked_rulebook)
    found = recognise(document, encode(document, book), book)
    inherit_years(found, document)
    reader = TenseReader(document)
    context = Context(document, published, reader.tense_at, reader.reports_at, reader.background_at)
    context.history = tells_history(found, published.year)
    timexes = []
    for number, one in enumerate(found):
        context.coming = _day_behind_clock(found, number, context)
        resolved, told = _resolve(one, context)
        if told is not None:
            context.remember(told)
        if resolved is not None:
            timexes.append(_timex(one, resolved, document))
    return tuple(timexes)


def _resolve(found: TimexMatch, context: Context) -> tuple[Resolved | None, DateMention | None]:
    """What the match means and the date it tells; None for what no calendar has (30 February, the year 0)."""
    try:
        resolved = RESOLVERS[found.rule.resolver](found.parts, found.first, context)
        if resolved is None or resolved.edtf is None:
            return resolved, None
        loose = "loose" in found.parts and not context.history
        return resolved, told_date(found.first, resolved, _parsed(resolved.edtf), loose)
    except (OverflowError, EdtfError):
        return None, None


def _day_behind_clock(found: list[TimexMatch], number: int, context: Context) -> DateMention | None:
    """The day that follows closely on a time of day in its sentence."""
    if found[number].rule.resolver not in _CLOCKS:
        return None
    for following in found[number + 1 : number + _CLOCKS_TOGETHER]:
        if following.first - found[number].last > _BEHIND_CLOCK or not _same_sentence(
            found[number], following, context
        ):
            return None
        if following.rule.resolver in _DAYS:
            if context.document.words[following.first - 1] in BRACKETS:
                return None  # the same moment elsewhere: "10:35 a.m. (9:35 p.m. Sunday EDT)"
            _, told = _resolve(following, context)
            return told if told and told.is_day else None
        if following.rule.resolver not in _CLOCKS:
            return None
    return None


def _same_sentence(one: TimexMatch, other: TimexMatch, context: Context) -> bool:
    sentence_of = context.document.sentence_of
    return sentence_of[one.first] == sentence_of[other.first]


def _timex(found: TimexMatch, resolved: Resolved, document: Document) -> Timex:
    # Most values are their own EDTF; one string for both keeps a text of ten thousand dates small.
    value = resolved.edtf if resolved.edtf == resolved.value else resolved.value
    return Timex(
        found.start, found.end, document.body[found.start : found.end],
        resolved.type, value, resolved.edtf, resolved.basis, resolved.anchor,
        (found.rule.name, *resolved.by),
    )  # fmt: skip
