"""Every page of every kind of row opens for every user who may see it, in both languages."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.test import Client

from events.models import Actor, Article, Event, ExtractionRun, Outlet, Place, Timeline
from tests import factories
from tests.opened_forms import as_opened

pytestmark = pytest.mark.django_db
KINDS = [Actor, Article, Event, ExtractionRun, Outlet, Place, Timeline]
ADDRESSES = ["", "add/", "{pk}/change/", "{pk}/history/", "{pk}/delete/", "999999/change/", "abc/change/",
             "?q=x%00y", "?q=%D8%A7", "?o=1.-2.3", "?p=999", "?nonsense=1"]  # fmt: skip


@pytest.fixture(autouse=True)
def _rows() -> None:
    """One row of every kind, an event with all that events may have among them."""
    actors = [("JOR", "Jordan", "actor"), ("IRQ", "Iraq", "target")]
    place = factories.a_place("geonames:1", en="Amman", ar="عمّان")
    event = factories.an_event(actors=actors, place=place, outlet=factories.an_outlet(), basis="vague")
    factories.a_source(event=event, language="ar", title="اجتماع", actors=actors, anchor="2025-09-02")
    factories.an_added_event(edtf="2022/..")
    factories.a_timeline(filter={"actor": ["JOR"], "type": ["AGREE"], "place": "geonames:1", "lang": ["ar"]})


def test_admin_registers_every_model():
    assert {model for model in admin.site._registry if model._meta.app_label == "events"} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_opens_without_a_server_error(
    kind, language, as_reporter: Client, as_editor: Client, admin_client: Client
):
    folder = f"/{language}/admin/events/{kind._meta.model_name}/"
    for address in ADDRESSES:
        for row in kind._default_manager.all()[:2]:
            page = folder + address.format(pk=row.pk)
            for browser in (as_reporter, as_editor, admin_client):
                assert browser.get(page).status_code in (200, 302, 403), page


@pytest.mark.parametrize("kind", [Actor, Article, Event, Outlet, Place, Timeline], ids=lambda kind: kind.__name__)
def test_saving_an_unchanged_form_changes_nothing(kind, as_editor: Client):
    for row in kind._default_manager.all():
        page = f"/en/admin/events/{kind._meta.model_name}/{row.pk}/change/"
        opened = as_editor.get(page).context
        before = _columns(row)
        response = as_editor.post(page, as_opened(opened))
        assert response.status_code == 302, response.context["adminform"].form.errors
        row.refresh_from_db()
        assert _columns(row) == before


def _columns(row) -> dict[str, object]:
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in ("updated_at", "changed_at")
    }
