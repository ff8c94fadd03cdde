"""Which year?  The one the text gives, that a modifier means, of the date before, or that the tense wants."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from events.edtf import parse
from events.extraction.timex.calendar_numbers import (
    AVERAGE_MONTH,
    HALF_A_MONTH,
    MONTH_DAYS,
    THIS_CENTURY,
    YEAR_DAYS,
    YEARS_A_CENTURY,
)
from events.extraction.timex.discourse import CLAUSE_TOKENS, Context, DateMention
from events.extraction.timex.normalization.parts import Parts, whole
from events.extraction.timex.values import edtf_of, safe_date
from events.extraction.types import Basis

#: First month of each season, quarter and half.
_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
#: Without a word about tense, a date so near ahead (in days) is not taken for last year's.
_NEAR = 75
#: ... and one so near that its day is told is at hand, whatever the tense: "the vote on 3 July" of late June.
_AT_HAND = 10
_REPORTED = 75  # days after its end in which a quarter is reported on
_OVER_THE_TURN = 7  # months back that are rather months ahead: "shot in November 2019, tried in January"
_BYGONE = 5  # years after which a text that goes on from a date tells history
#: Tokens of a sentence before the year that rules all of it ("In 2012 the firm ..."), or before any date that opens it.
_FRAME, _OPENING = 3, 6
#: A date so far ahead was lately past; a word about tense must stand close by (in tokens) to move it ahead.
_FAR = 240
_CLOSE = 7


@dataclass(frozen=True, slots=True)
class Year:
    """A year, and how it is known."""

    number: int
    basis: Basis
    anchor: str | None
    by: str  # what decided it


def year_of_month(parts: Parts, month: int, day: int | None, at: int, context: Context) -> Year:
    """The year of a month, or of a day of it."""
    known = _known_year(parts, context)
    if known:
        return known
    return _nearest(month, day, parts, at, context)


def year_by_weekday(year: Year, month: int, day: int, weekday: int | None, now: int) -> Year:
    """The same year, or the neighbour in which the day has the weekday that the text says ("Saturday, 25 April")."""
    if weekday is None:
        return year
    for number in sorted({year.number, now, now - 1, now + 1}, key=lambda number: abs(number - year.number)):
        found = safe_date(number, month, day)
        if found and found.isoweekday() == weekday:
            return year if number == year.number else replace(year, number=number, by="weekday")
    return year


def year_of_span(parts: Parts, code: str, at: int, context: Context) -> Year:
    """The year of a season, quarter or half."""
    known = _known_year(parts, context)
    if known:
        return known
    if whole(parts, "direction") == -1:
        return Year(_last_over(code, context.published), Basis.RELATIVE, context.published.isoformat(), "modifier")
    if code.startswith("Q") and _just_over(code, context.published):
        return Year(context.published.year - 1, Basis.RELATIVE, context.published.isoformat(), "just-over")
    year = _nearest(_STARTS[code], None, parts, at, context)
    now = parse(str(edtf_of(f"{context.published.year:04}-{code}")))
    if year.number == context.published.year + 1 and now.last and now.last >= context.published:
        return replace(year, number=year.number - 1)  # the one that is not over yet
    return year


def _just_over(code: str, today: date) -> bool:
    """Is it the quarter that firms report on now: in February the fourth?"""
    last = parse(str(edtf_of(f"{today.year - 1:04}-{code}"))).last
    return last is not None and (today - last).days <= _REPORTED


def _last_over(code: str, today: date) -> int:
    """The year of the last season, quarter or half that is over: in July, last summer was a year ago."""
    for year in (today.year, today.year - 1):
        last = parse(str(edtf_of(f"{year:04}-{code}"))).last
        if last and last < today:
            return year
    return today.year - 2


def _known_year(parts: Parts, context: Context) -> Year | None:
    """The year as the text says it: in figures, as "last year", or by the year of the date it belongs to."""
    today = context.published
    year = whole(parts, "year")
    if year is not None:
        return Year(year if year >= YEARS_A_CENTURY else year + THIS_CENTURY, Basis.EXPLICIT, None, "year-said")
    shift = whole(parts, "year_shift")
    if shift is not None:
        return Year(today.year + shift, Basis.RELATIVE, today.isoformat(), "year-counted")
    if "told_year" in parts and (told := context.last_told()):
        return Year(told.first.year, Basis.ANAPHORIC, told.edtf, "year-told")
    told_shift = whole(parts, "told_shift")
    if told_shift is not None and (told := context.last_told()):
        return Year(told.first.year + told_shift, Basis.ANAPHORIC, told.edtf, "year-told")
    inherited = whole(parts, "inherited_year")
    if inherited is not None:
        return Year(inherited, Basis.EXPLICIT, None, "year-joined")
    return None


def _nearest(month: int, day: int | None, parts: Parts, at: int, context: Context) -> Year:
    """By modifier, by the date told before, by tense, by distance."""
    today = context.published
    direction = whole(parts, "direction")
    if direction is not None:
        return Year(_by_direction(month, day, direction, today), Basis.RELATIVE, today.isoformat(), "modifier")
    tense = context.tense(at)
    told = _date_to_go_on_from(at, context)
    past = tense <= 0 or context.tense(at, within=CLAUSE_TOKENS) <= 0  # "until March" alone says nothing of the year
    if told and past and told.first.year < today.year:
        return Year(_going_on(told, month, today), Basis.ANAPHORIC, told.edtf, "year-told")
    tense, by = _tense_or_distance(tense, day, at, _distance(month, day, today), context)
    return Year(_by_tense(month, day, tense, today), Basis.RELATIVE, today.isoformat(), by)


def _going_on(told: DateMention, month: int, today: date) -> int:
    """The year of a month told after a date: the same, or the next where the story went over the turn of the year."""
    over = told.last - told.first < timedelta(days=YEAR_DAYS - 1) and told.first.month - month >= _OVER_THE_TURN
    return (
        told.first.year + 1 if over and (told.first.year + 1, month) <= (today.year, today.month) else told.first.year
    )


def _date_to_go_on_from(at: int, context: Context) -> DateMention | None:
    """The date whose year holds for a month told after it: of the sentence, or of the story.

    A bare year holds for its own clause, or for the whole sentence that it opens: in "it lost money in 2012 and was
    sold in March" the sale is news.
    """
    if context.history:
        return context.last_of_story(at)
    told = context.last_in_sentence(at)
    if told is None:
        return _date_of_story(at, context)
    if not told.has_year or context.is_aside(told.at, at):
        return None
    is_year = (told.last - told.first).days >= YEAR_DAYS - 1
    return told if not is_year or _rules(told.at, at, context) else None


def _date_of_story(at: int, context: Context) -> DateMention | None:
    """The bygone date of the sentence before, if that opens its sentence as this one does, or days of such years are
    what the paragraph has told from its first date on."""
    document, told = context.document, context.last_told()
    if told is None or not _is_bygone(told, context):
        return None
    sentences, number = document.sentences, document.sentence_of
    paragraph = sentences[number[at]].paragraph
    if sentences[number[told.at]].paragraph != paragraph or number[at] - number[told.at] != 1:
        return None
    opening = next(one for one in context.told if sentences[number[one.at]].paragraph == paragraph)
    in_days = opening.is_day and (told.last - told.first).days < MONTH_DAYS
    return (
        told
        if (in_days and _is_bygone(opening, context)) or (told.has_year and _goes_on(told.at, at, context))
        else None
    )


def _is_bygone(told: DateMention, context: Context) -> bool:
    return told.first.year < context.published.year - _BYGONE


def _goes_on(before: int, at: int, context: Context) -> bool:
    """Do two sentences open with these times, as stories do?"""
    document = context.document
    one, other = (document.sentences[document.sentence_of[token]].first for token in (before, at))
    return before - one <= _FRAME and at - other <= _OPENING


def _rules(year_at: int, at: int, context: Context) -> bool:
    document = context.document
    first = document.sentences[document.sentence_of[at]].first
    return year_at - first <= _FRAME or document.clause_of(year_at) == document.clause_of(at)


def _tense_or_distance(tense: int, day: int | None, at: int, ahead: int, context: Context) -> tuple[int, str]:
    """Ahead (+1) or back (-1) and what says so, for a date ``ahead`` days from now if it lies ahead."""
    if day and 0 < ahead <= _AT_HAND:
        return 1, "nearest"  # what was called off for New Year's Day was not told of a year ago
    if tense > 0 and ahead >= _FAR:
        tense = context.tense(at, within=_CLOSE) or -1
    elif tense < 0 and day and 0 < ahead <= _NEAR:
        tense = context.tense(at, within=_CLOSE)  # a day so near ahead yields to a past verb close by only
    if tense:
        return tense, "tense-ahead" if tense > 0 else "tense-back"
    return (1 if 0 < ahead <= _NEAR else -1), "nearest"


def _by_direction(month: int, day: int | None, direction: int, today: date) -> int:
    """Last: strictly before now; next: strictly after; this: in this year."""
    here, now = (month, day or 0), (today.month, today.day if day else 0)
    if direction < 0:
        return today.year if here < now else today.year - 1
    if direction > 0:
        return today.year if here > now else today.year + 1
    return today.year


def _by_tense(month: int, day: int | None, tense: int, today: date) -> int:
    here, now = (month, day or 0), (today.month, today.day if day else 0)
    if tense > 0:
        return today.year if here >= now else today.year + 1
    return today.year if here <= now else today.year - 1


def _distance(month: int, day: int | None, today: date) -> int:
    """Days from today to the month or day in this year, or in the next if it is past."""
    ahead = (month - today.month) * AVERAGE_MONTH + ((day or HALF_A_MONTH) - today.day)
    return ahead if ahead >= -HALF_A_MONTH else ahead + YEAR_DAYS
