"""Keep the direction marks in a quoted text from affecting the text around it.

On a page ``<bdi>`` does this.  Tables, feeds and calendars have no such element, so every embedding, override or
isolate that a text opens is closed at its end, and marks that would close something outside the text are dropped
(Unicode Standard Annex 9, section 3.3.2).
"""

from __future__ import annotations

import re

_POP_DIRECTION, _POP_ISOLATE = "\u202c", "\u2069"
_EMBEDDINGS, _ISOLATES = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
_MARK = re.compile("[\u202a-\u202e\u2066-\u2069]")
# A paragraph separator closes everything that is open; these are the characters of bidirectional class B.
_PARAGRAPHS = re.compile(r"([\n\r\x1c-\x1e\x85\u2029])")


def closed(text: str) -> str:
    """Return the text with every direction mark closed in its own paragraph, and stray closing marks dropped."""
    if not _MARK.search(text):
        return text
    return "".join(part if _PARAGRAPHS.fullmatch(part) else _closed_line(part) for part in _PARAGRAPHS.split(text))


def _closed_line(line: str) -> str:
    written: list[str] = []
    open_: list[str] = []  # for each open mark the character that closes it, the innermost last
    for character in line:
        if character in _EMBEDDINGS:
            open_.append(_POP_DIRECTION)
        elif character in _ISOLATES:
            open_.append(_POP_ISOLATE)
        elif character == _POP_DIRECTION:
            if not open_ or open_[-1] != _POP_DIRECTION:
                continue  # it closes nothing that this text opened
            open_.pop()
        elif character == _POP_ISOLATE:
            if _POP_ISOLATE not in open_:
                continue
            while open_.pop() != _POP_ISOLATE:
                pass  # closing an isolate also closes the embeddings inside it
        written.append(character)
    return "".join([*written, *reversed(open_)])
