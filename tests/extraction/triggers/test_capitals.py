"""Capitals make no name of a trigger, neither in the text nor in its title or a headline."""

from __future__ import annotations

import pytest

from events.extraction import extract
from events.extraction.entities import find_names
from events.extraction.languages import load
from events.extraction.lexicon.analysis import lookup_of
from events.extraction.text import parse
from events.extraction.text.title_case import title_cased
from events.extraction.types import ExtractedEvent

DAY = "2025-09-03"
#: Sentences with a gap, the event in small letters and with capitals, and the type of what happened.
TELLINGS = [
    ("On Monday an {} struck the city of Izmir.", "earthquake", "Earthquake", "DISASTER"),
    ("A {} struck Peru on Monday.", "powerful earthquake", "Powerful Earthquake", "DISASTER"),
    ("A {} hit the coast of Florida on Tuesday.", "hurricane", "Hurricane", "DISASTER"),
    ("On Monday {} struck Florida.", "the hurricane", "Hurricane Ian", "DISASTER"),
    ("Nobody was ready when a {} hit Tonga on Monday.", "tsunami", "Tsunami", "DISASTER"),
    ("The {} ended in Geneva on Monday.", "summit", "Summit", "CONSULT"),
    ("The {} opened in Dubai on Monday.", "conference", "Conference", "CONSULT"),
    ("The {} took place on Monday.", "parliament elections", "Parliament Elections", "ELECT"),
    ("{} were held in Jordan on Monday.", "Parliamentary elections", "Parliamentary Elections", "ELECT"),
    ("An {} rocked central Beirut on Tuesday.", "explosion", "Explosion", "ASSAULT"),
    ("The {} took place on Monday.", "attack", "Attack", "ASSAULT"),
]


def only_event(body: str, title: str = "") -> ExtractedEvent:
    (event,) = extract(body, published=DAY, title=title, language="en").events
    return event


@pytest.mark.parametrize(("sentence", "small", "capital", "type_"), TELLINGS)
def test_capitals_do_not_change_type_and_date_of_an_event(sentence: str, small: str, capital: str, type_: str) -> None:
    written = [only_event(sentence.format(words)) for words in (small, capital)]
    assert [event.type for event in written] == [type_, type_]
    assert written[0].date == written[1].date


@pytest.mark.parametrize(("sentence", "small", "capital", "type_"), TELLINGS)
def test_capitals_in_the_articles_title_change_nothing_of_the_event(
    sentence: str, small: str, capital: str, type_: str
) -> None:
    body = sentence.format(small)
    events = [only_event(body, title=f"What we know of {words}") for words in (small, small.title())]
    assert events[0] == events[1]
    assert events[0].type == type_


@pytest.mark.parametrize(
    ("plain", "headline", "type_"),
    [
        ("Powerful earthquake strikes Turkey on Sunday", "Powerful Earthquake Strikes Turkey on Sunday", "DISASTER"),
        ("Jordan signed water agreement on Sunday", "Jordan Signed Water Agreement on Sunday", "AGREE"),
        ("Police arrested five suspects on Sunday", "Police Arrested Five Suspects on Sunday", "COERCE"),
        ("Parliament elected new speaker on Sunday", "Parliament Elected New Speaker on Sunday", "ELECT"),
    ],
)  # fmt: skip
def test_headline_in_the_text_is_read_like_any_line(plain: str, headline: str, type_: str) -> None:
    for line in (plain, headline):
        first, *_ = extract(f"{line}\nNobody was in the building.", published=DAY, language="en").events
        assert (first.type, first.date, first.title) == (type_, "2025-08-31", line)


def test_named_event_is_not_its_own_actor() -> None:
    event = only_event("The Kobe Earthquake killed 12 people in Osaka on Monday.")
    assert event.type == "DISASTER"
    assert "Earthquake" not in " ".join(actor.name for actor in event.actors)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Attack Helicopter Company opened a plant on Monday.",
        "Police said that Jeremy Hunt opened a plant on Monday.",
        "The Peace Talks Board opened a plant on Monday.",
    ],
)
def test_trigger_inside_a_name_gives_no_event(sentence: str) -> None:
    events = extract(sentence, published=DAY).events
    rules = [rule for event in events for mention in event.mentions for rule in mention.rules]
    assert not any(rule.startswith(("attack:", "hunt:", "talks:")) for rule in rules)


@pytest.mark.parametrize(
    ("text", "is_headline"),
    [
        ("Powerful Earthquake Strikes Izmir on Sunday", True),
        ("Powerful Earthquake strikes Izmir on Sunday", False),
        ("Ann Holt Resigned", False),
        ("Prime Minister Ian Marsh of the United Kingdom", False),
    ],
)
def test_headline_is_recognised_by_its_verb_and_function_words(text: str, is_headline: bool) -> None:
    language = load("en")
    document = parse(text, language)
    named = {i for name in find_names(document, language) if name.key for i in range(name.first, name.last)}
    assert bool(title_cased(document, lookup_of(language).is_finite, named)) is is_headline
