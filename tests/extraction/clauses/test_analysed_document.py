"""What is known of a document's tokens, and the functions over it: stretches, phrases, the times of triggers."""

from dataclasses import FrozenInstanceError
from datetime import date
from itertools import pairwise

import pytest

from events.extraction.clauses.analysed_document import analyse
from events.extraction.clauses.boundaries import parts
from events.extraction.clauses.extents import start_of, stretch_of
from events.extraction.clauses.noun_phrases import phrase_before
from events.extraction.languages import load
from events.extraction.temporal_linking.attachment import own_time
from events.extraction.temporal_linking.document_times import measure
from events.extraction.temporal_linking.scopes import may_date
from events.extraction.text import parse
from events.extraction.timex import find_timexes

PUBLISHED = date(2025, 3, 12)


def analysed_of(body, language="en"):
    document = parse(body, load(language))
    return analyse(document, find_timexes(document, PUBLISHED), PUBLISHED)


def words_of(analysed, tokens):
    return [analysed.words[i] for i in sorted(tokens)]


def trigger_of(analysed, word):
    return next(trigger for trigger in analysed.triggers if analysed.words[trigger.first] == word)


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("timed", ["1", "march", "2020"]),
        ("finite", ["said", "signed", "bought"]),
        ("spoken", ["said"]),
        ("behind_speaking", ["hull"]),
        ("asides", ['"', '"']),
    ],
)
def test_each_fact_holds_its_tokens(fact, words):
    analysed = analysed_of('He said Hull and York signed the "Free Port" treaty on 1 March 2020. It bought a bank.')
    assert words_of(analysed, getattr(analysed.tokens, fact)) == words


@pytest.mark.parametrize(("body", "words"), [("Hull and York voted.", ["and"]), ("He fell and died.", [])])
def test_conjunction_between_verbs_joins_no_things(body, words):
    analysed = analysed_of(body)
    assert words_of(analysed, analysed.tokens.joining_things) == words


def test_conjunction_written_with_its_verb_joins_it_to_the_clause_before():
    analysed = analysed_of("زار الوزير بيروت ووقع اتفاقية", "ar")
    assert words_of(analysed, analysed.tokens.joined) == ["ووقع"]


def test_analysed_document_is_not_changed():
    analysed = analysed_of("Police arrested a man.")
    with pytest.raises(FrozenInstanceError):
        analysed.triggers = []


@pytest.mark.parametrize(
    ("body", "comma", "ends"),
    [
        ("The firm, which opened, closed.", 2, True),
        ("A jury in Miami, Florida acquitted him.", 4, False),
        ("It opened on Monday, 3 March 2025 in Hull.", 4, False),
    ],
)
def test_comma_of_an_address_or_a_date_ends_no_stretch(body, comma, ends):
    analysed = analysed_of(body)
    assert analysed.words[comma] == ","
    assert parts(analysed, comma) is ends


@pytest.mark.parametrize(
    ("body", "language", "verb", "words"),
    [
        ("Last week the old bank failed in the north.", "en", "failed", "the old bank failed in the north"),
        ("وقع الوزير الاتفاقية في بيروت", "ar", "وقع", "وقع الوزير الاتفاقية في بيروت"),
        ("They said the mayor resigned.", "en", "resigned", "the mayor resigned"),
    ],
)
def test_stretch_has_its_subject_and_ends_with_its_clause(body, language, verb, words):
    analysed = analysed_of(body, language)
    trigger = trigger_of(analysed, verb)
    first, last = stretch_of(analysed, trigger, None)
    assert analysed.document.text(first, last) == words
    assert first == start_of(analysed, trigger)


def test_time_right_behind_is_quoted_with_its_event():
    analysed = analysed_of("The mayor resigned because of the very long and bitter quarrel over it on 1 March 2020.")
    trigger = trigger_of(analysed, "resigned")
    time = (analysed.times[0].first, analysed.times[0].last)
    assert stretch_of(analysed, trigger, None, time)[1] == time[1] > stretch_of(analysed, trigger, None)[1]


def test_phrase_before_a_comma_is_found_where_it_is_no_clause():
    analysed = analysed_of("Harlow, the mayor, resigned.")
    assert phrase_before(analysed, 1) == (0, 1)
    assert phrase_before(analysed, analysed.words.index("resigned")) is None


def test_in_a_relative_clause_between_commas_stands_its_own_time():
    times = measure(analysed_of("The firm, which moved in 1995, closed on 3 March 2025."))
    moved, closed = trigger_of(times.analysed, "moved"), trigger_of(times.analysed, "closed")
    in_1995, in_march = times.analysed.times
    assert [may_date(times, in_1995, one) for one in (moved, closed)] == [True, False]
    assert [may_date(times, in_march, one) for one in (moved, closed)] == [False, True]
    assert [own_time(times, one).edtf for one in (moved, closed)] == ["1995", "2025-03-03"]


def test_later_token_is_never_nearer():
    barriers = measure(analysed_of("Police said: the man, who fled, was arrested; he wept.")).barriers
    assert all(one < other for one, other in pairwise(barriers))
