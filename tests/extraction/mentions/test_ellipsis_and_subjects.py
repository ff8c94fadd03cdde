"""What a sentence leaves out: verbs of later times, subjects of later verbs; and what "and" coordinates."""

from datetime import date

import pytest

from events.extraction.clauses.coordination import joining_things
from events.extraction.languages import load
from events.extraction.pipeline import judge_events
from events.extraction.text import parse
from events.extraction.timex import find_timexes

PUBLISHED = date(2025, 3, 12)


def events_in(body):
    document = parse(body, load("en"))
    return [judged.event for judged in judge_events(document, find_timexes(document, PUBLISHED), PUBLISHED)]


@pytest.mark.parametrize(
    ("body", "day", "words"),
    [
        ("The chain opened a shop in 2007, a second one in 2011.", "2011", "a second one in 2011"),
        ("In 1998 the firm introduced a laptop, in 2001 a music player.", "2001", "in 2001 a music player"),
    ],
)
def test_time_without_a_verb_takes_the_verb_before_it(body, day, words):
    assert words in [mention.text for event in events_in(body) if event.date == day for mention in event.mentions]


@pytest.mark.parametrize(
    "body",
    [
        "The firm was founded in 1990 and has a plant in the town.",
        "She said the firm, in its ninth year, opened a shop in 2008.",
    ],
)
def test_sentence_without_ellipsis_has_one_event(body):
    dates = [event.date for event in events_in(body) if event.type != "STATEMENT"]
    assert len(dates) == 1


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("The mayor flew to Oslo on Monday and signed a pact.", "The mayor signed a pact"),
        ("They mourned Ada Quist, who was murdered in 2013.", "Ada Quist was murdered in 2013"),
        ("At least 20 people died in a fire on Monday.", "At least 20 people died in a fire on Monday"),
        ("A jury in Miami, Florida acquitted him on Monday.", "A jury in Miami, Florida acquitted him on Monday"),
        ("The St. Louis plant closed in 2006.", "The St. Louis plant closed in 2006"),
    ],
)
def test_title_has_the_whole_subject(body, title):
    assert title in [event.title for event in events_in(body)]


def test_every_title_fits_a_line_of_the_timeline():
    long_subject = "The committee of " + " and ".join(f"Minister{n}" for n in range(30))
    for event in events_in(f"{long_subject} met on Monday and signed " + "a very long treaty " * 20 + "in Oslo."):
        assert 0 < len(event.title) <= 120


@pytest.mark.parametrize(
    ("words", "verbs", "things"),
    [
        ("hull and york voted", {3}, {1}),
        ("he fell and died", {1, 3}, set()),
        ("she met bo and ida in june", {1}, {3}),
        ("it was closed , and reopened", {2, 5}, set()),
    ],
)
def test_and_coordinates_clauses_only_between_verbs(words, verbs, things):
    assert joining_things(words.split(), verbs, {"and"}, {"and", ",", "."}) == things
