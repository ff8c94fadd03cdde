"""The publication date of an article: the day that everything relative in its text is resolved against."""

from __future__ import annotations

from datetime import date, datetime

from events.extraction.types import ExtractionError


class BadPublicationDateError(ExtractionError):
    """The publication date is missing or is no date."""

    code = "bad_publication_date"


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
