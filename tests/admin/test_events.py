"""An event's page and the list of events: review, edit, merge, detach, add by hand."""

from __future__ import annotations

import pytest

from events import desk
from events.models import Decision, Event
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/en/admin/events/event/"
BLANK = {"title_ar": "", "title_en": "", "set_edtf": "", "set_type": "", "set_status": "", "set_place": ""}


@pytest.fixture
def event() -> Event:
    return factories.an_event(title="Ministers sign the treaty", edtf="2025-01", visibility="proposed")


def page(event: Event) -> str:
    return f"{LIST}{event.pk}/change/"


def listed(browser, **query) -> list[str]:
    response = browser.get(LIST, query)
    assert response.status_code == 200
    return [event.title for event in response.context["cl"].result_list]


@pytest.mark.parametrize("visibility", ["published", "hidden"])
def test_visibility_button_decides_and_redirects_back(as_editor, editor, event, visibility):
    form = {"visibility": visibility, "next": "/en/admin/"}
    response = as_editor.post(f"{LIST}{event.pk}/visibility/", form)
    event.refresh_from_db()
    assert (event.visibility, response.headers["Location"]) == (visibility, "/en/admin/")
    assert event.decisions.get().editor == editor


def test_visibility_button_never_redirects_to_another_site(as_editor, event):
    form = {"visibility": "hidden", "next": "https://elsewhere.example/"}
    assert as_editor.post(f"{LIST}{event.pk}/visibility/", form).headers["Location"] == page(event)


def test_unknown_visibility_is_400(as_editor, event):
    assert as_editor.post(f"{LIST}{event.pk}/visibility/", {"visibility": "burned"}).status_code == 400


def test_edited_values_are_stored_beside_the_engines(as_editor, event):
    words = BLANK | {"title_ar": "توقيع المعاهدة", "set_edtf": "2025-01-17", "set_type": "AGREE"}
    response = as_editor.post(page(event), words)
    assert response.status_code == 302, response.context["adminform"].form.errors
    event.refresh_from_db()
    assert (event.edtf, event.found_edtf, event.type, event.found_type) == ("2025-01-17", "2025-01", "AGREE", "CONSULT")
    assert event.titles == {"en": "Ministers sign the treaty", "ar": "توقيع المعاهدة"}


def test_blank_fields_restore_the_engines_values(as_editor, event):
    as_editor.post(page(event), BLANK | {"set_edtf": "2024", "set_type": "AGREE"})
    as_editor.post(page(event), BLANK)
    event.refresh_from_db()
    assert (event.edtf, event.type, event.basis) == ("2025-01", "CONSULT", "explicit")


def test_found_date_is_shown_beside_the_field(as_editor, event):
    assert "Extracted: \u2068January 2025 (\u20662025-01\u2069)\u2069." in as_editor.get(page(event)).content.decode()


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"set_edtf": "spring"}, "set_edtf", "“spring” is not a date"),
        ({"set_edtf": "2025-02-30"}, "set_edtf", "calendar"),
        ({"set_edtf": "2025/2024"}, "set_edtf", "2025/2024"),
        ({"set_edtf": "x" * 5000}, "set_edtf", "not a date"),
        ({"set_type": "PICNIC"}, "set_type", "PICNIC"),
        ({"title_en": "x" * 201}, "title_en", "at most 200"),
        ({"set_place": "99999"}, "set_place", "valid choice"),
    ],
)
def test_wrong_value_is_an_error_of_its_field(as_editor, event, wrong, field, words):
    response = as_editor.post(page(event), BLANK | wrong)
    errors = response.context["adminform"].form.errors
    assert list(errors) == [field]
    assert words in " ".join(errors[field])
    event.refresh_from_db()
    assert event.edtf == "2025-01"


def test_published_event_cannot_lose_its_only_date(as_editor):
    event = factories.an_added_event(edtf="2025-09-01")
    words = BLANK | {"title_en": "Added by hand", "set_type": "CONSULT", "set_status": "occurred"}
    response = as_editor.post(page(event), words)
    assert list(response.context["adminform"].form.errors) == ["set_edtf"]


