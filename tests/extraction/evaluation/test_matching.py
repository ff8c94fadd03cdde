"""Matching predictions to annotated events."""

import pytest

from events.extraction.evaluation.matching import agreement, match, maximum_matching, tells
from tests.extraction.evaluation.articles import BROKE, DIED, STRIKE, article, compared, event, found, predicted


@pytest.mark.parametrize(
    ("mention", "clause", "expected"),
    [
        ((10, 20), (0, 100), True),  # inside
        ((8, 18), (10, 100), True),  # four fifths of it inside
        ((7, 18), (10, 100), False),  # eight of eleven inside, and far from a third of both
        ((0, 30), (10, 20), True),  # ten shared of thirty covered: a third
        ((0, 31), (10, 20), False),  # a long sentence that holds the clause
        ((0, 20), (10, 30), True),
        ((0, 20), (11, 30), False),
        ((0, 10), (10, 20), False),  # side by side
        ((0, 10), (30, 40), False),
    ],
)
def test_mention_matches_a_clause_it_lies_in_or_shares_a_third_with(mention, clause, expected):
    assert tells(mention, clause) is expected


def test_whole_sentence_does_not_match_a_short_clause_in_it():
    body = "Long before the harvest of that year had been brought in, the dam broke, as everybody in town remembers."
    annotated = article(event("the dam broke"), body=body)
    assert compared(annotated, found(body, body=body)).events.hits == 0
    assert compared(annotated, found("broke", body=body)).events.hits == 1


def test_mention_of_a_bare_date_matches_nothing():
    annotated = article(event("The port opened on Monday"))
    assert compared(annotated, found("on Monday")).events.placed == 0
    assert compared(annotated, found("opened")).events.placed == 1


def test_any_mention_may_match_any_clause_of_the_event():
    annotated = article(event(clauses=[DIED, BROKE]))
    prediction = found(STRIKE)
    prediction["mentions"] += found(BROKE)["mentions"]
    assert compared(annotated, prediction).events.hits == 1


def test_clause_that_occurs_twice_is_matched_at_the_chosen_place():
    body = "It rained. It rained."
    annotated = article(event(["It rained", 2]), body=body)
    second = [{"start": 11, "end": 20}]
    assert compared(annotated, found("It rained", body=body)).events.hits == 0
    assert compared(annotated, found("It rained", body=body, mentions=second)).events.hits == 1


@pytest.mark.parametrize(
    ("date", "also", "said", "right"),
    [
        ("2025-09-01", [], "2025-09-01", True),
        ("2025-09-01", [], "2025-09", False),
        ("2025-09", [], "2025-09~", True),  # the same days
        ("2025-W36", [], "2025-09-01/2025-09-07", True),
        ("2025-09", ["2025-09-03"], "2025-09-03", True),
        ("2025-09", [{"within": ["2025-09-01", "2025-09-10"]}], "2025-09-03", True),
        ({"within": ["2025-08-01", "2025-08-31"]}, [], "2025-08-10/2025-08-20", True),
        ({"within": ["2025-08-01", "2025-08-31"]}, [], "2025-08-31", True),
        ({"within": ["2025-08-01", "2025-08-31"]}, [], "2025-08-31/2025-09-01", False),
        ("2025-09-01", [], "", False),
        ("2025-09-01", [], "soon", False),
    ],
)
def test_date_is_right_if_it_covers_the_same_days_or_lies_in_the_window(date, also, said, right):
    counts = compared(article(event(date=date, also=also)), found(date=said)).events
    assert (counts.hits, counts.placed) == (right, 1)


def test_two_predictions_of_one_event_are_one_hit():
    counts = compared(article(event()), found(), found("port opened")).events
    assert (counts.hits, counts.predicted) == (1, 2)


def test_one_prediction_hits_only_one_of_two_events():
    twins = [event(key="one"), event(key="two")]
    counts = compared(article(*twins), found()).events
    assert (counts.hits, counts.core, counts.placed) == (1, 2, 2)


def test_maximum_matching_makes_as_many_pairs_as_possible():
    assert maximum_matching({0: [10, 11], 1: [10]}) == {0: 11, 1: 10}
    assert maximum_matching({0: [10, 11], 1: [10, 12], 2: [10], 3: [10]}) == {0: 11, 1: 12, 2: 10}
    assert maximum_matching({0: [], 1: [10]}) == {1: 10}


def test_optional_event_never_takes_the_prediction_a_core_event_needs():
    annotated = article(event(key="may", core=False), event(key="must"))
    prediction = predicted(found())
    agreed = agreement(annotated, prediction.events)
    assert match(annotated, agreed, [0]).core == {0: 1}


def test_only_kept_predictions_are_matched():
    annotated = article(event())
    prediction = predicted(found(), found("port opened"))
    agreed = agreement(annotated, prediction.events)
    assert match(annotated, agreed, [1]).core == {1: 0}
