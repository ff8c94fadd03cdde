"""Figures of time expressions."""

import pytest

from events.extraction.evaluation.timex_f1 import plain_value
from tests.extraction.evaluation.articles import ARTICLE, compared, read

BODY = "On Monday 1 September 2025 they met for three days in May."


def timex(words, value, kind="DATE", **fields):
    start = BODY.index(words)
    return {"start": start, "end": start + len(words), "type": kind, "value": value, **fields}


def counted(annotated, predicted):
    return compared(read({**ARTICLE, "body": BODY, "timexes": annotated}), timexes=predicted)


def test_strict_match_needs_the_same_span_and_relaxed_any_overlap():
    counts = counted([timex("Monday 1 September 2025", "2025-09-01")], [timex("September 2025", "2025-09-01")]).timexes
    assert (counts.strict, counts.relaxed, counts.value) == (0, 1, 1)
    assert counts.figures() == {"strict F1": 0.0, "relaxed F1": 1.0, "value F1": 1.0}


def test_f1_counts_annotated_and_found():
    counts = counted(
        [timex("May", "2025-05"), timex("three days", "P3D", "DURATION")], [timex("May", "2024-05")]
    ).timexes
    assert counts.f1(counts.strict) == pytest.approx(2 / 3)
    assert counts.f1(counts.value) == 0.0


def test_expression_is_paired_once_preferring_the_same_span():
    whole, part = timex("Monday 1 September 2025", "2025-09-01"), timex("Monday", "2025-09-01")
    counts = counted([whole, part], [part]).timexes
    assert (counts.annotated, counts.found, counts.strict, counts.relaxed) == (2, 1, 1, 1)


def test_expressions_with_most_overlap_are_paired_next():
    short, long = timex("Monday", "X"), timex("1 September 2025", "2025-09-01")
    counts = counted([timex("Monday 1 September 2025", "2025-09-01")], [short, long]).timexes
    assert (counts.relaxed, counts.value) == (1, 1)


def test_alternative_value_counts_as_right():
    assert counted([timex("May", "2025-05", also=["2026-05"])], [timex("May", "2026-05")]).timexes.value == 1


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("2025-09-01T14:30:00", "2025-09-01T14:30"),
        ("2025-09-01T14:30:00Z", "2025-09-01T14:30"),
        ("2025-09-01T14:30:00.000", "2025-09-01T14:30"),
        ("2025-09-01T14:30:05", "2025-09-01T14:30:05"),
        (" 2025 ", "2025"),
        ("PT14:00", "PT14:00"),
    ],
)
def test_seconds_of_zero_make_no_difference(written, plain):
    assert plain_value(written) == plain


def test_optional_expression_costs_nothing_found_or_not():
    optional = timex("three days", "P3D", "DURATION", optional=True)
    for predicted in ([], [timex("three days", "P4D", "DURATION")]):
        counts = counted([timex("May", "2025-05"), optional], [*predicted, timex("May", "2025-05")]).timexes
        assert (counts.annotated, counts.found, counts.value) == (1, 1, 1)


def test_prediction_over_an_optional_and_a_needed_expression_counts():
    annotated = [timex("Monday", "2025-09-01"), timex("1 September", "2025-09-01", optional=True)]
    counts = counted(annotated, [timex("Monday 1 September", "2025-09-01")]).timexes
    assert (counts.found, counts.relaxed) == (1, 1)


def test_dates_and_times_are_also_counted_by_themselves():
    annotated = [timex("three days", "P3D", "DURATION"), timex("May", "2025-05")]
    evaluated = counted(annotated, [timex("three days", "P3D", "DURATION"), timex("May", "2025-05", "TIME")])
    assert (evaluated.timexes.annotated, evaluated.dates_and_times.annotated) == (2, 1)
    assert (evaluated.timexes.value, evaluated.dates_and_times.value) == (2, 1)


def test_error_lines_name_wrong_missed_and_spurious_expressions():
    annotated = [timex("Monday", "2025-09-01"), timex("May", "2025-05")]
    assert counted(annotated, [timex("Monday", "2025-08-25"), timex("three days", "P3D", "DURATION")]).errors == (
        "a VALUE “Monday”: 2025-09-01, got 2025-08-25",
        "a MISSED “May” 2025-05",
        "a SPURIOUS “three days” P3D",
    )
