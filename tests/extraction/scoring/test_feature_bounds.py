"""Facts about an event that count in full from some number on: more of them says no more."""

from datetime import date

import pytest

from events.extraction.languages import load
from events.extraction.pipeline import judge_events
from events.extraction.text import parse
from events.extraction.timex import find_timexes
from tests.extraction.sentences import PUBLISHED

DAY = date.fromisoformat(PUBLISHED)
DEEDS = ["resigned", "attacked Rome", "signed the pact", "arrested Kim", "closed the port", "won the cup"]
NAMES = ["Doldar", "Foldar", "Goldar", "Holdar", "Joldar"]


def facts(body: str, name: str) -> list[float]:
    """That fact of each event of the text."""
    document = parse(body, load("en"))
    return [judged.features[name] for judged in judge_events(document, find_timexes(document, DAY), DAY)]


def told_again(times: int) -> float:
    again = "The minister's resignation in Oslo was a shock. " * times
    return facts(f"On Monday the minister resigned in Oslo. {again}", "told again")[0]


def behind(sentences: int) -> float:
    return facts("Very nice. " * sentences + "The minister resigned on Monday.", "early")[0]


def naming(names: int) -> float:
    return facts(f"Ministers {', '.join(NAMES[: names - 1])} and {NAMES[names - 1]} resigned on Monday.", "named")[0]


def sharing(deeds: int) -> float:
    return max(facts(f"On Monday ministers {', '.join(DEEDS[: deeds - 1])} and {DEEDS[deeds - 1]}.", "shares its time"))


@pytest.mark.parametrize(
    ("fact", "fewer", "full"),
    [(told_again, 3, 4), (naming, 2, 3), (sharing, 3, 4)],
    ids=["mentions after the first", "names", "events of a time"],
)
def test_fact_counts_in_full_from_a_number_on(fact, fewer, full):
    assert fact(fewer) < fact(full) == fact(full + 1) == 1.0


def test_event_of_the_thirteenth_sentence_is_as_late_as_any():
    assert behind(0) == 1.0
    assert behind(11) > behind(12) == behind(13) == 0.0


@pytest.mark.parametrize(("clauses", "is_far"), [(2, False), (3, True), (4, True)])
def test_time_behind_three_clauses_is_as_far_as_any(clauses, is_far):
    (distance,) = facts(f"The minister resigned {'when stout ' * clauses}on Monday.", "distance")
    assert (distance == 1.0) is is_far


def test_word_parts_an_event_from_its_time_as_far_as_five_words_of_a_time():
    (near,), (farther,) = (facts(f"They resigned {word}Monday.", "distance") for word in ("", "stout "))
    assert farther - near == pytest.approx(5 * near)
    assert near * 12 == pytest.approx(0.05)
