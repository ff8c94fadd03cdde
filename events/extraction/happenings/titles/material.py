"""What titles are made of: one document as the rooms before have read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from events.extraction.happenings.clauses.wording import Wording
from events.extraction.happenings.triggers.trigger import Trigger
from events.extraction.happenings.words.vocabulary import Vocabulary
from events.extraction.names import Name
from events.extraction.text import Document


class Material(NamedTuple):
    """The document with its language's words, the stretches around its triggers, the triggers and the names."""

    document: Document
    vocabulary: Vocabulary
    wording: Wording
    triggers: Sequence[Trigger]
    names: Sequence[Name]
