"""Which noun a light verb carries, which time is no event's, and how near its time a verbal noun must stand."""

from datetime import date

import pytest

from events.extraction.languages import load
from events.extraction.pipeline import judge_events
from events.extraction.text import parse
from events.extraction.timex import find_timexes
from tests.extraction.sentences import PUBLISHED, arabic_adjectives, dates, events


@pytest.mark.parametrize(("noun", "carried"), [
    ("بالهجوم", "هجوم:ASSAULT"),  # a preposition and the article: what the army did
    ("هجوما", "هجوم:ASSAULT"),
    ("الهجوم", "انفجار:ASSAULT"),  # the article alone: the attack is known, the blast is new
])  # fmt: skip
def test_light_verb_carries_the_noun_that_is_not_told_before(noun, carried):
    rules = [rule for event in events(f"قام الجيش {noun} بعد انفجار يوم الاثنين", "ar")
             for mention in event.mentions for rule in mention.rules]  # fmt: skip
    assert carried == rules[rules.index("قام:OTHER") + 1]


@pytest.mark.parametrize(("words", "day"), [("planned for", PUBLISHED), ("built before", "2025-03-07")])
def test_time_right_behind_what_is_planned_is_not_that_of_the_verb(words, day):
    assert dates(f"The port {words} Friday closed.", of="COERCE") == [day]


@pytest.mark.parametrize(("count", "tells"), [(1, True), (6, True), (7, False), (9, False)])
def test_verbal_noun_tells_an_event_within_eight_words_of_its_time(count, tells):
    document = parse(f"تسليم الجسر {arabic_adjectives(count)} يوم الاثنين", load("ar"))
    published = date.fromisoformat(PUBLISHED)
    assert bool(judge_events(document, find_timexes(document, published), published)) is tells
