"""Forged requests: forms and addresses that no page of the admin sends."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from events.models import Event, Place, TimelinePick
from tests import factories

pytestmark = pytest.mark.django_db
ODD_NUMBERS = ["x", "", "-1", "0", "1.5", "²", "9" * 30, "\x00", "٧x"]
LIST = "/en/admin/events/event/"


@pytest.fixture
def event(db) -> Event:
    return factories.an_event(edtf="2025-01")


@pytest.mark.parametrize("odd", ODD_NUMBERS)
class TestOddPrimaryKeys:
    @pytest.mark.parametrize("action", ["publish", "hide", "merge", "withdraw"])
    def test_selected_in_the_event_list_change_nothing(self, event, as_editor: Client, odd, action):
        answer = as_editor.post(LIST, {"action": action, "_selected_action": odd})
        assert answer.status_code in (200, 302)
        event.refresh_from_db()
        assert event.visibility == "published"

    def test_selected_in_the_user_list_delete_nobody(self, admin_client: Client, odd):
        people = User.objects.count()
        chosen = {"action": "delete_selected", "_selected_action": odd, "post": "yes"}
        assert admin_client.post("/en/admin/auth/user/", chosen).status_code in (200, 302)
        assert User.objects.count() == people

    def test_as_place_of_an_event_are_refused(self, event, as_editor: Client, odd):
        answer = as_editor.post(f"{LIST}{event.pk}/change/", {"title_en": "Harbour", "set_place": odd})
        refused = answer.status_code == 200 and "set_place" in answer.context["adminform"].form.errors
        assert refused or odd == ""
        event.refresh_from_db()
        assert event.set_place is None

    def test_as_picked_event_of_a_timeline_are_refused(self, as_editor: Client, odd):
        timeline = factories.a_timeline()
        counts = {f"{name}-{count}": "0" for name in ("picks", "eras") for count in ("TOTAL_FORMS", "INITIAL_FORMS")}
        pick = {"picks-TOTAL_FORMS": "1", "picks-0-event": odd, "picks-0-kind": "hidden", "picks-0-id": odd}
        sent = {"slug": timeline.slug, "title_en": "Water", "place": odd, "actors": [odd]} | counts | pick
        assert as_editor.post(f"/en/admin/events/timeline/{timeline.pk}/change/", sent).status_code in (200, 302)
        assert not TimelinePick.objects.exists()

    def test_as_timeline_to_pin_to_are_404(self, event, as_editor: Client, odd):
        answer = as_editor.post(f"{LIST}{event.pk}/pick/", {"timeline": odd, "kind": "pinned"})
        assert answer.status_code == 404


def test_primary_keys_in_arabic_digits_are_understood(event, as_editor: Client):
    timeline = factories.a_timeline()
    number = str(timeline.pk).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    as_editor.post(f"{LIST}{event.pk}/pick/", {"timeline": number, "kind": "pinned"})
    assert TimelinePick.objects.get().timeline_id == timeline.pk


@pytest.mark.parametrize(
    "query", ["_to_field=", "_to_field=x", "_popup=x", "set_place=x", "p=x", "o=x", "e=x", "all=x"]
)
@pytest.mark.parametrize("page", ["", "add/", "{pk}/change/"])
def test_odd_query_parameters_never_break_a_page(event, as_editor: Client, page, query):
    answer = as_editor.get(f"{LIST}{page.format(pk=event.pk)}?{query}")
    assert answer.status_code in (200, 302, 400)


def test_forged_formset_count_does_not_build_thousands_of_forms(as_editor: Client):
    """Each announced row would cost a form; ten thousand took twenty seconds."""
    timeline = factories.a_timeline()
    counts = {f"{name}-{count}": "9999" for name in ("picks", "eras") for count in ("TOTAL_FORMS", "INITIAL_FORMS")}
    answer = as_editor.post(
        f"/en/admin/events/timeline/{timeline.pk}/change/", {"slug": timeline.slug, "title_en": "Water"} | counts
    )
    assert answer.status_code == 200
    assert all(len(inline.formset.forms) <= 200 for inline in answer.context["inline_admin_formsets"])


@pytest.mark.parametrize("where", ["Infinity", "%s", "next page", "javascript:alert(1)", "//elsewhere.example", "/\\x"])
def test_next_page_outside_the_site_is_not_redirected_to(event, as_editor: Client, where):
    answer = as_editor.post(f"{LIST}{event.pk}/visibility/", {"visibility": "hidden", "next": where})
    assert answer.status_code == 302
    assert "elsewhere" not in answer.headers["Location"]
    assert not answer.headers["Location"].startswith("javascript")


def test_place_key_with_a_nul_character_is_refused(admin_client: Client):
    admin_client.post("/en/admin/events/place/add/", {"key": "a\x00b", "name_en": "Amman"})
    assert not Place.objects.exists()
