"""What editors set of events: title, date, place, visibility."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from events import desk
from events.models import Decision, Event
from events.models.evidence import with_evidence
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event() -> Event:
    return factories.an_event(title="Ministers meet", edtf="2025-09", visibility="proposed")


def codes(refused) -> dict[str, list[str]]:
    return {field: [fault.code for fault in faults] for field, faults in refused.value.error_dict.items()}


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision"),
    [
        ("2025-09-03", "2025-09-03", "2025-09-03", "day"),
        (" 2025-09-03 ", "2025-09-03", "2025-09-03", "day"),
        ("2025", "2025-01-01", "2025-12-31", "year"),
        ("2025-09~", "2025-09-01", "2025-09-30", "month"),
        ("2022/..", "2022-01-01", "None", "interval"),
    ],
)
def test_editors_date_keeps_the_precision_it_was_written_with(event, editor, edtf, first, last, precision):
    event = desk.edit_event(event=event, editor=editor, edtf=edtf)
    assert (event.edtf, str(event.first_day), str(event.last_day)) == (edtf.strip(), first, last)
    assert (event.precision, event.basis, event.found_edtf) == (precision, "editor", "2025-09")


BAD_WORDS = [
    ({"edtf": "soon"}, {"set_edtf": ["edtf"]}),
    ({"edtf": "2025-13"}, {"set_edtf": ["edtf"]}),
    ({"edtf": "2025-09-05/2025-09-03"}, {"set_edtf": ["edtf"]}),
    ({"edtf": "../.."}, {"set_edtf": ["edtf"]}),
    ({"type": "PICNIC"}, {"set_type": ["invalid_choice"]}),
    ({"status": "maybe"}, {"set_status": ["invalid_choice"]}),
    ({"titles": {"en": "x" * 201}}, {"set_titles": ["max_length"]}),
]


@pytest.mark.parametrize(("words", "faults"), BAD_WORDS)
def test_wrong_value_is_refused_by_field_and_changes_nothing(event, editor, words, faults):
    with pytest.raises(ValidationError) as refused:
        desk.edit_event(event=event, editor=editor, **words)
    assert codes(refused) == faults
    event.refresh_from_db()
    assert (event.edtf, event.decisions.count()) == ("2025-09", 0)


@pytest.mark.parametrize("edtf", ["", None])
def test_blank_restores_the_found_date_and_none_leaves_the_editors(event, editor, edtf):
    desk.edit_event(event=event, editor=editor, edtf="2024")
    event = desk.edit_event(event=event, editor=editor, edtf=edtf, titles={"en": "Another"})
    assert event.edtf == ("2025-09" if edtf == "" else "2024")


def test_place_can_be_set_and_unset(event, editor):
    amman = factories.a_place("geonames:250441", en="Amman")
    assert desk.edit_event(event=event, editor=editor, place=amman).place == amman
    assert desk.edit_event(event=event, editor=editor, place="").place is None


def test_edit_that_changes_nothing_is_no_decision(event, editor):
    desk.edit_event(event=event, editor=editor, titles={"en": ""}, edtf="", type="", status="", place="")
    assert not Decision.objects.exists()


def test_edit_records_values_before_and_after(event, editor):
    desk.edit_event(event=event, editor=editor, titles={"en": "First"})
    desk.edit_event(event=event, editor=editor, titles={"en": "Second"}, edtf="2024")
    last = event.decisions.first()
    assert (last.before, last.after) == ({"titles": {"en": "First"}}, {"titles": {"en": "Second"}, "date": "2024"})


def test_search_finds_an_event_by_its_editors_title(event, editor):
    desk.edit_event(event=event, editor=editor, titles={"ar": "لقاء الوزراء"})
    assert Event.objects.matching("وزراء").get() == event


def test_event_added_by_hand_can_be_published_without_sources(editor):
    event = desk.add_event(editor=editor, titles={"en": "Opening"}, edtf="2026-05", type="LAUNCH", status="planned")
    assert (event.added_by, event.visibility, event.basis) == (editor, "proposed", "editor")
    assert [decision.action for decision in event.decisions.all()] == ["edit", "add"]
    assert desk.set_visibility(events=[event], visibility="published", editor=editor) == 1


def test_event_added_by_hand_needs_title_date_type_and_status(editor):
    with pytest.raises(ValidationError) as refused:
        desk.add_event(editor=editor, titles={"en": " "}, edtf=" ", type="", status="")
    assert set(codes(refused)) == {"set_titles", "set_edtf", "set_type", "set_status"}
    assert not Event.objects.exists()


@pytest.mark.parametrize(("titles", "edtf", "field"), [({}, None, "set_titles"), (None, "", "set_edtf")])
def test_event_without_sources_cannot_lose_its_title_or_date(editor, titles, edtf, field):
    event = desk.add_event(editor=editor, titles={"en": "Opening"}, edtf="2026-05", type="LAUNCH", status="planned")
    with pytest.raises(ValidationError) as refused:
        desk.edit_event(event=event, editor=editor, titles=titles, edtf=edtf)
    assert list(codes(refused)) == [field]


@pytest.mark.parametrize("visibility", ["published", "hidden"])
def test_visibility_set_twice_is_one_decision(event, editor, visibility):
    assert desk.set_visibility(events=[event], visibility=visibility, editor=editor) == 1
    assert desk.set_visibility(events=[event], visibility=visibility, editor=editor) == 0
    decision = event.decisions.get()
    assert (decision.editor, decision.before, decision.after["visibility"]) == (
        editor, {"visibility": "proposed"}, visibility,
    )  # fmt: skip


def test_undated_event_is_not_published_and_nor_are_events_chosen_with_it(event, editor):
    undated = Event.objects.create(added_by=editor)
    with pytest.raises(ValidationError):
        desk.set_visibility(events=[event, undated], visibility="published", editor=editor)
    event.refresh_from_db()
    assert event.visibility == "proposed"


def test_computing_an_event_anew_never_overwrites_a_decision_made_meanwhile(event, editor):
    """A worker holds the event in memory while an editor publishes it."""
    held = with_evidence(Event.objects.all()).get(pk=event.pk)
    desk.set_visibility(events=[event], visibility="published", editor=editor)
    desk.edit_event(event=event, editor=editor, edtf="2025-09-03")
    desk.aggregate.refresh_event(held)
    event.refresh_from_db()
    assert (event.visibility, event.edtf) == ("published", "2025-09-03")
