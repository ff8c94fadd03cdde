"""Splitting an article's text into pieces, at the edges of mentions and time expressions.  Pure Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A mention: its half-open span in code points, and its event's number on the page."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression: its half-open span in code points, and its date in words."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in which no mention and no time expression starts or ends.

    ``events`` are the numbers of the events whose mentions cover it, ``date`` is the date of its time expression or "".
    """

    text: str
    events: tuple[int, ...] = ()
    date: str = ""
    begins: int | None = None  # its offset in the body, if a mention starts here, as a target of links
    ends: tuple[int, ...] = ()  # numbers of the events whose mentions end here


def paragraphs(body: str, mentions: Iterable[MarkedSpan], dated: Iterable[Dated]) -> list[list[Piece]]:
    """The paragraphs of the text, without blank lines, each as a list of pieces.

    Mentions may overlap; a piece then belongs to several events.  A mention that extends over several paragraphs is
    marked in each of them.
    """
    spans, times = list(mentions), list(dated)
    return [_pieces(body, start, end, spans, times) for start, end in _lines(body)]


def _lines(body: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in body.splitlines(keepends=True):
        text = line.strip()
        if text:
            start = at + line.index(text)
            yield start, start + len(text)
        at += len(line)


def _pieces(body: str, start: int, end: int, mentions: list[MarkedSpan], dated: list[Dated]) -> list[Piece]:
    spans: list[MarkedSpan | Dated] = [*mentions, *dated]
    edges = {start, end} | {edge for span in spans for edge in (span.start, span.end) if start < edge < end}
    cuts = sorted(edges)
    return [_piece(body, left, right, end, mentions, dated) for left, right in pairwise(cuts)]


def _piece(body: str, left: int, right: int, line_end: int, mentions: list[MarkedSpan], dated: list[Dated]) -> Piece:
    inside = [mention for mention in mentions if mention.start <= left and right <= mention.end]
    return Piece(
        text=body[left:right],
        events=tuple(sorted({mention.number for mention in inside})),
        date=next((time.words for time in dated if time.start <= left and right <= time.end), ""),
        begins=left if any(mention.start == left for mention in inside) else None,
        ends=tuple(sorted({m.number for m in inside if m.end == right or (m.end > line_end and right == line_end)})),
    )
