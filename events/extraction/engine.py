"""The whole way of one article: language, words, time expressions, events."""

from __future__ import annotations

from datetime import date

from events.extraction.languages import available, detect, load
from events.extraction.pipeline import find_events
from events.extraction.publication import publication_day
from events.extraction.text import parse
from events.extraction.timex import find_timexes
from events.extraction.types import Extraction, UnsupportedLanguage


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
