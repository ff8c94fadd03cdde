"""A date that somebody typed, and dates where the calendar ends."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from events import desk
from events.models import Era, Event
from events.models.dated import read_date
from events.queries.collection import everything
from events.queries.counting.distribution import distribution_of
from events.queries.filters import Filters
from events.queries.windows.window import read_window
from tests import factories

WRONG = ["2024/2025/2026", "../..", "2025/2024", "spring", "2025-02-30", "2025-09-01T24:00"]
LAST_DAYS = ["9999", "9999-12-31", "9999-12", "999X", "2020/9999", "9999-41"]


@pytest.mark.parametrize("text", WRONG)
def test_fault_of_a_typed_date_is_explained_in_the_users_language(text):
    said = set()
    for language in ("ar", "en"):
        with translation.override(language), pytest.raises(ValidationError) as refused:
            read_date(text)
        with translation.override(language):
            [sentence] = refused.value.messages
        assert text in sentence
        said.add(sentence)
    assert len(said) == 2


def test_date_of_an_era_is_stored_in_western_digits():
    era = Era(title_en="Truce", edtf="٢٠٢٠-٠٨/٢٠٢١", timeline_id=1)
    era.clean()
    assert read_date(era.edtf).text == "2020-08/2021"


@pytest.mark.django_db
@pytest.mark.parametrize("edtf", LAST_DAYS)
class TestEndOfTheCalendar:
    def test_event_on_the_last_day_is_written_read_and_counted(self, editor, edtf):
        event = desk.add_event(editor=editor, titles={"en": "The end"}, edtf=edtf, type="OTHER", status="planned")
        desk.set_visibility(events=[event], visibility="published", editor=editor)
        [kept] = Event.objects.all()
        assert (kept.edtf, kept.last_day.isoformat()) == (edtf, "9999-12-31")
        assert (kept.days.lower, kept.days.upper) == (kept.first_day, None)
        window = read_window(everything(), Filters.parse({"from": "9999-06", "to": "9999-12-31"}))
        assert (window.total, window.extent.last) == (1, kept.last_day)

    def test_event_on_the_last_day_is_counted_alike_by_queries_and_tallies(self, edtf):
        factories.an_added_event(edtf=edtf)
        window = read_window(everything(), Filters.parse({}))
        assert distribution_of(everything().events).whole.extent == window.extent
