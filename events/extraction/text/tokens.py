"""Cut a text into words, numbers and marks; spans are those of the text as given."""

from __future__ import annotations

import re
from operator import add

from events.extraction.text.folding import INVISIBLE, Folding
from events.extraction.text.marks import APOSTROPHE, CURLY_APOSTROPHE, IN_NUMBERS

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

_TOKEN = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}(?![{_LETTER}])"  # p.m., U.S.
    rf"|[{_LETTER}]+(?:[{INVISIBLE}]+[{_LETTER}]+)*(?:[{_APOSTROPHES}](?![sS](?![{_LETTER}]))[{_LETTER}]+)?"
    rf"|[{_DIGIT}]{{1,4}}-[{_DIGIT}]{{1,2}}-[{_DIGIT}]{{1,4}}(?:{_CLOCK})?(?![{_DIGIT}-])"  # 2015-09-01, 1-9-2015
    rf"|[{_DIGIT}]+(?:[{IN_NUMBERS}][{_DIGIT}]+)*"
    rf"|[{_APOSTROPHES}][sS](?![{_LETTER}])"
    rf"|[^\s{INVISIBLE}]"
)


def tokenise(body: str, folding: Folding) -> tuple[list[str], list[int], list[int]]:
    """Folded tokens, their starts and their ends in ``body``."""
    starts = [match.start() for match in _TOKEN.finditer(body)]
    texts = _TOKEN.findall(body)
    return folding.fold_all(texts), starts, list(map(add, starts, map(len, texts)))
