"""The calendar (iCalendar, RFC 5545): what is planned and what happened last, as whole days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import F
from django.http import HttpRequest, HttpResponse

from events.models import Event
from events.models.choices import EventStatus
from events.reading.rows import EventRow, row_of, with_row_columns
from events.site.following.followed import Followed, changed, following, host_of
from events.site.following.ical_lines import Line, ical_text

#: Entries of a calendar: from the farthest plan back.
ENTRIES = 500


@following
def calendar(request: HttpRequest, followed: Followed) -> HttpResponse:
    """The latest days first; an event keeps its id, whatever becomes of its title and date."""
    rows = with_row_columns(followed.events, "updated_at")
    events = list(rows.order_by(F("first_day").desc(nulls_last=True), "-pk")[:ENTRIES])
    lines = [Line("X-WR-CALNAME", followed.title), Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H", plain=True)]
    for event in events:
        lines += _entry(request, event, row_of(event, followed.language))
    answer = HttpResponse(ical_text(lines), content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'inline; filename="newsdesk.ics"'
    return changed(answer, events)


def _entry(request: HttpRequest, event: Event, row: EventRow) -> Iterator[Line]:
    first, last = _days(row)
    stamp = event.updated_at.strftime("%Y%m%dT%H%M%SZ")
    yield Line("BEGIN", "VEVENT", plain=True)
    yield Line("UID", f"event-{row.id}@{host_of(request)}", plain=True)
    yield Line("DTSTAMP", stamp, plain=True)
    yield Line("LAST-MODIFIED", stamp, plain=True)
    yield Line("DTSTART;VALUE=DATE", _written(first), plain=True)
    if last < date.max:  # its end is the day after
        yield Line("DTEND;VALUE=DATE", _written(last + timedelta(days=1)), plain=True)
    yield Line("SUMMARY", row.title if first == last and not row.approximate else f"{row.title} ({row.date_words})")
    yield Line("DESCRIPTION", f"{row.date_words} · {row.type_label}")
    yield Line("CATEGORIES", row.type_label)
    yield Line("URL", request.build_absolute_uri(row.url), plain=True)
    yield Line(
        "STATUS", "TENTATIVE" if row.status == EventStatus.PLANNED or row.approximate else "CONFIRMED", plain=True
    )
    yield Line("TRANSP", "TRANSPARENT", plain=True)
    yield Line("END", "VEVENT", plain=True)


def _days(row: EventRow) -> tuple[date, date]:
    """A calendar has no open ends: an interval that is open stands on the day that is known."""
    first, last = row.first or row.last, row.last or row.first
    if first is None or last is None:
        raise ValueError(f"event {row.id} is shown without any day")
    return first, last


def _written(day: date) -> str:
    """``strftime`` writes years before 1000 without their zeros."""
    return day.isoformat().replace("-", "")
