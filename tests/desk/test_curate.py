"""Curating timelines: every change is one write, and is kept in the timeline's history."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from PIL import Image

from events import desk
from events.desk.covers import LONGEST_SIDE, reencoded
from events.desk.curate import CoverWish
from events.models import Cover, Curation, Era, Timeline, TimelinePick
from tests import factories

pytestmark = pytest.mark.django_db


def a_picture(kind: str = "PNG", size: tuple[int, int] = (400, 300), **options) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, kind, **options)
    return file.getvalue()


def last(timeline: Timeline) -> Curation:
    return timeline.curations.all()[0]


@pytest.mark.parametrize("kind", ["pinned", "hidden"])
def test_event_is_pinned_or_hidden_and_given_back_to_the_filter(editor, kind):
    timeline, event = factories.a_timeline(), factories.an_event()
    desk.pick_event(timeline=timeline, event=event, kind=kind, editor=editor)
    assert timeline.picks.get().kind == kind
    assert (last(timeline).editor, last(timeline).after[kind]) == (editor, [event.pk])
    desk.pick_event(timeline=timeline, event=event, kind="", editor=editor)
    assert not timeline.picks.exists()
    assert (last(timeline).before[kind], last(timeline).after.get(kind)) == ([event.pk], None)


def test_pin_replaces_hiding(editor):
    timeline, event = factories.a_timeline(), factories.an_event()
    for kind in ("hidden", "pinned", "pinned"):
        desk.pick_event(timeline=timeline, event=event, kind=kind, editor=editor)
    assert timeline.picks.get().kind == "pinned"
    assert timeline.curations.count() == 2


def test_unknown_kinds_of_pick_and_merged_events_are_refused(editor):
    timeline, event = factories.a_timeline(), factories.an_event(visibility="hidden")
    with pytest.raises(ValidationError):
        desk.pick_event(timeline=timeline, event=event, kind="starred", editor=editor)
    desk.merge_events(into=factories.an_event(), others=[event], editor=editor)
    event.refresh_from_db()
    with pytest.raises(ValidationError):
        desk.pick_event(timeline=timeline, event=event, kind="pinned", editor=editor)
    assert not Curation.objects.exists()


def test_timeline_is_written_with_its_rows_or_not_at_all(editor):
    timeline = Timeline(slug="truce", title_en="Truce")
    twice = factories.an_event()
    rows: list[Era | TimelinePick] = [
        Era(title_en="The truce", edtf="2025/.."),
        TimelinePick(event=twice),
        TimelinePick(event=twice),
    ]
    with pytest.raises(IntegrityError):
        desk.save_timeline(timeline=timeline, editor=editor, keep=rows)
    assert not Timeline.objects.exists()


def test_save_is_recorded_in_the_history_only_if_it_changes_something(editor):
    timeline = factories.a_timeline("truce")
    desk.save_timeline(timeline=timeline, editor=editor, keep=[Era(title_en="Truce", edtf="2025/..")])
    desk.save_timeline(timeline=timeline, editor=editor)
    assert timeline.curations.count() == 1
    assert last(timeline).after["eras"] == [["2025/..", "Truce", "", "sand"]]


def test_cover_is_added_described_anew_and_removed(editor):
    timeline = factories.a_timeline()
    picture = reencoded(a_picture())
    desk.save_timeline(timeline=timeline, editor=editor, cover=CoverWish({"en": "A river"}, picture))
    cover = Cover.objects.get(timeline=timeline)
    assert (cover.alt_en, cover.width, cover.height) == ("A river", 400, 300)
    desk.save_timeline(timeline=timeline, editor=editor, cover=CoverWish({"en": "The river", "ar": "النهر"}))
    cover.refresh_from_db()
    assert (cover.alt_ar, bytes(cover.picture)) == ("النهر", picture.content)
    desk.save_timeline(timeline=timeline, editor=editor, cover=CoverWish({}, remove=True))
    assert not Cover.objects.exists()
    assert timeline.curations.count() == 3


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_picture_is_converted_to_webp(kind):
    assert Image.open(BytesIO(reencoded(a_picture(kind)).content)).format == "WEBP"


def test_large_picture_is_scaled_down_turned_upright_and_loses_its_exif():
    notes = Image.Exif()
    notes[0x0112], notes[0x010E] = 6, "where it was taken"
    written = reencoded(a_picture("JPEG", (4000, 2000), exif=notes))
    assert (written.width, written.height) == (LONGEST_SIDE // 2, LONGEST_SIDE)
    assert b"where it was taken" not in written.content


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no_picture"),
        (b"", "no_picture"),
        (a_picture()[:-200], "no_picture"),
        (a_picture("GIF"), "no_picture"),
        (a_picture(size=(400, 20)), "too_small"),
        (a_picture(size=(9000, 6000)), "too_many_pixels"),
    ],
    ids=["markup", "nothing", "cut off", "another format", "a sliver", "a bomb"],
)
def test_unfit_picture_is_refused_with_a_reason(file, code):
    with pytest.raises(ValidationError) as refused:
        reencoded(file)
    assert refused.value.code == code


def test_picture_file_over_the_size_limit_is_refused(settings):
    settings.COVER_MAX_BYTES = 100
    with pytest.raises(ValidationError) as refused:
        reencoded(a_picture())
    assert refused.value.code == "too_large"
