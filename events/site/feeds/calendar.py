"""The calendar (iCalendar, RFC 5545 and 7986): planned and latest events whose dates are exact enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, F
from django.http import HttpRequest, HttpResponse
from django.utils.translation import ngettext

from events.models import Event
from events.models.choices import EventStatus
from events.queries.rows import EventRow, row_of, with_row_columns, words_of
from events.queries.wording import numerals
from events.site.feeds.appointments import FITTING, appointment
from events.site.feeds.entry_ids import entry_uid
from events.site.feeds.feed_source import FeedSource, feed_view
from events.site.feeds.ical import Line, ical_text

#: The most entries of a calendar; from the latest date back.
ENTRIES = 500
_HOURLY = "PT1H"


@feed_view
def calendar(request: HttpRequest, source: FeedSource) -> HttpResponse:
    """The calendar, with the latest days first.  The id of an event's entry does not change with its title or date."""
    fitting = with_row_columns(source.events.filter(FITTING), "updated_at")
    events = list(fitting.order_by(F("first_day").desc(), "-pk")[:ENTRIES])
    lines = [*_head(source), *_left_out(source, len(events))]
    for event in events:
        row = row_of(event, source.language)
        if row.first and row.last:
            lines += _entry(request, event, row, row.first, row.last, source.language)
    answer = HttpResponse(
        ical_text(lines if events else [*lines, *_NOTHING]), content_type="text/calendar; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = 'inline; filename="newsdesk.ics"'
    return answer


def _head(source: FeedSource) -> Iterator[Line]:
    """The calendar's name and how often to fetch it, as in the standard and as Outlook and others expect it."""
    yield Line(f"NAME;LANGUAGE={source.language}", source.title)
    yield Line("X-WR-CALNAME", source.title)
    yield Line("REFRESH-INTERVAL;VALUE=DURATION", _HOURLY, plain=True)
    yield Line("X-PUBLISHED-TTL", _HOURLY, plain=True)


def _left_out(source: FeedSource, shown: int) -> Iterator[Line]:
    """How many events have no entry, and why, as a comment and as the calendar's description, which programs show."""
    counts = source.events.order_by().aggregate(all=Count("pk"), fitting=Count("pk", filter=FITTING))
    vague, older = counts["all"] - counts["fitting"], counts["fitting"] - shown
    words = []
    if vague:
        words.append(
            ngettext(
                "{count} event is left out: its date is open-ended or less precise than a month.",
                "{count} events are left out: their dates are open-ended or less precise than a month.",
                vague,
            ).format(count=numerals(vague, source.language))
        )
    if older > 0:
        words.append(
            ngettext(
                "{count} older event is left out: the calendar is full.",
                "{count} older events are left out: the calendar is full.",
                older,
            ).format(count=numerals(older, source.language))
        )
    if words:
        yield Line(f"COMMENT;LANGUAGE={source.language}", " ".join(words))
        yield Line("X-WR-CALDESC", " ".join(words))


def _entry(request: HttpRequest, event: Event, row: EventRow, first: date, last: date, language: str) -> Iterator[Line]:
    stamp = event.updated_at.strftime("%Y%m%dT%H%M%SZ")
    when = appointment(row.edtf, first, last)
    sure = when.exact and not row.approximate and row.status != EventStatus.PLANNED
    yield Line("BEGIN", "VEVENT", plain=True)
    yield Line("UID", entry_uid(request, row.id), plain=True)
    yield Line("DTSTAMP", stamp, plain=True)
    yield Line("LAST-MODIFIED", stamp, plain=True)
    yield from when.lines
    yield Line(f"SUMMARY;LANGUAGE={row.lang}", f"{row.title} ({words_of(row.edtf, row.lang)})")
    yield Line(f"DESCRIPTION;LANGUAGE={language}", f"{row.date_words} · {row.type_label}")
    yield Line(f"CATEGORIES;LANGUAGE={language}", row.type_label)
    yield Line("URL", request.build_absolute_uri(row.url), plain=True)
    yield Line("STATUS", "CONFIRMED" if sure else "TENTATIVE", plain=True)
    yield Line("TRANSP", "TRANSPARENT", plain=True)
    yield Line("END", "VEVENT", plain=True)


#: A calendar must have at least one component; this one is not shown.
_NOTHING = tuple(
    Line(name, value, plain=True)
    for name, value in (
        ("BEGIN", "VTIMEZONE"), ("TZID", "Etc/UTC"), ("BEGIN", "STANDARD"), ("DTSTART", "19700101T000000"),
        ("TZOFFSETFROM", "+0000"), ("TZOFFSETTO", "+0000"), ("TZNAME", "UTC"), ("END", "STANDARD"),
        ("END", "VTIMEZONE"),
    )
)  # fmt: skip
