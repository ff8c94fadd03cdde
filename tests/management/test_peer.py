"""The page on which another timeline (vis-timeline) shows our events."""

from __future__ import annotations

import pytest
from django.core.management import CommandError

from events.management.peer import write_peer
from events.models import Event
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def package(tmp_path):
    """A folder in which the package's script and styles lie, empty."""
    folder = tmp_path / "vis-timeline"
    for name in ("standalone/umd/vis-timeline-graph2d.min.js", "styles/vis-timeline-graph2d.min.css"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).touch()
    return folder


def page_of(tmp_path, package, *events: Event) -> str:
    page = tmp_path / "peer.html"
    assert write_peer(page, package, events, clustered=False) == page.as_uri()
    return page.read_text(encoding="utf-8")


def test_day_is_a_point_and_anything_longer_ends_after_its_last_day(tmp_path, package) -> None:
    day, month = factories.an_event(edtf="2025-03-01"), factories.an_event(edtf="2025-02")
    told = page_of(tmp_path, package, day, month)
    assert '"start": "2025-03-01"}' in told
    assert '"start": "2025-02-01", "end": "2025-03-01"}' in told


def test_title_cannot_close_the_script_element(tmp_path, package) -> None:
    told = page_of(tmp_path, package, factories.an_event(title="Told </script> twice"))
    assert told.count("</script>") == 2


def test_folder_without_the_package_is_refused(tmp_path) -> None:
    with pytest.raises(CommandError, match="vis-timeline"):
        write_peer(tmp_path / "peer.html", tmp_path, [], clustered=False)
