"""A quote with the words around it, from the same paragraph, cut between words.  Pure Python."""

from __future__ import annotations

from dataclasses import dataclass

#: The most context on each side, in code points.
ROOM = 160


@dataclass(frozen=True, slots=True)
class Quotation:
    before: str
    text: str
    after: str


def quotation(body: str, start: int, end: int, room: int = ROOM) -> Quotation:
    """``body[start:end]``, with up to ``room`` code points of the same paragraph on either side."""
    paragraph_start = body.rfind("\n", 0, start) + 1
    paragraph_end = body.find("\n", end)
    paragraph_end = len(body) if paragraph_end == -1 else paragraph_end
    before, after = body[paragraph_start:start], body[end:paragraph_end]
    return Quotation(_tail(before, room), body[start:end], _head(after, room))


def _tail(text: str, room: int) -> str:
    text = text.lstrip()
    if len(text) <= room:
        return text
    _, _, kept = text[-room:].partition(" ")
    return f"… {kept}"


def _head(text: str, room: int) -> str:
    text = text.rstrip()
    if len(text) <= room:
        return text
    kept, _, _ = text[:room].rpartition(" ")
    return f"{kept} …"
