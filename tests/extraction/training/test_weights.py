"""Learning weights from examples."""

import pytest

from events.extraction.scoring.model import probability
from events.extraction.training.weights import logistic

ALWAYS = {"bias": 1.0}


def test_feature_of_right_examples_is_positive_and_of_wrong_ones_negative():
    weights = logistic([({**ALWAYS, "named": 1.0}, True), ({**ALWAYS, "vague": 1.0}, False)] * 20)
    assert weights["named"] > 0 > weights["vague"]
    assert weights["named"] == pytest.approx(-weights["vague"])
    assert probability(weights, {**ALWAYS, "named": 1.0}) > 0.8
    assert probability(weights, {**ALWAYS, "vague": 1.0}) < 0.2


def test_bias_alone_learns_the_share_of_right_examples():
    weights = logistic([(ALWAYS, True)] * 3 + [(ALWAYS, False)])
    assert probability(weights, ALWAYS) == pytest.approx(0.75, abs=0.001)


def test_regularisation_shrinks_weights_but_not_the_bias():
    weights = logistic([({"bias": 1.0, "twin": 1.0}, True)] * 10)
    assert 0 < weights["twin"] < weights["bias"]


def test_same_examples_give_the_same_weights():
    examples = [({**ALWAYS, f"feature {number % 7}": number / 50}, number % 3 == 0) for number in range(50)]
    assert logistic(examples) == logistic(list(examples))


def test_unseen_feature_does_not_change_the_probability():
    assert probability({"bias": 0.0}, {"bias": 1.0, "new": 1.0}) == 0.5
