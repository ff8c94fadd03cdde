"""Precision, recall, date and rank figures of events."""

import pytest

from events.extraction.evaluation.events_f1 import EventCounts
from tests.extraction.evaluation.articles import BROKE, DIED, OPENED, STRIKE, article, compared, event, found

FOUR = (
    event(OPENED, "2025-09-01"),
    event(STRIKE, "2025-05"),
    event(BROKE, {"within": ["2025-08-01", "2025-08-31"]}),
    event(DIED, "1999", core=False),
)


def test_precision_and_recall_ignore_optional_hits():
    counts = compared(article(*FOUR), found(), found(STRIKE, "2024-05"), found(DIED, "1999")).events
    assert (counts.core, counts.hits, counts.predicted) == (3, 1, 2)
    assert counts.precision == 1 / 2
    assert counts.recall == 1 / 3
    assert counts.f1 == pytest.approx(0.4)
    assert counts.placed_recall == 2 / 3


def test_spurious_prediction_lowers_precision():
    body = "The port opened. Nobody came."
    counts = compared(article(event(), body=body), found(body=body), found("Nobody came", body=body)).events
    assert (counts.precision, counts.recall) == (0.5, 1.0)


def test_wrong_dates_count_once_unless_they_lie_in_the_window():
    predictions = (
        found(),
        found(BROKE, "2025-09-01"),
        found(BROKE, "2025-08-10"),
        found(DIED, "1999"),
        found(DIED, "1998"),
    )
    counts = compared(article(*FOUR), *predictions).events
    assert (counts.dates, counts.dates_found, counts.dates_wrong) == (2, 1, 1)
    assert counts.date_f1 == pytest.approx(0.5)


def test_rank_counts_core_hits_above_others_and_half_of_ties():
    predictions = (
        found(salience=0.7), found(STRIKE, "2025-05", salience=0.2),
        found(DIED, "1999", salience=0.7), found(DIED, "1998", salience=0.1),
    )  # fmt: skip
    counts = compared(article(*FOUR), *predictions).events
    assert (counts.above, counts.compared) == (0.5 + 1 + 0 + 1, 4)
    assert counts.rank == 0.625


def test_counts_are_summed_over_articles_before_figures_are_computed():
    good, empty = compared(article(event()), found()).events, compared(article(event())).events
    assert (EventCounts.total([good, empty]).recall, EventCounts.total([good, empty]).articles) == (0.5, 2)
    assert EventCounts.total([]).f1 == 0.0


def test_error_lines_name_missed_and_spurious_events():
    evaluated = compared(article(*FOUR), found(), found(STRIKE, "2024-05"))
    assert evaluated.errors == (
        "a MISSED (found, with a wrong date) Miners went on strike 2025-05: Miners went on strike",
        "a MISSED A dam broke within 2025-08-01 to 2025-08-31: A dam broke",
        "a SPURIOUS 2024-05: Miners went on strike",
    )
