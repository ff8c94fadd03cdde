"""Weights of the features from examples, by logistic regression."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from events.extraction.scoring.model import Features
from events.extraction.training.examples import JudgedArticle

_STEPS, _RATE = 400, 4.0  # how often the weights are moved, and how far at first
_SLOWING = 100  # after so many steps they are moved half as far
_DECAY = 0.008  # how strongly each is held at zero


@dataclass(frozen=True, slots=True)
class Weights:
    """Of each question, feature by feature: is the event right (confidence), does it matter (salience)?"""

    confidence: Features
    salience: Features


def learn(articles: Sequence[JudgedArticle]) -> Weights:
    examples = [example for one in articles for example in one.examples]
    return Weights(
        confidence=logistic([(example.features, example.right) for example in examples]),
        salience=logistic([(example.features, example.core) for example in examples]),
    )


def logistic(examples: Sequence[tuple[Features, bool]]) -> Features:
    """Weights that make the answers likely: gradient descent on the mean log loss with quadratic decay of all weights
    but the bias.  The same examples in the same order give the same weights."""
    weights = dict.fromkeys(sorted({name for known, _ in examples for name in known}), 0.0)
    rows = [(list(known.items()), float(answer)) for known, answer in examples]
    for step in range(_STEPS):
        gradient = dict.fromkeys(weights, 0.0)
        for known, answer in rows:
            error = 1.0 / (1.0 + math.exp(-sum(weights[name] * value for name, value in known))) - answer
            for name, value in known:
                gradient[name] += error * value
        rate = _RATE / (1 + step / _SLOWING)
        for name in weights:
            weights[name] -= rate * (gradient[name] / len(rows) + _DECAY * weights[name] * (name != "bias"))
    return weights
