"""Every event case of every language folder holds: its events are found, and none that is denied or supposed."""

import pytest

from events.extraction.engine import publication_day
from events.extraction.evaluation.event_cases import event_cases
from events.extraction.languages import available, load
from events.extraction.pipeline import judge_events
from events.extraction.text import parse
from events.extraction.timex import find_timexes

CASES = [pytest.param(code, case, id=case.where) for code in available() for case in event_cases(load(code))]


def events_in(code, case):
    document, day = parse(case.body, load(code)), publication_day(case.published)
    return [judged.event for judged in judge_events(document, find_timexes(document, day), day)]


@pytest.mark.parametrize(("code", "case"), [case for case in CASES if case.values[1].wanted])
def test_events_of_the_case_are_found(code, case):
    found = events_in(code, case)
    for kind, status, day, words in case.wanted:
        at = case.body.index(words)
        assert any(
            (event.type, event.status, event.date[:10]) == (kind, status, day)
            and any(mention.start < at + len(words) and at < mention.end for mention in event.mentions)
            for event in found
        ), [(event.type, event.status.value, event.date, event.title) for event in found]


@pytest.mark.parametrize(("code", "case"), [case for case in CASES if not case.values[1].wanted])
def test_no_event_is_found_in_a_case_without_events(code, case):
    assert [(event.date, event.title) for event in events_in(code, case)] == []


@pytest.mark.parametrize("code", available())
def test_language_has_cases_with_and_without_events(code):
    cases = event_cases(load(code))
    assert any(case.wanted for case in cases)
    assert any(not case.wanted for case in cases)
