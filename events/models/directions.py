"""Text of others in formats that have no elements: a direction that it opens ends with it.

On a page ``<bdi>`` keeps an article's words from turning the words around them; in a table, a feed or a calendar
nothing does, so what a text opens (an embedding, an override, an isolate) is closed at its end, and a mark that would
close what others opened is left out.  Unicode Standard Annex 9, 3.3.2.
"""

from __future__ import annotations

import re

_POP_DIRECTION, _POP_ISOLATE = "\u202c", "\u2069"
_EMBEDDINGS, _ISOLATES = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
_MARK = re.compile("[\u202a-\u202e\u2066-\u2069]")
# A paragraph's end closes everything; these are the separators of type B.
_PARAGRAPHS = re.compile(r"([\n\r\x1c-\x1e\x85\u2029])")


def closed(text: str) -> str:
    """The same text, in each paragraph of which every direction that is opened is closed, and no other."""
    if not _MARK.search(text):
        return text
    return "".join(part if _PARAGRAPHS.fullmatch(part) else _closed_line(part) for part in _PARAGRAPHS.split(text))


def _closed_line(line: str) -> str:
    written: list[str] = []
    open_: list[str] = []  # what closes them, the innermost last
    for character in line:
        if character in _EMBEDDINGS:
            open_.append(_POP_DIRECTION)
        elif character in _ISOLATES:
            open_.append(_POP_ISOLATE)
        elif character == _POP_DIRECTION:
            if not open_ or open_[-1] != _POP_DIRECTION:
                continue  # closes nothing of this text
            open_.pop()
        elif character == _POP_ISOLATE:
            if _POP_ISOLATE not in open_:
                continue
            while open_.pop() != _POP_ISOLATE:
                pass  # embeddings within the isolate end with it
        written.append(character)
    return "".join([*written, *reversed(open_)])
