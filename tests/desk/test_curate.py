"""Editors curate timelines: every change is one write, and stays in the timeline's history."""

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
def test_an_event_is_picked_and_left_to_the_filter_again(editor, kind):
    timeline, event = factories.a_timeline(), factories.an_event()
    desk.pick_event(timeline=timeline, event=event, kind=kind, editor=editor)
    assert timeline.picks.get().kind == kind
    assert (last(timeline).editor, last(timeline).after[kind]) == (editor, [event.pk])
    desk.pick_event(timeline=timeline, event=event, kind="", editor=editor)
    assert not timeline.picks.exists()
    assert (last(timeline).before[kind], last(timeline).after.get(kind)) == ([event.pk], None)


def test_a_pin_takes_the_place_of_hiding(editor):
    timeline, event = factories.a_timeline(), factories.an_event()
    for kind in ("hidden", "pinned", "pinned"):
        desk.pick_event(timeline=timeline, event=event, kind=kind, editor=editor)
    assert timeline.picks.get().kind == "pinned"
    assert timeline.curations.count() == 2


def test_neither_unknown_picks_nor_merged_events_are_taken(editor):
    timeline, event = factories.a_timeline(), factories.an_event(visibility="hidden")
    with pytest.raises(ValidationError):
        desk.pick_event(timeline=timeline, event=event, kind="starred", editor=editor)
    desk.merge_events(into=factories.an_event(), others=[event], editor=editor)
    event.refresh_from_db()
    with pytest.raises(ValidationError):
        desk.pick_event(timeline=timeline, event=event, kind="pinned", editor=editor)
    assert not Curation.objects.exists()


def test_a_timeline_is_written_with_its_rows_or_not_at_all(editor):
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


def test_what_a_save_changed_stays_known_and_a_save_that_changes_nothing_is_none(editor):
    timeline = factories.a_timeline("truce")
    desk.save_timeline(timeline=timeline, editor=editor, keep=[Era(title_en="Truce", edtf="2025/..")])
    desk.save_timeline(timeline=timeline, editor=editor)
    assert timeline.curations.count() == 1
    assert last(timeline).after["eras"] == [["2025/..", "Truce", "", "sand"]]


def test_a_cover_is_hung_described_anew_and_taken_down(editor):
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
def test_a_picture_is_written_anew_as_webp(kind):
    assert Image.open(BytesIO(reencoded(a_picture(kind)).content)).format == "WEBP"


def test_a_large_picture_is_made_smaller_and_turned_upright_without_its_notes():
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
def test_what_is_no_fit_picture_is_refused(file, code):
    with pytest.raises(ValidationError) as refused:
        reencoded(file)
    assert refused.value.code == code


def test_a_file_that_is_too_large_is_not_even_opened(settings):
    settings.COVER_MAX_BYTES = 100
    with pytest.raises(ValidationError) as refused:
        reencoded(a_picture())
    assert refused.value.code == "too_large"
