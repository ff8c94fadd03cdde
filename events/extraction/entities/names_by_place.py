"""The names of a document where they stand, for rooms that ask which of them lie in a stretch of text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from events.extraction.entities.name import Name


class NamesByPlace:
    """The names of a document by the token they begin at."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = sorted(names, key=lambda name: name.first)
        self._starts = [name.first for name in self._names]

    def __iter__(self) -> Iterator[Name]:
        return iter(self._names)

    def within(self, first: int, last: int) -> Sequence[Name]:
        """Those that begin in tokens [first, last)."""
        return self._names[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
