"""Cut a text into words, numbers and marks; spans are those of the text as given."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import add
from typing import TYPE_CHECKING

from events.extraction.text.folding import INVISIBLE
from events.extraction.text.marks import APOSTROPHE, CURLY_APOSTROPHE, IN_NUMBERS

if TYPE_CHECKING:
    from events.extraction.languages import Language

# Letters and the marks that may follow them, as ranges: what `re` scans fastest.  Left out are digits, punctuation and
# symbols of the scripts that news is written in.
_LETTER = (
    "A-Za-zªµºÀ-ÖØ-öø-ʹʻ-\u037d\u037f-\u05bd\u05bf\u05c1\u05c2\u05d0-\u05f2\u0610-\u061a\u0620-\u065f\u066e-\u06d3"
    "\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u1fff\u2c00-\u2dff\u3005-\u3007\u3031-\ud7ff"
    "\uf900-\ufd3d\ufd40-\ufdff\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc"
    "\U00010000-\U0001efff\U00020000-\U0003ffff"
)
_APOSTROPHES = APOSTROPHE + CURLY_APOSTROPHE
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_CLOCK = f"[Tt][{_DIGIT}]{{2}}:[{_DIGIT}]{{2}}(?::[{_DIGIT}]{{2}})?(?:[Zz]|[+-][{_DIGIT}]{{2}}:?[{_DIGIT}]{{2}})?"


def token_pattern(endings_apart: Iterable[str] = ()) -> re.Pattern[str]:
    """What a token is, given the endings that are one of their own, each with its apostrophe ("today", "'s")."""
    letters = "|".join(re.escape(ending.removeprefix(APOSTROPHE)) for ending in endings_apart)
    ending = f"(?i:{letters})(?![{_LETTER}])" if letters else "(?!)"
    return re.compile(
        rf"(?:[A-Za-z]\.){{2,}}(?![{_LETTER}])"  # p.m., U.S.
        rf"|[{_LETTER}]+(?:[{INVISIBLE}]+[{_LETTER}]+)*(?:[{_APOSTROPHES}](?!{ending})[{_LETTER}]+)?"
        rf"|[{_DIGIT}]{{1,4}}-[{_DIGIT}]{{1,2}}-[{_DIGIT}]{{1,4}}(?:{_CLOCK})?(?![{_DIGIT}-])"  # 2015-09-01, 1-9-2015
        rf"|[{_DIGIT}]+(?:[{IN_NUMBERS}][{_DIGIT}]+)*"
        rf"|[{_APOSTROPHES}]{ending}"
        rf"|[^\s{INVISIBLE}]"
    )


def tokenise(body: str, language: Language) -> tuple[list[str], list[int], list[int]]:
    """Folded tokens, their starts and their ends in ``body``."""
    starts = [match.start() for match in language.token.finditer(body)]
    texts = language.token.findall(body)
    return language.folding.fold_all(texts), starts, list(map(add, starts, map(len, texts)))
