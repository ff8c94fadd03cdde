"""Dates as the days they cover."""

from datetime import date

import pytest

from events.edtf import EdtfError
from events.extraction.evaluation.date_spans import days_of, days_or_none


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-09-01", date(2025, 9, 1), date(2025, 9, 1)),
        ("2025-09-01T14:30", date(2025, 9, 1), date(2025, 9, 1)),
        ("2025-02~", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024-24", date(2024, 12, 1), date(2025, 2, 28)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("2022/..", date(2022, 1, 1), date.max),
        ("../2022", date.min, date(2022, 12, 31)),
        ("2025-W01", date(2024, 12, 30), date(2025, 1, 5)),
        ("2025-W01/2025-W02", date(2024, 12, 30), date(2025, 1, 12)),
        ("[2024, 2026]", date(2024, 1, 1), date(2026, 12, 31)),
        ("{2025-01..2025-03}", date(2025, 1, 1), date(2025, 3, 31)),
    ],
)
def test_edtf_date_covers_its_first_to_last_day(text, first, last):
    assert days_of(text) == (first, last)


@pytest.mark.parametrize("text", ["2025-SU", "2025-13", "2025-W60", "[]", "soon", "2025-09-01/2025-08-01"])
def test_text_that_is_no_date_is_refused(text):
    with pytest.raises(EdtfError):
        days_of(text)
    assert days_or_none(text) is None


def test_missing_date_has_no_days():
    assert days_or_none("") is None
    assert days_or_none(None) is None
