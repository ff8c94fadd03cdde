"""EDTF strings become a first and a last day, and nothing that is not EDTF gets through."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.edtf import EdtfError, Precision, parse

BOUNDS = {
    "2025-09-01": ("2025-09-01", "2025-09-01", "day"),
    "2025-09-01T14:30": ("2025-09-01", "2025-09-01", "minute"),
    "2025-09-01T14:30:59": ("2025-09-01", "2025-09-01", "minute"),
    "2025-09": ("2025-09-01", "2025-09-30", "month"),
    "2025-09-XX": ("2025-09-01", "2025-09-30", "month"),
    "2024-02": ("2024-02-01", "2024-02-29", "month"),
    "2025": ("2025-01-01", "2025-12-31", "year"),
    "2025-XX": ("2025-01-01", "2025-12-31", "year"),
    "2025-21": ("2025-03-01", "2025-05-31", "season"),
    "2025-24": ("2025-12-01", "2026-02-28", "season"),
    "2025-36": ("2025-10-01", "2025-12-31", "season"),
    "2025-39": ("2025-09-01", "2025-12-31", "season"),
    "2025-41": ("2025-07-01", "2025-12-31", "season"),
    "199X": ("1990-01-01", "1999-12-31", "decade"),
    "19XX": ("1900-01-01", "1999-12-31", "century"),
    "00XX": ("0001-01-01", "0099-12-31", "century"),
    "2025-09-03/2025-09-05": ("2025-09-03", "2025-09-05", "interval"),
    "2025-09-01/2025-09-07": ("2025-09-01", "2025-09-07", "week"),
    "2025-09-02/2025-09-08": ("2025-09-02", "2025-09-08", "interval"),
    "2024/2025-03": ("2024-01-01", "2025-03-31", "interval"),
    "2022/..": ("2022-01-01", None, "interval"),
    "2022/": ("2022-01-01", None, "interval"),
    "../2022": (None, "2022-12-31", "interval"),
    "/2022": (None, "2022-12-31", "interval"),
}

REFUSED = [
    "", " ", "today", "25-09-01", "2025-9-1", "2025-13", "2025-00", "2025-02-30", "2023-02-29", "0000", "2025-20",
    "2025-21-01", "2025-09-01T24:00", "2025-09-01T12:60", "2025-09-01T1:00", "199X-01", "2025~~", "~2025",
    "2025/2024", "2025-09-05/2025-09-03", "../..", "/", "..", "2024/2025/2026", "२०२५", "2025-09-01\n2025",
]  # fmt: skip


@pytest.mark.parametrize(("text", "bounds"), BOUNDS.items())
def test_edtf_date_has_first_day_last_day_and_precision(text, bounds):
    when = parse(text)
    first, last = (day and day.isoformat() for day in (when.first, when.last))
    assert (first, last, when.precision) == bounds


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("2025", False, False), ("2025~", True, False), ("2025-09?", False, True), ("2025-09-01%", True, True),
     ("2024~/2025", True, False), ("2024/2025?", False, True), ("2022~/..", True, False)],
)  # fmt: skip
def test_qualifiers_are_read_on_either_side_of_an_interval(text, approximate, uncertain):
    when = parse(text)
    assert (when.approximate, when.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize("text", REFUSED)
def test_text_that_is_no_edtf_date_is_refused_in_a_sentence(text):
    with pytest.raises(EdtfError, match=r"(?s)“.*”.*\."):
        parse(text)


def test_open_interval_has_no_day_on_its_open_side():
    assert parse("2022/..").last is None
    assert parse("2022/..").first is not None
    assert parse("../2022").first is None


def test_blanks_around_a_date_do_not_matter():
    assert parse(" 2025-09 ").text == "2025-09"


@given(st.dates())
def test_every_day_of_the_calendar_is_its_own_first_and_last(day):
    when = parse(day.isoformat())
    assert (when.first, when.last, when.precision) == (day, day, Precision.DAY)


@given(st.dates(), st.dates())
def test_interval_spans_both_sides(one, other):
    first, last = sorted((one, other))
    when = parse(f"{first}/{last}")
    assert (when.first, when.last) == (first, last)


@given(st.text(alphabet="0123456789-X~?%/.T:", max_size=24))
def test_random_text_is_refused_or_parsed_with_days_in_order(text):
    try:
        when = parse(text)
    except EdtfError:
        return
    assert (when.first or date.min) <= (when.last or date.max)


@pytest.mark.parametrize(
    "typed", ["٢٠٢٠-٠٨", "۲۰۲۰-۰۸", "٢0۲0-08", "\u20662020-08\u2069", "\u200f٢٠٢٠-٠٨\u200f", "\ufeff2020-08 "]
)
def test_arabic_and_persian_digits_and_invisible_marks_are_parsed(typed):
    assert parse(typed) == parse("2020-08")


@pytest.mark.parametrize(
    ("text", "code"),
    [("2024/2025/2026", "parts"), ("../..", "open"), ("2025/2024", "order"), ("spring", "form"),
     ("2025-02-30", "calendar"), ("2025-09-01T24:00", "clock")],
)  # fmt: skip
def test_each_fault_has_an_error_code(text, code):
    with pytest.raises(EdtfError) as refused:
        parse(text)
    assert (refused.value.code, refused.value.text) == (code, text)
