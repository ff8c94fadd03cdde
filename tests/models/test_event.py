"""What is shown of an event: what the engine found, unless an editor has set another value."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from events.models import Event
from events.models.choices import DateBasis, EventStatus, EventType
from tests import factories

pytestmark = pytest.mark.django_db


def shown(event: Event) -> Event:
    event.refresh_from_db()
    return event


def test_engines_values_are_shown_where_no_editor_set_any():
    event = factories.an_event(title="Talks", edtf="2025-09", type="CONSULT", basis="vague")
    assert (event.edtf, event.first_day, event.last_day) == ("2025-09", date(2025, 9, 1), date(2025, 9, 30))
    assert (event.type, event.status, event.basis, event.precision) == ("CONSULT", "occurred", "vague", "month")


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision"),
    [
        ("2025-09-03", date(2025, 9, 3), date(2025, 9, 3), "day"),
        ("2022/..", date(2022, 1, 1), None, "interval"),
        ("../2024", None, date(2024, 12, 31), "interval"),
    ],
)
def test_editors_date_replaces_both_days_even_if_open_ended(edtf, first, last, precision):
    event = factories.an_event(edtf="2020/2021")
    Event.objects.filter(pk=event.pk).update(
        set_edtf=edtf, set_first_day=first, set_last_day=last, set_precision=precision
    )
    event = shown(event)
    assert (event.edtf, event.first_day, event.last_day) == (edtf, first, last)
    assert (event.precision, event.basis) == (precision, "editor")


@pytest.mark.parametrize(
    ("window", "met"),
    [
        ((date(2025, 9, 1), date(2025, 9, 30)), True),
        ((date(2025, 8, 1), date(2025, 9, 3)), True),
        ((date(2025, 9, 4), None), False),
        ((None, date(2025, 9, 2)), False),
        ((None, None), True),
    ],
)
def test_window_matches_the_editors_date_and_not_the_engines(window, met):
    event = factories.an_event(edtf="2024")
    day = date(2025, 9, 3)
    Event.objects.filter(pk=event.pk).update(set_edtf="2025-09-03", set_first_day=day, set_last_day=day)
    assert Event.objects.between(*window).filter(pk=event.pk).exists() is met


def test_editors_title_replaces_the_engines_in_its_language_only():
    event = factories.an_event(title="Found in English")
    factories.a_source(event=event, language="ar", title="وُجد بالعربية")
    Event.objects.filter(pk=event.pk).update(set_titles={"en": "Set by an editor"})
    assert shown(event).titles == {"en": "Set by an editor", "ar": "وُجد بالعربية"}


@pytest.mark.parametrize(("column", "word"), [("type", "AGREE"), ("status", "planned")])
def test_editors_type_and_status_replace_the_engines(column, word):
    event = factories.an_event(type="CONSULT", status="occurred")
    Event.objects.filter(pk=event.pk).update(**{f"set_{column}": word})
    assert getattr(shown(event), column) == word


@pytest.mark.parametrize(("language", "title"), [("en", "A title"), ("ar", "عنوان")])
def test_title_is_in_the_language_of_the_interface(language, title):
    event = factories.an_event(title="A title")
    factories.a_source(event=event, language="ar", title="عنوان")
    with translation.override(language):
        assert shown(event).title == title


def test_title_falls_back_to_another_language():
    with translation.override("ar"):
        assert factories.an_event(title="A title").title == "A title"


@pytest.mark.parametrize(("choices", "label"), [(EventType, "type"), (EventStatus, "status"), (DateBasis, "basis")])
def test_generated_columns_have_labels(choices, label):
    event = factories.an_event()
    assert getattr(event, f"{label}_label") == str(choices(getattr(event, label)).label)


SEARCHES = [
    ("ministers", True), ("minister", True), ("MINISTER meeting", True), ("treaty", False), ("harbour ministers", True),
    ("الوزراء", True), ("وزراء", True), ("الوُزَراءُ", True), ("والوزراء", True), ("احتماع", False), ("إجتماع", True),
    ("Jordan", True), ("الأردن", True), ("الاردن", True), ("", True), ("!!! & | :*", False), ("harb", True),
]  # fmt: skip


@pytest.mark.parametrize(("words", "found"), SEARCHES)
def test_search_folds_spelling_and_endings_on_both_sides(words, found):
    event = factories.an_event(title="Ministers meet at the harbour", actors=[("JOR", "Jordan", "actor")])
    factories.a_source(
        event=event, language="ar", title="اجتماع الوزراء في الميناء", actors=[("JOR", "الأردن", "actor")]
    )
    assert Event.objects.matching(words).filter(pk=event.pk).exists() is found
