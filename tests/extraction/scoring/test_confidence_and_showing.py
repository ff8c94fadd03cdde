"""Features that raise confidence hold up to a bound, and a lone event is shown from a confidence on."""

from datetime import date

import pytest

from events.extraction.languages import load
from events.extraction.pipeline import judge_events
from events.extraction.text import parse
from events.extraction.timex import find_timexes
from tests.extraction.sentences import PUBLISHED, adjectives, events

DAY = date.fromisoformat(PUBLISHED)


def confidence(body):
    return events(body)[0].confidence


def with_long_quote(words):
    """A sentence whose mention has so many words, at least eleven; eight of them stand behind the verb."""
    return f"Yesterday. {adjectives(words - 10).capitalize()} ministers signed {adjectives(8)} pacts."


def test_mention_counts_as_long_from_thirteen_words_on():
    eleven, twelve, thirteen, fourteen = (confidence(with_long_quote(words)) for words in (11, 12, 13, 14))
    assert eleven == twelve != thirteen == fourteen


def test_stretch_of_at_most_thirty_two_days_counts_as_exact_to_the_month():
    until = [
        confidence(f"Gunmen attacked the port from 1 January to {day} 2024.")
        for day in ("30 January", "1 February", "2 February", "4 February")
    ]
    assert until[0] == until[1] != until[2] == until[3]


def attack_and_closing(between):
    """An attack, so many other events of its day, and a closing in the place of the attack."""
    others = " ".join(f"The q{'abcdefg'[number % 7]}{'abcdefg'[number // 7]}k resigned." for number in range(between))
    return f"Gunmen attacked the red barn on 12 March 2025. {others} Police closed the red barn."


def test_event_is_compared_with_the_first_forty_of_its_day():
    near, last, beyond, far = (confidence(attack_and_closing(number)) for number in (37, 38, 39, 40))
    assert near == last != beyond == far


@pytest.mark.parametrize(
    "body",
    ["There was a stout attack.", "There was an attack.", "It opened.", "He insists no drug had been found in it.",
     "She adds no suit has been filed.", "Some say 45 bridges have collapsed."],
)  # fmt: skip
def test_lone_event_of_an_article_is_shown_from_six_tenths_of_confidence_on(body):
    document = parse(body, load("en"))
    judged = judge_events(document, find_timexes(document, DAY), DAY)
    assert len(judged) == 1
    assert bool(events(body)) is (judged[0].event.confidence >= 0.6)
