"""Two questions about an event, two numbers: is it right (confidence), does it matter (salience)?

Both are logistic: a weighted sum of features, each a plain fact that a person can check.  The weights stand in
``weights.toml`` beside this file; `python -m events.extraction.training` makes them from annotated articles,
and says under ``[learned]`` from which.
"""

from __future__ import annotations

import functools
import math
import tomllib
from pathlib import Path

from events.extraction.coreference.cluster import Cluster

Features = dict[str, float]
#: What counts in full: more of it says no more.  Events that share one time, the distance of a time (in the barriers of
#: temporal_linking), mentions after the first, sentences from the beginning, names.
_SHARING, _DISTANT, _RETOLD, _LATE, _NAMES = 3, 12.0, 4, 12, 3
WEIGHTS = Path(__file__).with_name("weights.toml")


def features(cluster: Cluster, *, title_words: set[str], future: bool) -> Features:
    """What is known about an event; every value lies between 0 and 1."""
    lead = cluster.lead
    trigger, content_trigger = lead.trigger, lead.content_trigger
    mentions = len(cluster.candidates)
    overlap = len(title_words & cluster.words) / len(title_words) if title_words else 0.0
    return {
        "bias": 1.0,
        f"via {lead.dating.via}": 1.0,
        f"basis {lead.dating.basis}": 1.0,
        f"type {lead.type}": 1.0,
        f"standing {content_trigger.entry.standing}": 1.0,
        f"shape {trigger.entry.shape}": 1.0,
        f"mood {lead.mood}": 1.0,
        f"mood {lead.mood} via {lead.dating.via}": 1.0,
        f"{trigger.entry.shape} via {lead.dating.via}": 1.0,
        "owns its time": float(lead.owner),
        "shares its time": min(lead.sharing, _SHARING) / _SHARING,
        "quoted": float(lead.quoted),
        "finite": float(trigger.finite),
        "light": float(lead.companion is not None),
        "distance": min(lead.dating.cost, _DISTANT) / _DISTANT,
        "told again": min(mentions - 1, _RETOLD) / _RETOLD,
        "early": 1.0 - min(min(c.sentence for c in cluster.candidates), _LATE) / _LATE,
        "first sentence": float(any(c.sentence == 0 for c in cluster.candidates)),
        "in the title": overlap,
        "named": min(len(cluster.keys), _NAMES) / _NAMES,
        "future": float(future),
    }


def confidence(known: Features) -> float:
    return probability(_weights()["confidence"], known)


def salience(known: Features) -> float:
    return probability(_weights()["salience"], known)


def probability(weights: Features, known: Features) -> float:
    """How likely the answer is yes, between 0 and 1; a feature without a weight says nothing."""
    return 1.0 / (1.0 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in known.items())))


def worth(sure: float, matters: float) -> float:
    """How much an event adds to a timeline: the chance that it matters against the chance that it is wrong."""
    return matters / (matters + 1.0 - sure) if matters else 0.0


def shown(sure: float, matters: float, language: str) -> bool:
    """Would an editor rather have it than not?  The bar is the language's own, where articles in it were annotated."""
    bars = _weights()["show"]
    return worth(sure, matters) >= float(bars.get(language, bars["worth"]))


@functools.cache
def _weights() -> dict[str, dict[str, float]]:
    return tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
