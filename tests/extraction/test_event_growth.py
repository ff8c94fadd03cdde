"""Ten times the text costs about ten times the work, even for hostile text: function calls are counted."""

import cProfile
import pstats
from datetime import date

import pytest

from events.extraction.languages import load
from events.extraction.pipeline import find_events
from events.extraction.text import parse
from events.extraction.timex import find_timexes

HOSTILE = [
    ("en", "Police arrested a man on 1 September 2015, "),
    ("en", "attack attack attack "),
    ("en", "said said that who the treaty "),
    ("en", "Gunmen attacked a post in Lima yesterday. "),
    ("en", "(((( "),
    ("ar", "قتل هجوم أعلن أن "),
    ("ar", "وقع الرئيس اتفاقا في 1 سبتمبر 2015، "),
    ("ar", "هاجم مسلحون مركزا في بيروت أمس. "),
]


def calls(code, text):
    document, day = parse(text, load(code)), date(2025, 3, 12)
    timexes = find_timexes(document, day)
    profile = cProfile.Profile()
    profile.runcall(find_events, document, timexes, day)
    return pstats.Stats(profile).total_calls  # type: ignore[attr-defined]


@pytest.mark.parametrize(("code", "unit"), HOSTILE)
def test_work_grows_linearly_with_hostile_text(code, unit):
    calls(code, unit * 30)  # warm up what is remembered
    small, large = calls(code, unit * 30), calls(code, unit * 300)
    assert large <= 13 * small
