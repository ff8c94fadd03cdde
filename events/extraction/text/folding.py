"""Spelling differences that mean nothing: which characters are dropped, and which stand for another.

Folding works on single tokens, and tokens keep their span in the text as given; that is the offset map, exact and
free of charge.  Only where a rule splits a token (a proclitic) must an offset inside it be found: :meth:`Folding.skip`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from events.extraction.text.marks import LOOKALIKES

#: Never seen, never meant: soft hyphen, zero-width characters, direction marks, byte order mark.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"

_COMMON = LOOKALIKES | {"\xa0": " "}
_PRESENTATION = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\uff01-\uff5e\ufb00-\ufb06]")
#: The zero of each row of ten figures that count as ours: Arabic-Indic and Persian.
_ZEROS, _FIGURES = "٠۰", 10
_RANGE = len("a-b")
_SEPARATOR = "\n"


class Folding:
    """One language's folding.  ``replace`` maps letters to a letter, ``drop`` lists characters (ranges "a-b")."""

    def __init__(self, replace: Mapping[str, str] | None = None, drop: Iterable[str] = ()) -> None:
        table: dict[int, str | None] = {ord(old): new for old, new in _COMMON.items()}
        for zero in _ZEROS:
            table |= {ord(zero) + digit: str(digit) for digit in range(_FIGURES)}
        table |= {ord(old): new for olds, new in (replace or {}).items() for old in olds}
        for characters in (code_points(INVISIBLE), *map(code_points, drop)):
            table |= dict.fromkeys(characters)
        self._table = table

    def fold(self, text: str) -> str:
        """The text in its folded spelling; its length may differ."""
        if _PRESENTATION.search(text):
            text = _PRESENTATION.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
        return text.translate(self._table).lower()

    def fold_all(self, texts: list[str]) -> list[str]:
        """Fold many texts at the price of one; none may hold a line feed."""
        return self.fold(_SEPARATOR.join(texts)).split(_SEPARATOR) if texts else []

    def skip(self, text: str, letters: int) -> int:
        """How many characters of ``text`` make its first ``letters`` folded letters, with the marks behind them."""
        if letters <= 0:
            return 0
        position = 0
        while position < len(text) and letters > 0:
            letters -= len(self.fold(text[position]))
            position += 1
        while position < len(text) and not self.fold(text[position]):
            position += 1
        return position


def code_points(characters: str) -> list[int]:
    """Expand "a-b" in a list of characters."""
    points: list[int] = []
    position = 0
    while position < len(characters):
        if characters[position + 1 : position + 2] == "-" and position + 2 < len(characters):
            points += range(ord(characters[position]), ord(characters[position + 2]) + 1)
            position += _RANGE
        else:
            points.append(ord(characters[position]))
            position += 1
    return points