def test_history_describes_changes_in_words(as_editor, event):
    as_editor.post(page(event), BLANK | {"set_edtf": "2025-01-17", "set_type": "AGREE"})
    text = as_editor.get(page(event)).content.decode()
    assert "date: as extracted → 17 January 2025" in text
    assert "type: as extracted → Agreement" in text


def test_event_added_by_hand_needs_no_article(as_editor, editor):
    form = BLANK | {
        "title_en": "The bridge opens",
        "set_edtf": "2026-05",
        "set_type": "LAUNCH",
        "set_status": "planned",
    }
    response = as_editor.post(f"{LIST}add/", form)
    event = Event.objects.get()
    assert response.headers["Location"] == page(event)
    assert (event.title, event.edtf, event.added_by, event.visibility) == (
        "The bridge opens", "2026-05", editor, "proposed",
    )  # fmt: skip


def test_event_added_by_hand_needs_title_date_type_and_status(as_editor):
    errors = as_editor.post(f"{LIST}add/", BLANK).context["adminform"].form.errors
    assert set(errors) == {"title_en", "set_edtf", "set_type", "set_status"}
    assert not Event.objects.exists()


def test_linked_source_shows_its_reasons_and_can_be_detached(as_editor, event):
    source = factories.a_source(event=event, language="ar", title="الوزراء يوقعون المعاهدة", edtf="2025-01")
    source.link_reason = {"score": 0.8, "dates": 1.0, "actors": ["JOR"], "words": None, "place": True}
    source.save()
    factories.an_actor("JOR", en="Jordan", ar="الأردن")
    assert "same date; both name Jordan; same place (score 80%)" in as_editor.get(page(event)).content.decode()
    as_editor.post(f"{LIST}{event.pk}/detach/{source.pk}/")
    source.refresh_from_db()
    assert source.event != event
    assert source.event.visibility == "proposed"


def test_only_source_cannot_be_detached(as_editor, event):
    source = event.sources.get()
    text = as_editor.post(f"{LIST}{event.pk}/detach/{source.pk}/", follow=True).content.decode()
    assert "only source" in text
    source.refresh_from_db()
    assert source.event == event


@pytest.mark.parametrize(
    ("action", "visibility"), [("publish", "published"), ("hide", "hidden"), ("withdraw", "proposed")]
)
def test_list_action_sets_the_visibility_of_chosen_events(as_editor, action, visibility):
    events = [factories.an_event(visibility=was) for was in ("proposed", "hidden", "published")]
    as_editor.post(LIST, {"action": action, "_selected_action": [event.pk for event in events]})
    assert set(Event.objects.values_list("visibility", flat=True)) == {visibility}


FILTERS = [
    ({"decision": "proposed"}, ["Proposal"]),
    ({"decision": "hidden"}, ["Hidden"]),
    ({"type": "AGREE"}, ["Shown"]),
    ({"status": "planned"}, ["Hidden"]),
    ({"language": "ar"}, ["اقتراح"]),
    ({"from": "2025-01-15", "to": "2025-01-20"}, ["Shown"]),
    ({"from": "2025-02"}, ["Proposal"]),
    ({"to": "2023-12-31"}, ["Hidden"]),
    ({"from": "٢٠٢٥-٠١-١٥", "to": "۲۰۲۵-۰۱-۲۰"}, ["Shown"]),
    ({"to": "9999-12-31"}, ["Hidden", "Proposal", "Shown", "اقتراح"]),
    ({"q": "proposals"}, ["Proposal"]),
    ({"q": "إقتراح"}, ["اقتراح"]),
    ({"q": "nothing of the kind"}, []),
]


