"""With twenty thousand events every window is answered soon and within bounds."""

from __future__ import annotations

import os
import time
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.demo.write import settle, write_demo
from events.models import Event

pytestmark = pytest.mark.load

EVENTS = int(os.environ.get("NEWSDESK_LOAD_EVENTS", "20000"))
DAYS = (1, 31, 366, 3_660, 36_600)
# Far above what is measured (docs/api.md), so that only a plan gone wrong or an answer without bounds fails.
LONGEST_SECONDS = 2.0
LARGEST_ANSWER = 600_000
MOST_QUERIES = 25


@pytest.fixture
def many_events(transactional_db) -> date:
    """Return the last day of what was invented."""
    write_demo(EVENTS, seed=1, progress=lambda done: None)
    settle()
    latest = Event.objects.published().filter(last_day__lte=date.today()).order_by("-last_day").first()
    assert latest
    assert latest.last_day
    return latest.last_day


def addresses(latest: date) -> list[str]:
    windows = [f"from={latest - timedelta(days=days)}&to={latest}" for days in DAYS]
    filters = ("", "&type=AGREE", "&lang=ar", "&q=agreement")
    return ["/en/", "/ar/"] + [f"/api/v1/window/?{window}{chosen}" for window in windows for chosen in filters]


def test_every_window_of_20_000_events_is_answered_within_limits(many_events, settings):
    settings.API_ANONYMOUS_RATE = ""
    reader, too_much = Client(), []
    for address in addresses(many_events):
        with CaptureQueriesContext(connection) as queries:
            began = time.perf_counter()
            answer = reader.get(address)
            seconds = time.perf_counter() - began
        assert answer.status_code == 200, address
        if seconds > LONGEST_SECONDS or len(answer.content) > LARGEST_ANSWER or len(queries) > MOST_QUERIES:
            too_much.append((address, round(seconds, 2), len(answer.content), len(queries)))
    assert not too_much
