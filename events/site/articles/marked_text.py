"""An article's text cut into the pieces that a page can mark: mentions of events and time expressions.  Pure Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A mention: a half-open span of the text, and the event's number on the page."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression: its span and the date that it stands for, in words."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in which nothing starts or ends."""

    text: str
    events: tuple[int, ...] = ()
    date: str = ""
    begins: int | None = None  # where in the body, if a mention starts here: a target of links
    ends: tuple[int, ...] = ()  # numbers of the events whose mention ends here


def paragraphs(body: str, told: Iterable[MarkedSpan], dated: Iterable[Dated]) -> list[list[Piece]]:
    """The text's paragraphs (blank lines left out), each as its pieces in order.

    Mentions may overlap; a piece then belongs to several events.  A mention that crosses paragraphs is
    marked in each of them.
    """
    mentions, times = list(told), list(dated)
    return [_pieces(body, start, end, mentions, times) for start, end in _lines(body)]


def _lines(body: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in body.splitlines(keepends=True):
        text = line.strip()
        if text:
            start = at + line.index(text)
            yield start, start + len(text)
        at += len(line)


def _pieces(body: str, start: int, end: int, told: list[MarkedSpan], dated: list[Dated]) -> list[Piece]:
    spans: list[MarkedSpan | Dated] = [*told, *dated]
    edges = {start, end} | {edge for span in spans for edge in (span.start, span.end) if start < edge < end}
    cuts = sorted(edges)
    return [_piece(body, left, right, end, told, dated) for left, right in pairwise(cuts)]


def _piece(body: str, left: int, right: int, line_end: int, told: list[MarkedSpan], dated: list[Dated]) -> Piece:
    inside = [mention for mention in told if mention.start <= left and right <= mention.end]
    return Piece(
        text=body[left:right],
        events=tuple(sorted({mention.number for mention in inside})),
        date=next((time.words for time in dated if time.start <= left and right <= time.end), ""),
        begins=left if any(mention.start == left for mention in inside) else None,
        ends=tuple(sorted({m.number for m in inside if m.end == right or (m.end > line_end and right == line_end)})),
    )