@pytest.mark.parametrize(("query", "titles"), FILTERS)
def test_list_filters_and_search_narrow_the_list(as_editor, query, titles):
    factories.an_event(title="Proposal", visibility="proposed", edtf="2025-03")
    factories.an_event(title="Hidden", visibility="hidden", status="planned", edtf="2023")
    factories.an_event(title="Shown", type="AGREE", edtf="2025-01")
    factories.an_event(title="اقتراح", language="ar", edtf="2024")
    assert sorted(listed(as_editor, **query)) == titles


def test_wrong_day_in_the_query_is_reported_above_the_whole_list(as_editor, event):
    answer = as_editor.get(LIST, {"from": "yesterday"})
    assert "“yesterday” is not a date" in answer.content.decode()
    assert len(answer.context["cl"].result_list) == 1


def test_events_cannot_be_deleted(as_editor, admin_client, event):
    assert as_editor.post(f"{LIST}{event.pk}/delete/", {"post": "yes"}).status_code == 403
    assert admin_client.post(f"{LIST}{event.pk}/delete/", {"post": "yes"}).status_code == 403


def test_events_of_a_renamed_actor_are_found_under_the_new_name(as_editor):
    event = factories.an_event(title="Talks", actors=[("JOR", "Jordan", "actor")])
    actor = factories.an_actor("JOR")
    as_editor.post(f"/en/admin/events/actor/{actor.pk}/change/", {"name_ar": "المملكة الأردنية", "name_en": "Jordan"})
    assert listed(as_editor, q="المملكه") == [event.title]


def test_renaming_an_actor_keeps_its_key(as_editor):
    actor = factories.an_actor("JOR", en="Jordan")
    as_editor.post(f"/en/admin/events/actor/{actor.pk}/change/", {"name_ar": "", "name_en": "Kingdom", "key": "ABC"})
    actor.refresh_from_db()
    assert (actor.key, actor.names) == ("JOR", {"en": "Kingdom"})


def test_run_page_shows_the_dates_found(as_reporter, event):
    run = event.sources.get().run
    text = as_reporter.get(f"/en/admin/events/extractionrun/{run.pk}/change/").content.decode()
    assert "<bdi>January 2025</bdi>" in text


def test_edit_is_recorded_as_a_decision(as_editor, editor, event):
    as_editor.post(page(event), BLANK | {"title_en": "Treaty signed"})
    decision = Decision.objects.get()
    assert (decision.action, decision.editor, decision.after) == ("edit", editor, {"titles": {"en": "Treaty signed"}})


def test_stale_form_does_not_undo_a_colleagues_edit(as_editor, event):
    opened = as_editor.get(page(event)).context["adminform"].form["seen"].value()
    colleague = factories.an_editor()
    desk.edit_event(event=event, editor=colleague, edtf="2024-12-31")
    response = as_editor.post(page(event), BLANK | {"title_en": "Treaty signed", "seen": opened})
    assert f"{colleague} saved a change after you opened this page" in response.content.decode()
    event.refresh_from_db()
    assert (event.edtf, event.title) == ("2024-12-31", "Ministers sign the treaty")


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def test_html_in_articles_is_escaped_on_every_page(as_editor):
    """Titles, quotes, names and failures come from outside."""
    event = factories.an_event(title=HOSTILE, actors=[("X", HOSTILE, "actor")], outlet=factories.an_outlet(HOSTILE))
    source = event.sources.get()
    desk.edit_event(event=event, editor=factories.an_editor(), titles={"ar": HOSTILE})
    failed = factories.an_article(state="failed", failure="other", failure_values={"words": HOSTILE}, title=HOSTILE)
    pages = [page(event), LIST, "/en/admin/", "/en/admin/events/article/", "/en/admin/events/actor/",
             f"/en/admin/events/article/{source.article_id}/change/", f"/en/admin/events/article/{failed.pk}/change/",
             f"/en/admin/events/extractionrun/{source.run_id}/change/", "/en/admin/events/article/add/"]  # fmt: skip
    for address in pages:
        text = as_editor.get(address).content.decode()
        assert "<img src=x" not in text, address
        assert "<script>alert" not in text, address
