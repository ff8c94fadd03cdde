"""A newsroom with a row of every kind, in every state."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image

from events import desk
from events.desk.covers import reencoded
from events.desk.curate import CoverWish
from events.models import Era, TimelinePick
from tests import factories
from tests.odd.asking import Asker


@pytest.fixture
def asker(db, settings, plain_static_files) -> Iterator[Asker]:
    """An asker of a newsroom with a row of every kind."""
    settings.API_ANONYMOUS_RATE = settings.API_TOKEN_RATE = ""
    _fill()
    logging.disable(logging.CRITICAL)  # thousands of lines about what was rightly refused
    asker = Asker.of(seed=20261201)
    yield asker
    logging.disable(logging.NOTSET)
    print(f"{asker.asked} questions, the slowest took {asker.slowest:.2f} s of work")


def _fill() -> None:
    editor = factories.an_editor()
    actors = [("JOR", "Jordan", "actor"), ("person:a/b?c", "A. B.", "target")]
    place = factories.a_place("geonames:1", en="Amman", ar="عمّان")
    shown = factories.an_event(
        actors=actors, place=place, outlet=factories.an_outlet(), basis="relative", anchor="2025"
    )
    factories.a_source(event=shown, language="ar", title="اجتماع", edtf="2025-09~")
    proposed = factories.an_event(visibility="proposed", edtf="199X")
    factories.an_event(visibility="hidden", edtf="../2022")
    factories.an_added_event(edtf="9999-12-31")
    desk.merge_events(into=shown, others=[factories.an_event(title="The same")], editor=editor)
    for state in ("queued", "extracting", "failed"):
        factories.an_article(state=state, failure="other" if state == "failed" else "")
    timeline = factories.a_timeline("water", filter={"actor": ["JOR"], "from": "2020"})
    picks = [TimelinePick(event=shown), TimelinePick(event=proposed, kind="hidden")]
    picture = BytesIO()
    Image.new("RGB", (300, 300)).save(picture, "PNG")
    cover = CoverWish({"en": "Water", "ar": ""}, reencoded(picture.getvalue()))
    eras = [Era(title_en="Truce", edtf="2022/..")]
    desk.save_timeline(timeline=timeline, editor=editor, keep=[*picks, *eras], cover=cover)
    factories.a_timeline("draft", is_published=False)
