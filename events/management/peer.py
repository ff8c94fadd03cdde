"""A page with the same events in vis-timeline, the best known timeline for the web, for comparing it with our own.

It is not a dependency: to compare, install it anywhere (``npm install vis-timeline``) and name the folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from django.core.management.base import CommandError

from events.models import Event

#: A CSS selector for what its picture contains once it is drawn.
READY = ".vis-item"
_SCRIPT, _STYLES = "standalone/umd/vis-timeline-graph2d.min.js", "styles/vis-timeline-graph2d.min.css"
#: The frame is placed like our own in a window of 1280 pixels.
_PAGE = """<!doctype html>
<meta charset="utf-8">
<title>vis-timeline</title>
<link rel="stylesheet" href="{styles}">
<style>body {{ margin: 0 }} #timeline-frame {{ position: absolute; left: 32px; top: 80px; width: 848px }}</style>
<div id="timeline-frame"></div>
<script src="{script}"></script>
<script>
    new vis.Timeline(document.getElementById("timeline-frame"), new vis.DataSet({items}), {options});
</script>
"""


def write_peer(page: Path, package: Path, events: Iterable[Event], *, clustered: bool) -> str:
    """Write a page that shows these events with the package's script; returns its address.

    Raises CommandError if the folder ``package`` is not vis-timeline.
    """
    script, styles = (package.resolve() / name for name in (_SCRIPT, _STYLES))
    for needed in (script, styles):
        if not needed.is_file():
            raise CommandError(f"There is no {needed}: name the folder of the package vis-timeline.")
    options = {"height": 504, "cluster": {"maxItems": 1} if clustered else False}
    page.write_text(
        _PAGE.format(
            script=script.as_uri(),
            styles=styles.as_uri(),
            # escaped, because "</script>" in a title would end the script
            items=json.dumps([_item(event) for event in events]).replace("</", "<\\/"),
            options=json.dumps(options),
        ),
        encoding="utf-8",
    )
    return page.as_uri()


def _item(event: Event) -> dict[str, str | int]:
    """An event in vis-timeline's form: a day as a point in time, anything longer as a range."""
    first, last = event.first_day or event.last_day, event.last_day or event.first_day
    assert first, "a published event has a date"
    assert last, "a published event has a date"
    item: dict[str, str | int] = {"id": event.pk, "content": event.title, "start": first.isoformat()}
    return item if first == last else item | {"end": (last + timedelta(days=1)).isoformat()}
