"""The iCalendar feed: which dates become entries, and that another program reads it back to the letter."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from icalendar import Calendar
from icalendar import Event as Entry

from events.models import Event
from events.site.feeds.ical import Line, ical_text
from tests import factories

pytestmark = pytest.mark.django_db


def read(client, path="/en/calendar.ics") -> Calendar:
    """As a calendar program reads it."""
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content)


def entries(client, path="/en/calendar.ics") -> list[Entry]:
    return [part for part in read(client, path).walk("VEVENT") if isinstance(part, Entry)]


def only_entry(client, path="/en/calendar.ics") -> Entry:
    [entry] = entries(client, path)
    assert entry.errors == []
    return entry


@pytest.mark.parametrize(
    ("edtf", "start", "end", "status"),
    [
        ("2025-09-01", date(2025, 9, 1), date(2025, 9, 2), "CONFIRMED"),
        ("2025-12-31", date(2025, 12, 31), date(2026, 1, 1), "CONFIRMED"),
        ("0987-01-01", date(987, 1, 1), date(987, 1, 2), "CONFIRMED"),
        ("2025-09-01~", date(2025, 9, 1), date(2025, 9, 2), "TENTATIVE"),
        ("2025-09-01?", date(2025, 9, 1), date(2025, 9, 2), "TENTATIVE"),
        ("2025-09-03/2025-09-05", date(2025, 9, 3), date(2025, 9, 6), "TENTATIVE"),
        ("2025-09", date(2025, 9, 1), date(2025, 10, 1), "TENTATIVE"),
        ("2025-10", date(2025, 10, 1), date(2025, 11, 1), "TENTATIVE"),
        ("2025-09-XX", date(2025, 9, 1), date(2025, 10, 1), "TENTATIVE"),
        ("2025-09-15/2025-10-15", date(2025, 9, 15), date(2025, 10, 16), "TENTATIVE"),
        ("2025-09-01T14:30", datetime(2025, 9, 1, 14, 30), datetime(2025, 9, 1, 14, 30), "CONFIRMED"),
        ("2025-09-01T14:30:15", datetime(2025, 9, 1, 14, 30, 15), datetime(2025, 9, 1, 14, 30, 15), "CONFIRMED"),
        ("2025-09-01T14:30~", datetime(2025, 9, 1, 14, 30), datetime(2025, 9, 1, 14, 30), "TENTATIVE"),
        ("2025-09-01T22:00/2025-09-02T01:30", datetime(2025, 9, 1, 22), datetime(2025, 9, 2, 1, 30), "CONFIRMED"),
        ("2025-09-01T22:00/2025-09-02", date(2025, 9, 1), date(2025, 9, 3), "TENTATIVE"),
    ],
)
def test_date_no_coarser_than_a_month_becomes_an_entry(client, edtf, start, end, status):
    factories.an_event(edtf=edtf)
    entry = only_entry(client)
    assert (entry.start, entry.end, entry["STATUS"]) == (start, end, status)


@pytest.mark.parametrize(
    "edtf",
    ["2022/..", "../2022", "2025-09-01/..", "2022/", "2025-35", "2025", "2025~", "199X", "19XX", "2025-09/2025-10",
     "2025-01-01/2025-02-01"],
)  # fmt: skip
def test_open_or_coarser_dates_are_left_out_and_counted(client, edtf):
    factories.an_event(edtf="2025-09-01", title="On a day")
    factories.an_event(edtf=edtf)
    told = read(client)
    assert [str(entry["SUMMARY"]) for entry in told.walk("VEVENT")] == ["On a day (1 September 2025)"]
    words = "1 event is left out: its date is open-ended or less precise than a month."
    assert told["COMMENT"] == told["X-WR-CALDESC"] == words


def test_calendar_with_nothing_left_out_has_no_comment(client):
    factories.an_event(edtf="2025-09")
    assert "COMMENT" not in read(client)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "حدث واحد غير مدرج، لأن تاريخه مفتوح أو أقل دقة من شهر."),
        (2, "حدثان غير مدرجَين، لأن تاريخيهما مفتوحان أو أقل دقة من شهر."),
        (3, "3 أحداث غير مدرجة، لأن تواريخها مفتوحة أو أقل دقة من شهر."),
        (11, "11 حدثًا غير مدرج، لأن تواريخها مفتوحة أو أقل دقة من شهر."),
    ],
)
def test_number_of_events_left_out_has_arabic_plural_forms(client, count, words):
    for _ in range(count):
        factories.an_event(edtf="2025")
    assert read(client, "/ar/calendar.ics")["COMMENT"] == words


@pytest.mark.parametrize(
    ("edtf", "status", "sure"),
    [("2030-01-01", "planned", False), ("2030-01-01T10:00", "planned", False), ("2020-01-01", "occurred", True)],
)
def test_planned_event_is_tentative(client, edtf, status, sure):
    factories.an_event(edtf=edtf, status=status)
    assert only_entry(client)["STATUS"] == ("CONFIRMED" if sure else "TENTATIVE")


def test_latest_dates_come_first_up_to_the_limit(client, monkeypatch):
    monkeypatch.setattr("events.site.feeds.calendar.ENTRIES", 2)
    for edtf in ("2025-01-01", "2030-01-01", "2026-01-01", "../2040-01-01"):
        factories.an_event(edtf=edtf)
    told = read(client)
    assert [entry.start for entry in entries(client)] == [date(2030, 1, 1), date(2026, 1, 1)]
    assert told["COMMENT"] == (
        "1 event is left out: its date is open-ended or less precise than a month. "
        "1 older event is left out: the calendar is full."
    )


def test_summary_is_in_its_titles_language_with_the_date_in_words(client):
    factories.an_event(language="ar", title="وقّع الوزراء", edtf="2025-09")
    factories.an_event(language="en", title="Ministers sign", edtf="2025-08-01T09:05")
    arabic, english = entries(client, "/ar/calendar.ics")
    assert str(arabic["SUMMARY"]) == "وقّع الوزراء (سبتمبر 2025)"
    assert str(english["SUMMARY"]) == "Ministers sign (1 August 2025, 09:05)"
    assert (arabic["SUMMARY"].params["LANGUAGE"], english["SUMMARY"].params["LANGUAGE"]) == ("ar", "en")
    assert english["DESCRIPTION"].params["LANGUAGE"] == "ar"
    assert "1 أغسطس 2025" in str(english["DESCRIPTION"])
    assert str(english["URL"]).startswith("http://testserver/ar/events/")


@pytest.mark.parametrize(
    "title",
    [
        "One, two; three\\four", "«وقّع» الوزراء، ثم قالوا: «نعم؛ لا»", "معاهدة المياه " * 14,
        "لجنة ٥+٥ (المسار العسكري) تجتمع في سرت: ثلاثون يومًا " * 3, "😀 ‏مختلط mixed ‎نص " * 9,
    ],
)  # fmt: skip
def test_title_is_parsed_back_to_the_letter(client, title):
    factories.an_event(language="ar", title=title.strip())
    summary = str(only_entry(client, "/ar/calendar.ics")["SUMMARY"])
    assert summary == f"{title.strip()} (1 سبتمبر 2025)"


def test_line_break_in_a_title_cannot_inject_a_property(client):
    factories.an_event(title="A title\nATTACH:http://evil.example/")
    entry = only_entry(client)
    assert str(entry["SUMMARY"]) == "A title ATTACH:http://evil.example/ (1 September 2025)"
    assert "ATTACH" not in entry


def test_entry_is_stamped_with_the_last_change(client):
    event = factories.an_event()
    Event.objects.filter(pk=event.pk).update(updated_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
    entry = only_entry(client)
    assert entry["DTSTAMP"].dt == entry["LAST-MODIFIED"].dt == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert entry["UID"] == f"event-{event.pk}@testserver"


@pytest.mark.parametrize(("language", "name"), [("en", "Jordan"), ("ar", "الأردن")])
def test_calendar_has_its_name_and_refresh_interval(client, language, name):
    factories.an_actor("JOR", en="Jordan", ar="الأردن")
    factories.an_event(actors=[("JOR", "Jordan", "actor")])
    told = read(client, f"/{language}/calendar.ics?actor=JOR")
    with translation.override(language):
        assert told["NAME"] == told["X-WR-CALNAME"] == f"{name} · {translation.gettext('Newsdesk')}"
    assert told["NAME"].params["LANGUAGE"] == language
    assert told["X-PUBLISHED-TTL"] == "PT1H"
    assert told["REFRESH-INTERVAL"].dt.total_seconds() == 3600


@pytest.mark.parametrize("edtf", ["", "2022/.."])
def test_calendar_without_entries_has_a_timezone_component(client, edtf):
    if edtf:
        factories.an_event(edtf=edtf)
    [component] = read(client).subcomponents
    assert component.name == "VTIMEZONE"
    assert [part.name for part in component.subcomponents] == ["STANDARD"]


@pytest.mark.parametrize("text", ["x" * 300, "معاهدة " * 40, "a" * 66 + "ع" * 9])
def test_long_lines_are_folded_at_75_octets_between_characters(text):
    written = ical_text([Line("SUMMARY", text)])
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert f"SUMMARY:{text.strip()}\r\n" in written.replace("\r\n ", "").replace("  ", " ")
