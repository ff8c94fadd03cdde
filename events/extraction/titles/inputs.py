"""What titles are made of: one document as the rooms before have read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from events.extraction.clauses.extents import Extents
from events.extraction.entities import Name
from events.extraction.lexicon.entries import EventLexicon
from events.extraction.text import Document
from events.extraction.triggers.trigger import Trigger


class Material(NamedTuple):
    """The document with its language's words, the stretches around its triggers, the triggers and the names."""

    document: Document
    lexicon: EventLexicon
    wording: Extents
    triggers: Sequence[Trigger]
    names: Sequence[Name]
