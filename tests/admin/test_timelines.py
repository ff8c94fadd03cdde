"""Editors curate timelines in the admin, and from the page of an event."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from events import desk
from events.models import Cover, Timeline
from tests import factories

pytestmark = pytest.mark.django_db


#: What the two lists of rows below a timeline's form always send.
_ROWS = {f"{rows}-{part}_FORMS": "0" for rows in ("picks", "eras") for part in ("TOTAL", "INITIAL")}
CURATED = _ROWS | {"slug": "water", "title_ar": "المياه", "title_en": "", "introduction_ar": "", "introduction_en": "",
           "is_published": "on"}  # fmt: skip


def test_timeline_filter_is_stored_as_chosen(as_editor):
    jordan = factories.an_actor("JOR", en="Jordan")
    form = CURATED | {"first": "2025-01", "types": ["AGREE", "CONSULT"], "actors": [jordan.pk], "words": "water"}
    response = as_editor.post("/en/admin/events/timeline/add/", form)
    assert response.status_code == 302, response.context["adminform"].form.errors
    timeline = Timeline.objects.get()
    assert timeline.filter == {"from": "2025-01", "type": ["AGREE", "CONSULT"], "actor": ["JOR"], "q": "water"}
    again = as_editor.get(f"/en/admin/events/timeline/{timeline.pk}/change/").context["adminform"].form
    assert (again["first"].value(), again["types"].value()) == ("2025-01", ["AGREE", "CONSULT"])
    assert list(again["actors"].value()) == [jordan.pk]


def test_editor_adds_pins_and_eras(as_editor):
    event = factories.an_event()
    rows = {
        "picks-TOTAL_FORMS": "1", "picks-0-event": event.pk, "picks-0-kind": "pinned",
        "eras-TOTAL_FORMS": "1", "eras-0-title_en": "The truce", "eras-0-edtf": "2022/..", "eras-0-colour": "leaf",
    }  # fmt: skip
    response = as_editor.post("/en/admin/events/timeline/add/", CURATED | rows)
    assert response.status_code == 302
    timeline = Timeline.objects.get()
    assert [(pick.event, pick.kind) for pick in timeline.picks.all()] == [(event, "pinned")]
    assert [(era.title_en, era.last_day) for era in timeline.eras.all()] == [("The truce", None)]


def test_date_field_is_left_to_right_in_the_arabic_form(as_editor):
    timeline = factories.a_timeline()
    timeline.eras.create(title_en="The truce", edtf="2022/..")
    html = as_editor.get(f"/ar/admin/events/timeline/{timeline.pk}/change/").content.decode()
    assert 'name="eras-0-edtf" value="2022/.." dir="ltr"' in html


def test_era_with_an_invalid_date_is_an_error_of_its_field(as_editor):
    rows = {"eras-TOTAL_FORMS": "1", "eras-0-title_en": "The truce", "eras-0-edtf": "then", "eras-0-colour": "leaf"}
    response = as_editor.post("/en/admin/events/timeline/add/", CURATED | rows)
    assert "edtf" in response.context["inline_admin_formsets"][1].formset.errors[0]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"first": "sometime"}, "first"), ({"first": "2025", "last": "2024"}, "last"), ({"words": "x" * 300}, "words"),
     ({"title_ar": ""}, "title_en"), ({"slug": "two words"}, "slug")],
)  # fmt: skip
def test_wrong_timeline_value_is_an_error_of_its_field(as_editor, wrong, field):
    response = as_editor.post("/en/admin/events/timeline/add/", CURATED | wrong)
    assert list(response.context["adminform"].form.errors) == [field]


def a_file(content: bytes = b"", size: tuple[int, int] = (400, 300)) -> SimpleUploadedFile:
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, "JPEG")
    return SimpleUploadedFile("cover.jpg", content or file.getvalue(), "image/jpeg")


def test_editor_adds_and_removes_a_cover(as_editor, client):
    page = "/en/admin/events/timeline/add/"
    assert as_editor.post(page, CURATED | {"cover_file": a_file(), "cover_alt_en": "A river"}).status_code == 302
    timeline = Timeline.objects.get()
    html = client.get("/en/timelines/water/").content.decode()
    assert f'src="{timeline.cover.get_absolute_url()}" alt="A river" width="400" height="300"' in html
    page = f"/en/admin/events/timeline/{timeline.pk}/change/"
    assert timeline.cover.get_absolute_url() in as_editor.get(page).content.decode()
    as_editor.post(page, CURATED | {"cover_alt_en": "A river", "cover_remove": "on"})
    assert not Cover.objects.exists()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        (lambda: {"cover_file": a_file()}, "cover_alt_en"),
        (lambda: {"cover_file": a_file(b"<svg/>"), "cover_alt_en": "A river"}, "cover_file"),
        (lambda: {"cover_file": a_file(size=(50, 50)), "cover_alt_en": "A river"}, "cover_file"),
    ],
    ids=["not described", "no picture", "too small"],
)
def test_unfit_cover_is_an_error_of_its_field(as_editor, sent, field):
    response = as_editor.post("/en/admin/events/timeline/add/", CURATED | sent())
    assert field in response.context["adminform"].form.errors
    assert not Timeline.objects.exists()


def test_cover_is_served_as_an_image_and_a_drafts_cover_only_to_staff(as_editor, client):
    as_editor.post("/en/admin/events/timeline/add/", CURATED | {"cover_file": a_file(), "cover_alt_en": "A river"})
    address = Cover.objects.get().get_absolute_url()
    answer = client.get(address)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/webp", "nosniff")
    assert "immutable" in answer["Cache-Control"]
    assert Image.open(BytesIO(answer.content)).size == (400, 300)
    Timeline.objects.update(is_published=False)
    assert client.get(address).status_code == 404
    assert as_editor.get(address)["Cache-Control"] == "private, no-store"
    assert client.get("/covers/nothing.webp").status_code == 404


def test_editor_pins_and_unpins_an_event_on_its_own_page(as_editor):
    event, timeline = factories.an_event(), factories.a_timeline("gas", title_en="Gas")
    page = f"/en/admin/events/event/{event.pk}/change/"
    assert "Pin to this timeline" in as_editor.get(page).content.decode()
    sent = {"timeline": timeline.pk, "kind": "pinned"}
    done = as_editor.post(f"/en/admin/events/event/{event.pk}/pick/", sent, follow=True)
    assert "Pinned to “Gas”" in done.content.decode()
    assert "Unpin" in done.content.decode()
    assert timeline.picks.get().event == event
    as_editor.post(f"/en/admin/events/event/{event.pk}/pick/", sent | {"kind": ""})
    assert not timeline.picks.exists()


@pytest.mark.parametrize("timeline", ["", "x", "999999", "²", "9" * 30])
def test_pinning_to_an_unknown_timeline_is_404(as_editor, timeline):
    event = factories.an_event()
    sent = {"timeline": timeline, "kind": "pinned"}
    assert as_editor.post(f"/en/admin/events/event/{event.pk}/pick/", sent).status_code == 404


def test_reporters_and_anonymous_visitors_cannot_pin(as_reporter, client):
    event, timeline = factories.an_event(), factories.a_timeline()
    for browser in (as_reporter, client):
        browser.post(f"/en/admin/events/event/{event.pk}/pick/", {"timeline": timeline.pk, "kind": "pinned"})
    assert not timeline.picks.exists()
    assert "Pin to this timeline" not in as_reporter.get(f"/en/admin/events/event/{event.pk}/change/").content.decode()


@pytest.mark.parametrize("meanwhile", ["saved", "pinned"])
def test_stale_form_does_not_undo_a_colleagues_change(as_editor, meanwhile):
    timeline, colleague = factories.a_timeline("water", title_ar="المياه", title_en="Water"), factories.an_editor()
    address = f"/en/admin/events/timeline/{timeline.pk}/change/"
    opened = as_editor.get(address).context["adminform"].form["seen"].value()
    if meanwhile == "saved":
        timeline.title_en = "Rivers"
        desk.save_timeline(timeline=timeline, editor=colleague)
    else:
        desk.pick_event(timeline=timeline, event=factories.an_event(), kind="pinned", editor=colleague)
    mine = CURATED | {"title_en": "Lakes", "seen": opened}
    response = as_editor.post(address, mine)
    assert f"{colleague} saved a change after you opened this page" in response.content.decode()
    assert 'value="Lakes"' in response.content.decode()
    timeline.refresh_from_db()
    assert (timeline.title_en, timeline.picks.count()) == (("Rivers", 0) if meanwhile == "saved" else ("Water", 1))
    again = as_editor.get(address).context["adminform"].form["seen"].value()
    assert as_editor.post(address, mine | {"seen": again}).status_code == 302
    timeline.refresh_from_db()
    assert timeline.title_en == "Lakes"


def test_history_of_changes_is_shown_below_the_form(as_editor):
    as_editor.post("/en/admin/events/timeline/add/", CURATED | {"types": ["AGREE"]})
    timeline = Timeline.objects.get()
    page = f"/en/admin/events/timeline/{timeline.pk}/change/"
    as_editor.post(page, CURATED | {"types": ["AGREE", "AID"], "words": "نهر"})
    html = as_editor.get(page).content.decode()
    assert "type=AGREE&amp;type=AID" in html
    assert "q=نهر" in html
    assert "created" in html
