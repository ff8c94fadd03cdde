"""All time expressions of a document, resolved in text order so that each can refer to those before it."""

from __future__ import annotations

from datetime import date

from events.edtf import EdtfError, parse
from events.extraction.text import Document
from events.extraction.times.context import Context, Resolved
from events.extraction.times.examples import checked_rulebook
from events.extraction.times.inherit import inherit_years
from events.extraction.times.meanings import MEANINGS
from events.extraction.times.recognise import Found, encode, recognise
from events.extraction.times.rulebook import Rulebook
from events.extraction.times.tense import TenseReader
from events.extraction.types import Timex


def find_timexes(document: Document, published: date) -> tuple[Timex, ...]:
    """All time expressions, in text order, never overlapping."""
    book: Rulebook = document.language.cached("rulebook", checked_rulebook)
    found = recognise(document, encode(document, book), book)
    inherit_years(found, document)
    context = Context(document, published, TenseReader(document).tense_at)
    timexes = []
    for one in found:
        resolved = _resolve(one, context)
        if resolved is not None:
            timexes.append(_timex(one, resolved, document))
    return tuple(timexes)


def _resolve(found: Found, context: Context) -> Resolved | None:
    """What the match means; None for what no calendar has (30 February, the year 0)."""
    try:
        resolved = MEANINGS[found.rule.meaning](found.parts, found.first, context)
        if resolved is not None and resolved.edtf is not None:
            context.remember(found.first, resolved, parse(resolved.edtf))
    except (OverflowError, EdtfError):
        return None
    return resolved


def _timex(found: Found, resolved: Resolved, document: Document) -> Timex:
    return Timex(
        found.start, found.end, document.body[found.start : found.end],
        resolved.type, resolved.value, resolved.edtf, resolved.basis, resolved.anchor,
        (found.rule.name, *resolved.by), resolved.confidence,
    )  # fmt: skip
