"""Is confidence honest: of the events shown at 0.8, are eight in ten right?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from events.extraction.evaluation.counts import Counts, share
from events.extraction.evaluation.matching import Matching
from events.extraction.evaluation.predictions import PredictedEvent

_BINS = 10


@dataclass(frozen=True, slots=True)
class Bin(Counts):
    """The predictions of one tenth of confidence: how many, how many hit an event (core or optional), and the sum of
    their confidence."""

    events: int = 0
    right: int = 0
    confidence: float = 0.0


Bins = tuple[Bin, ...]
NO_BINS: Bins = (Bin(),) * _BINS


def count_confidence(predicted: Sequence[PredictedEvent], matching: Matching) -> Bins:
    """Ten bins: 0 to 0.1, 0.1 to 0.2 and so on."""
    return bins_of((event.confidence, matching.hit(place)) for place, event in enumerate(predicted))


def bins_of(judged: Iterable[tuple[float, bool]]) -> Bins:
    """Ten bins of pairs: the confidence and whether it was right."""
    bins = list(NO_BINS)
    for confidence, right in judged:
        at = min(int(confidence * _BINS), _BINS - 1)
        bins[at] += Bin(1, int(right), confidence)
    return tuple(bins)


def total_bins(rows: Iterable[Bins]) -> Bins:
    return tuple(Bin.total(column) for column in zip(*rows, strict=True)) or NO_BINS


def calibration_error(bins: Bins) -> float:
    """The expected calibration error (Naeini, Cooper and Hauskrecht 2015): how far the share of right events lies from
    the mean confidence, bin by bin, weighted by the number of events."""
    return share(sum(abs(one.right - one.confidence) for one in bins), sum(one.events for one in bins))
