"""All events of a window as one file: CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from tests import factories

pytestmark = pytest.mark.django_db
URL = "/api/v1/rows/"


def told(answer) -> str:
    return b"".join(answer.streaming_content).decode()


def table(stranger, **asked: str) -> list[dict[str, str]]:
    text = told(stranger.get(URL, asked | {"as": "csv", "ui": "en"}))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


def test_rows_come_in_the_order_of_time_with_absolute_addresses(stranger) -> None:
    factories.an_event(title="Later", edtf="2025-09-02")
    first = factories.an_event(title="First", edtf="2025-09")
    rows = table(stranger)
    assert [row["title"] for row in rows] == ["First", "Later"]
    assert rows[0]["date"] == "2025-09"
    assert (rows[0]["first"], rows[0]["last"]) == ("2025-09-01", "2025-09-30")
    assert rows[0]["url"] == f"http://testserver/en/events/{first.pk}/first/"


def test_rows_respect_filters_and_window(stranger) -> None:
    factories.an_event(title="Old", edtf="2020-01-01", type="AGREE")
    factories.an_event(title="Other", edtf="2025-01-01", type="PROTEST")
    factories.an_event(title="Asked for", edtf="2025-01-01", type="AGREE")
    assert [row["title"] for row in table(stranger, type="AGREE", **{"from": "2025"})] == ["Asked for"]


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@sum"])
def test_cell_that_could_be_a_formula_is_quoted(stranger, title: str) -> None:
    factories.an_event(title=title)
    assert [row["title"] for row in table(stranger)] == [f"'{title}"]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_one_array(stranger, count: int) -> None:
    for number in range(count):
        factories.an_event(title=f"Event {number}")
    answer = stranger.get(URL)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="newsdesk-events.json"'
    assert [row["title"] for row in json.loads(told(answer))] == [f"Event {number}" for number in range(count)]


def test_rows_of_a_timeline_are_its_events(stranger) -> None:
    factories.a_timeline("treaties", filter={"type": ["AGREE"]})
    factories.an_event(title="Treaty", type="AGREE")
    factories.an_event(title="March", type="PROTEST")
    rows = json.loads(told(stranger.get("/api/v1/timelines/treaties/rows/")))
    assert [row["title"] for row in rows] == ["Treaty"]


def test_unknown_file_format_is_400(stranger) -> None:
    answer = stranger.get(URL, {"as": "xls"})
    assert answer.status_code == 400
    assert "as" in answer.json()["errors"]
