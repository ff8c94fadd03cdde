"""Tables and JSON of what was counted."""

import json

import pytest

from events.extraction.evaluation.annotations import AnnotationError
from events.extraction.evaluation.report import groups_by, report_json, report_text
from tests.extraction.evaluation.articles import ARTICLE, article, compared, event, found, read

TIMEX = {"start": 19, "end": 25, "type": "DATE", "value": "2025-09-01"}


@pytest.fixture
def evaluated():
    """Two articles with events of two sources, and one with a time expression."""
    good = compared(article(event(), source="Agency"), found(confidence=0.9))
    missed = compared(article(event(), source="Paper"))
    return [good, missed, compared(read({**ARTICLE, "timexes": [TIMEX]}), timexes=[TIMEX])]


def test_groups_keep_the_order_of_the_articles_with_all_at_the_end(evaluated):
    assert list(groups_by("source", evaluated)) == ["Agency", "Paper", "–", "all"]
    assert list(groups_by("lang", evaluated)) == ["en"]


def test_unknown_group_field_is_refused_naming_the_known_ones(evaluated):
    with pytest.raises(AnnotationError, match="No article has the field “kind”; there are file, lang, source"):
        report_json("kind", evaluated)


def test_json_report_has_every_figure(evaluated):
    report = json.loads(json.dumps(report_json("source", evaluated)))
    assert list(report) == ["by", "events", "timexes"]
    assert report["events"]["all"] == {
        "articles": 2, "core": 2, "P": 1.0, "R": 0.5, "F1": 2 / 3, "placed R": 0.5, "date F1": 2 / 3, "rank": 0.0,
        "hits": 1, "type": 1.0, "status": 1.0, "actors recall": None, "actors precision": None,
        "places recall": None, "places precision": None,
        "calibration": {"events": 1, "ECE": pytest.approx(0.1), "bins": {"0.9": {"events": 1, "right": 1.0}}},
    }  # fmt: skip
    counts = {"articles": 1, "annotated": 1, "found": 1, "strict F1": 1.0, "relaxed F1": 1.0, "value F1": 1.0}
    assert report["timexes"] == {"–": {"all types": counts, "DATE and TIME": counts}}


def test_errors_are_in_the_report_only_if_asked_for(evaluated):
    assert "errors" not in report_json("lang", evaluated)
    report = report_json("lang", evaluated, errors=True)
    assert report["errors"] == ["a MISSED The port opened 2025-09-01: The port opened"]
    assert report_text(report).startswith("a MISSED The port opened 2025-09-01: The port opened\n\nEvents\n")


def test_tables_have_a_row_for_each_group_and_aligned_columns(evaluated):
    tables = [table.split("\n") for table in report_text(report_json("source", evaluated)).strip().split("\n\n")]
    titles = [table[0] for table in tables]
    assert titles == [
        "Events", "Fields of the core events that were found", "Confidence: how many are right",
        "Time expressions, all types", "Time expressions, DATE and TIME",
    ]  # fmt: skip
    assert all(len(set(map(len, table[1:]))) == 1 for table in tables)
    assert tables[0][2].split() == ["Agency", "1", "1", "1.000", "1.000", "1.000", "1.000", "1.000", "0.000"]
    assert tables[2][3].split() == ["Paper", "0", "0.000", "–"]
