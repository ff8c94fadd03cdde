"""Every time case of every language folder holds: what is found, its TIMEX3 and EDTF value, and why."""

import pytest

from events.edtf import parse as parse_edtf
from events.extraction.engine import publication_day
from events.extraction.evaluation.timex_cases import NONE, time_cases
from events.extraction.languages import available, load
from events.extraction.text import parse
from events.extraction.timex import find_timexes

CASES = [pytest.param(code, case, id=case.where) for code in available() for case in time_cases(load(code))]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case_gives_its_expressions_and_values(code, case):
    found = find_timexes(parse(case.body, load(code)), publication_day(case.published))
    assert [(timex.text, timex.value) for timex in found] == list(zip(case.expressions, case.values, strict=True))
    if case.edtf:
        assert [timex.edtf or NONE for timex in found] == list(case.edtf)
    if case.basis:
        assert [timex.basis for timex in found] == list(case.basis)
    for timex in found:
        assert case.body[timex.start : timex.end] == timex.text
        assert timex.edtf is None or parse_edtf(timex.edtf)


@pytest.mark.parametrize("code", available())
def test_language_has_cases_with_and_without_time_expressions(code):
    cases = time_cases(load(code))
    assert any(case.values for case in cases)
    assert any(not case.values for case in cases)
