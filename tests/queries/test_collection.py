"""A curated timeline shows what matches its filter, pinned events first, hidden ones never, and its eras."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from events.models import Era, TimelinePick
from events.models.timeline import Timeline
from events.queries.collection import collected
from events.queries.filters import Filters
from events.queries.windows.window import read_window
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def treaties() -> Timeline:
    return factories.a_timeline(filter={"type": ["AGREE"]})


def shown(timeline: Timeline, **asked: str) -> list[int]:
    return [event.pk for event in read_window(collected(timeline), Filters.parse(asked)).events]


def test_pinned_event_comes_first_even_outside_the_filter(treaties: Timeline) -> None:
    treaty = factories.an_event(type="AGREE", salience=0.9)
    strike = factories.an_event(type="PROTEST", salience=0.1)
    factories.an_event(type="PROTEST", salience=0.8)
    treaties.picks.create(event=strike)
    assert shown(treaties) == [strike.pk, treaty.pk]


def test_hidden_event_is_neither_shown_nor_counted(treaties: Timeline) -> None:
    treaty, other = factories.an_event(type="AGREE"), factories.an_event(type="AGREE")
    treaties.picks.create(event=other, kind=TimelinePick.Kind.HIDDEN)
    assert shown(treaties) == [treaty.pk]
    assert read_window(collected(treaties), Filters()).total == 1


def test_readers_filter_applies_to_pinned_events_too(treaties: Timeline) -> None:
    strike = factories.an_event(type="PROTEST", edtf="2024-05-01")
    treaties.picks.create(event=strike)
    assert shown(treaties, type="AGREE") == []
    assert shown(treaties, **{"from": "2025"}) == []


def test_unpublished_event_is_not_shown_though_pinned(treaties: Timeline) -> None:
    treaties.picks.create(event=factories.an_event(visibility="proposed"))
    assert shown(treaties) == []


def test_eras_come_in_order_in_the_language_of_the_interface(treaties: Timeline) -> None:
    treaties.eras.create(title_en="The truce", edtf="2022/..", colour="leaf")
    treaties.eras.create(title_en="The war", title_ar="الحرب", edtf="2020-03/2021-06")
    with translation.override("ar"):
        rows = read_window(collected(treaties), Filters()).eras
    told = [(row.title, str(row.first), row.last and str(row.last), row.colour) for row in rows]
    assert told == [("الحرب", "2020-03-01", "2021-06-30", "sand"), ("The truce", "2022-01-01", None, "leaf")]


def test_era_without_a_date_is_refused(treaties: Timeline) -> None:
    with pytest.raises(ValidationError, match="edtf"):
        Era(timeline=treaties, title_en="The war", edtf="long ago").full_clean()
