"""Counts that add up from article to article, and the figures made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Self


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers by name.  A child's fields are numbers with 0 as their default, so that nothing counts as zero."""

    def __add__(self, other: Self) -> Self:
        return type(self)(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    @classmethod
    def total(cls, rows: Iterable[Self]) -> Self:
        total = cls()
        for row in rows:
            total += row
        return total


def share(part: float, whole: float) -> float:
    """Part of the whole, between 0 and 1; 0 of nothing is 0."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of both (van Rijsbergen 1979), 0 where both are."""
    return share(2 * precision * recall, precision + recall)
