"""Read one annotated event or time expression and check it against its article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from events.edtf import EdtfError
from events.extraction.evaluation.articles import AnnotatedEvent, AnnotatedTimex, RightDates, Span
from events.extraction.evaluation.date_spans import Days, days_of
from events.extraction.types import EVENT_TYPES, Status, TimexType


class AnnotationError(ValueError):
    """Annotated articles that cannot be right; the message begins with the file and, where there is one, the line."""


def text_of(row: dict[str, Any], key: str, where: str) -> str:
    """The text under a key that must be there."""
    value = optional_text(row, key, where)
    if not value:
        raise AnnotationError(f"{where}: “{key}” is missing.")
    return value


def optional_text(row: dict[str, Any], key: str, where: str) -> str:
    """The text under a key, empty where there is none."""
    value = row.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise AnnotationError(f"{where}: “{key}” must be a text.")
    return value


def read_event(row: dict[str, Any], title: str, body: str, where: str) -> AnnotatedEvent:
    """``where`` is "file:line"; the event's key is put behind it in complaints."""
    key = text_of(row, "key", where)
    where = f"{where}: event “{key}”"
    if not isinstance(row.get("core"), bool):
        raise AnnotationError(f"{where}: “core” must be true or false.")
    days, right = _dates(row, where)
    clauses = row.get("clauses")
    if not isinstance(clauses, list) or not clauses:
        raise AnnotationError(f"{where}: “clauses” must be a list of texts, at least one.")
    return AnnotatedEvent(
        key=key,
        core=row["core"],
        date=_written(row["date"]),
        days=days,
        right=right,
        clauses=tuple(span for clause in clauses if (span := _clause(clause, title, body, where))),
        words=_clause_words(clauses[0], where)[0],
        type=_one_of(row, "type", EVENT_TYPES, where),
        status=_one_of(row, "status", [status.value for status in Status], where),
        actors=_texts(row, "actors", where) if "actors" in row else None,
        place=optional_text(row, "place", where) if "place" in row else None,
    )


def read_timex(row: dict[str, Any], body: str, where: str) -> AnnotatedTimex:
    start, end = row.get("start"), row.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(body):
        raise AnnotationError(f"{where}: time expression from {start} to {end}: these are no offsets into the body.")
    where = f"{where}: time expression “{body[start:end]}”"
    if row.get("text", body[start:end]) != body[start:end]:
        raise AnnotationError(f"{where}: its “text” says “{row['text']}”.")
    kind = _one_of(row, "type", [kind.value for kind in TimexType], where)
    if kind is None:
        raise AnnotationError(f"{where}: “type” is missing.")
    if not isinstance(row.get("optional", False), bool):
        raise AnnotationError(f"{where}: “optional” must be true or false.")
    values = (text_of(row, "value", where), *_texts(row, "also", where))
    return AnnotatedTimex((start, end), kind, values, row.get("optional", False))


def _dates(row: dict[str, Any], where: str) -> tuple[Days | None, RightDates]:
    """The days of an exact ``date``, and all that is right."""
    also = row.get("also") or []
    if not isinstance(also, list):
        raise AnnotationError(f"{where}: “also” must be a list of dates.")
    if not row.get("date"):
        raise AnnotationError(f"{where}: “date” is missing.")
    exact: list[Days] = []
    windows: list[Days] = []
    for written in (row["date"], *also):
        (windows if isinstance(written, dict) else exact).append(_days(written, where))
    return exact[0] if isinstance(row["date"], str) else None, RightDates(frozenset(exact), tuple(windows))


def _days(written: Any, where: str) -> Days:
    try:
        if isinstance(written, str):
            return days_of(written)
        first, last = (date.fromisoformat(day) for day in written["within"])
    except EdtfError as error:
        raise AnnotationError(f"{where}: {error}") from error
    except (TypeError, KeyError, ValueError) as error:
        message = f"{where}: {written!r} is no date (write an EDTF text, or {{'within': [first day, last day]}})."
        raise AnnotationError(message) from error
    if first > last:
        raise AnnotationError(f"{where}: the window {written['within']} ends before it starts.")
    return first, last


def _written(value: str | dict[str, list[str]]) -> str:
    """A date as people read it in a list of errors."""
    return value if isinstance(value, str) else "within {} to {}".format(*value["within"])


def _clause(clause: Any, title: str, body: str, where: str) -> Span | None:
    """Where the body tells it: the first place, or the one asked for; None for a clause of the title alone."""
    text, wanted = _clause_words(clause, where)
    start = -1
    for number in range(wanted):
        start = body.find(text, start + 1)
        if start < 0:
            if number == 0 and text in title:
                return None
            times = f"{number} of {wanted} times" if number else "nowhere"
            raise AnnotationError(f"{where}: the clause “{text}” stands {times} in the article.")
    return start, start + len(text)


def _clause_words(clause: Any, where: str) -> tuple[str, int]:
    """The words of a clause and which of their places is meant, from 1."""
    match clause:
        case str(text) if text:
            return text, 1
        case [str(text), int(number)] if text and number > 0:
            return text, number
    raise AnnotationError(f"{where}: {clause!r} is no clause (write a text, or [text, which of its places]).")


def _one_of(row: dict[str, Any], key: str, known: Iterable[str], where: str) -> str | None:
    value = row.get(key)
    if value is None or value in (names := list(known)):
        return value
    raise AnnotationError(f"{where}: “{value}” is no {key} ({', '.join(names)}).")


def _texts(row: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    values = row.get(key) or []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise AnnotationError(f"{where}: “{key}” must be a list of texts.")
    return tuple(values)
