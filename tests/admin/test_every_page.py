"""Every page of every kind of row opens for everybody who may see it, in both languages."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.test import Client

from events.models import Actor, Article, Event, ExtractionRun, Outlet, Place, Timeline
from tests import factories

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


def test_the_admin_knows_every_kind():
    assert {model for model in admin.site._registry if model._meta.app_label == "events"} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_page_breaks(kind, language, as_reporter: Client, as_editor: Client, admin_client: Client):
    folder = f"/{language}/admin/events/{kind._meta.model_name}/"
    for address in ADDRESSES:
        for row in kind._default_manager.all()[:2]:
            page = folder + address.format(pk=row.pk)
            for browser in (as_reporter, as_editor, admin_client):
                assert browser.get(page).status_code in (200, 302, 403), page


@pytest.mark.parametrize("kind", [Actor, Article, Event, Outlet, Place, Timeline], ids=lambda kind: kind.__name__)
def test_a_form_that_was_saved_as_it_was_opened_changes_nothing(kind, as_editor: Client):
    for row in kind._default_manager.all():
        page = f"/en/admin/events/{kind._meta.model_name}/{row.pk}/change/"
        opened = as_editor.get(page).context
        fields = [*opened["adminform"].form, *_fields_of_rows(opened)]
        as_opened = {field.html_name: _sent(field) for field in fields if _sent(field) is not None}
        before = _columns(row)
        response = as_editor.post(page, as_opened)
        assert response.status_code == 302, response.context["adminform"].form.errors
        row.refresh_from_db()
        assert _columns(row) == before


def _fields_of_rows(opened):
    """The fields of the tables of rows below a form."""
    for formset in (inline.formset for inline in opened["inline_admin_formsets"]):
        for form in (formset.management_form, *formset.forms):
            yield from form


def _sent(field):
    """What a browser sends for a field that nobody touched; None for an unchecked box."""
    value = field.value()
    if value is False or value is None or value == "":
        return None
    if hasattr(value, "pk"):
        return value.pk
    if isinstance(value, list | tuple):
        return [getattr(one, "pk", one) for one in value]
    return "on" if value is True else value


def _columns(row) -> dict[str, object]:
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in ("updated_at", "changed_at")
    }
