"""Text direction marks opened in a title are closed at its end, in every format without elements."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from events.models.directions import closed
from tests import factories

LRE, RLO, LRI, FSI, PDF, PDI = "\u202a", "\u202e", "\u2066", "\u2068", "\u202c", "\u2069"
CASES = {
    "Harbour": "Harbour",
    f"a{RLO}b": f"a{RLO}b{PDF}",
    f"a{LRI}b": f"a{LRI}b{PDI}",
    f"a{LRI}b{RLO}c": f"a{LRI}b{RLO}c{PDF}{PDI}",
    f"a{RLO}b{LRI}c": f"a{RLO}b{LRI}c{PDI}{PDF}",
    f"a{LRI}b{RLO}c{PDI}d": f"a{LRI}b{RLO}c{PDI}d",
    f"{PDI}a{PDF}": "a",
    f"{LRI}a{PDF}b{PDI}": f"{LRI}ab{PDI}",
    f"{FSI}whole{PDI}": f"{FSI}whole{PDI}",
    f"a{RLO}b\nc{LRE}d": f"a{RLO}b{PDF}\nc{LRE}d{PDF}",
}
OPEN = f"Harbour {RLO}talks {LRI}resume"
CLOSED = f"{OPEN}{PDI}{PDF}"
_JUMBLE = st.text(alphabet=f"aا \n{LRE}\u202b\u202d{RLO}{LRI}\u2067{FSI}{PDF}{PDI}", max_size=30)


@pytest.mark.parametrize(("text", "safe"), CASES.items())
def test_only_opened_direction_marks_are_closed(text, safe):
    assert closed(text) == safe


@given(_JUMBLE)
def test_closing_twice_changes_nothing(text):
    assert closed(closed(text)) == closed(text)


@given(_JUMBLE)
def test_each_line_closes_as_much_as_it_opens(text):
    for line in closed(text).split("\n"):
        isolates = sum(line.count(mark) for mark in (LRI, "\u2067", FSI))
        assert isolates == line.count(PDI)


@given(_JUMBLE)
def test_closing_changes_no_letter(text):
    assert [one for one in closed(text) if one in "aا \n"] == [one for one in text if one in "aا \n"]


@pytest.mark.django_db
class TestFormatsWithoutElements:
    @pytest.fixture(autouse=True)
    def _an_event(self):
        actor = ("name:en:odd", f"Odd {RLO}name", "actor")
        factories.an_event(title=OPEN, actors=[actor], place=factories.a_place("p", en=f"At {RLO}sea"))
        factories.a_timeline("odd", title_en=OPEN)

    def test_csv_titles_are_closed(self, client: Client):
        table = b"".join(client.get("/api/v1/rows/?as=csv&ui=en")).decode("utf-8-sig")
        [row] = csv.DictReader(io.StringIO(table))
        assert row["title"] == CLOSED

    def test_feed_titles_are_closed(self, client: Client):
        feed = client.get("/en/feed/?timeline=odd&actor=name:en:odd&place=p").content.decode()
        assert f"<title>{CLOSED}</title>" in feed
        assert f"<title>{CLOSED} · Odd {RLO}name{PDF} · At {RLO}sea{PDF} · Newsdesk</title>" in feed

    def test_calendar_titles_are_closed(self, client: Client):
        calendar = client.get("/en/calendar.ics?timeline=odd").content.decode().replace("\r\n ", "")
        assert f"SUMMARY;LANGUAGE=en:{CLOSED}" in calendar
        assert f"X-WR-CALNAME:{CLOSED} · Newsdesk" in calendar

    def test_oembed_titles_are_closed(self, client: Client):
        told = client.get("/oembed?url=http://testserver/en/timelines/odd/").json()
        assert told["title"] == CLOSED
        assert CLOSED in told["html"]

    @pytest.mark.parametrize("page", ["/en/timelines/odd/", "/en/actors/name:en:odd/", "/en/places/p/"])
    def test_page_titles_are_closed(self, client: Client, page):
        html = client.get(page).content.decode()
        title = html.partition("<title>")[2].partition("</title>")[0]
        assert title == closed(title)
