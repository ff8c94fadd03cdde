"""Words near a trigger: the object tells which verb it is, a doubt or plan before it its modality."""

import pytest

from tests.extraction.sentences import adjectives, arabic_adjectives, events


def rules(body, language="en"):
    return [rule for event in events(body, language) for mention in event.mentions for rule in mention.rules]


@pytest.mark.parametrize(("count", "verb"), [(1, "وقع:AGREE"), (5, "وقع:AGREE"), (6, "وقع:OTHER"), (7, "وقع:OTHER")])
def test_object_within_seven_words_tells_homographic_verbs_apart(count, verb):
    assert verb in rules(f"وقع الوزير {arabic_adjectives(count)} معاهدة يوم الاثنين.", "ar")


@pytest.mark.parametrize(("words", "told"), [
    ("to comment", False),
    ("again to comment", False),
    ("then again to comment", True),
    ("to be named", False),
    ("again to be named", True),
])  # fmt: skip
def test_idiom_within_three_words_of_its_verb_is_no_event(words, told):
    assert bool(events(f"The mayor declined {words} on Monday.")) is told


@pytest.mark.parametrize(("subject", "told"), [("gas", False), ("cops", True), ("kids", True), ("spies", True)])
def test_present_tense_needs_a_plural_of_at_least_four_letters_before_it(subject, told):
    assert bool(events(f"The {subject} meet on Friday.")) is told


@pytest.mark.parametrize(("count", "told"), [(0, False), (5, False), (6, True), (8, True)])
def test_supposition_at_most_seven_words_before_a_verb_makes_it_no_event(count, told):
    assert bool(events(f"They were unsure whether {adjectives(count)} ministers signed a pact on Monday.")) is told


@pytest.mark.parametrize(("count", "status"), [(0, "planned"), (5, "planned"), (6, "occurred")])
def test_plan_at_most_seven_words_before_a_verb_makes_it_planned(count, status):
    [event] = events(f"The planned {adjectives(count)} ministers signed on Monday.")
    assert event.status == status
