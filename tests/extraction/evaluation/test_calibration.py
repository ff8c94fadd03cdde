"""Calibration: whether confidence is as often right as it says."""

import pytest

from events.extraction.evaluation.calibration import bins_of, calibration_error, total_bins
from tests.extraction.evaluation.articles import DIED, article, compared, event, found


def test_each_bin_counts_its_events_and_the_right_ones():
    bins = bins_of([(0.05, False), (0.75, True), (0.79, False), (1.0, True)])
    assert [(place, one.events, one.right) for place, one in enumerate(bins) if one.events] == [
        (0, 1, 0), (7, 2, 1), (9, 1, 1),
    ]  # fmt: skip


def test_calibration_error_is_the_mean_distance_of_confidence_and_truth():
    bins = bins_of([(0.9, True), (0.9, False), (0.5, True), (0.5, False)])
    assert calibration_error(bins) == pytest.approx((abs(1 - 1.8) + abs(1 - 1.0)) / 4)
    assert calibration_error(total_bins([])) == 0.0


def test_hit_of_an_optional_event_counts_as_right():
    evaluated = compared(article(event(), event(DIED, core=False)), found(), found(DIED), found("port opened"))
    assert [(one.events, one.right) for one in evaluated.confidence if one.events] == [(3, 2)]


def test_bins_of_several_articles_are_summed():
    total = total_bins([bins_of([(0.9, True)]), bins_of([(0.95, False)])])
    assert (total[9].events, total[9].right) == (2, 1)
