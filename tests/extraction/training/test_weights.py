"""Weights from examples."""

import pytest

from events.extraction.scoring.model import probability
from events.extraction.training.weights import logistic

ALWAYS = {"bias": 1.0}


def test_a_feature_of_right_ones_weighs_up_and_one_of_wrong_ones_down():
    weights = logistic([({**ALWAYS, "named": 1.0}, True), ({**ALWAYS, "vague": 1.0}, False)] * 20)
    assert weights["named"] > 0 > weights["vague"]
    assert weights["named"] == pytest.approx(-weights["vague"])
    assert probability(weights, {**ALWAYS, "named": 1.0}) > 0.8
    assert probability(weights, {**ALWAYS, "vague": 1.0}) < 0.2


def test_the_bias_alone_learns_how_many_are_right():
    weights = logistic([(ALWAYS, True)] * 3 + [(ALWAYS, False)])
    assert probability(weights, ALWAYS) == pytest.approx(0.75, abs=0.001)


def test_a_weight_is_held_at_zero_but_the_bias_is_not():
    weights = logistic([({"bias": 1.0, "twin": 1.0}, True)] * 10)
    assert 0 < weights["twin"] < weights["bias"]


def test_the_same_examples_give_the_same_weights():
    examples = [({**ALWAYS, f"feature {number % 7}": number / 50}, number % 3 == 0) for number in range(50)]
    assert logistic(examples) == logistic(list(examples))


def test_a_feature_that_was_never_seen_says_nothing():
    assert probability({"bias": 0.0}, {"bias": 1.0, "new": 1.0}) == 0.5
