"""The whole way of one article: language, words, time expressions, events."""

from __future__ import annotations

from datetime import date, datetime

from events.extraction.happenings import find_events
from events.extraction.languages import available, detect, load
from events.extraction.text import parse
from events.extraction.times import find_timexes
from events.extraction.types import Extraction, ExtractionError, UnsupportedLanguage


class BadPublicationDateError(ExtractionError):
    """The publication date is missing or is no date."""

    code = "bad_publication_date"


def extract(body: str, *, published: date | str, language: str | None = None, title: str = "") -> Extraction:
    """Read one article.  ``published`` is its publication date (ISO 8601, a time of day is cut off).

    Raises UnsupportedLanguage and BadPublicationDateError, both ExtractionErrors; nothing else, whatever the text.
    """
    day = publication_day(published)
    code = _language_code(body, title, language)
    document = parse(body, load(code))
    timexes = find_timexes(document, day)
    events = find_events(document, timexes, day, title=title)
    return Extraction(code, events, timexes)


def publication_day(published: date | str) -> date:
    """The local day of a date, a datetime or an ISO 8601 text of either."""
    if isinstance(published, datetime):
        return published.date()
    if isinstance(published, date):
        return published
    try:
        return datetime.fromisoformat(published.strip()).date()
    except (ValueError, AttributeError) as error:
        message = f"“{published}” is not a publication date (write 2025-09-01)."
        raise BadPublicationDateError(message, date=str(published)) from error


def _language_code(body: str, title: str, language: str | None) -> str:
    if language is None or not language.strip():
        return detect(f"{title}\n{body}")
    code = language.strip().lower().partition("-")[0].partition("_")[0]
    if code not in available():
        known = ", ".join(available())
        raise UnsupportedLanguage(
            f"The language “{language}” is not supported; supported are {known}.", languages=known
        )
    return code
