"""What an expression is resolved against: the publication date, the dates told before it, and the tense around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from events.edtf import EdtfDate
from events.extraction.text import Document
from events.extraction.types import Basis, TimexType


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means.  ``edtf`` None: no date; ``anchor``: the EDTF date it was counted from."""

    type: TimexType
    value: str
    edtf: str | None = None
    basis: Basis | None = None
    anchor: str | None = None
    confidence: float = 1.0
    by: tuple[str, ...] = ()  # what decided where the words leave it open: "tense-back", "nearest", "year-told" …


@dataclass(frozen=True, slots=True)
class Told:
    """A date told at token ``at``: its bounds, and whether the text gives its year."""

    at: int
    first: date
    last: date
    edtf: str
    has_year: bool

    @property
    def is_day(self) -> bool:
        return self.first == self.last


@dataclass(eq=False)
class Context:
    """``tense`` says of a token whether its clause lies ahead (+1), lies back (-1) or does not say (0);
    ``tense(at, within=5)`` asks the words near by only."""

    document: Document
    published: date
    tense: Callable[..., int]
    told: list[Told] = field(default_factory=list)

    def remember(self, at: int, resolved: Resolved, parsed: EdtfDate) -> None:
        """Keep a date for what refers to it later."""
        if resolved.basis != Basis.VAGUE and parsed.first and parsed.last:
            has_year = resolved.basis == Basis.EXPLICIT
            self.told.append(Told(at, parsed.first, parsed.last, parsed.text, has_year))

    def last_told(self, day: bool = False, until: date = date.max, fixed: int = 40) -> Told | None:
        """The date told last; ``day``: only days, ``until``: none after it.  Looks back ``fixed`` dates at most."""
        for told in reversed(self.told[-fixed:]):
            if (told.is_day or not day) and told.first <= until:
                return told
        return None

    def last_in_sentence(self, at: int) -> Told | None:
        """The date told last in the sentence of token ``at``."""
        if self.told and self.document.sentence_of[self.told[-1].at] == self.document.sentence_of[at]:
            return self.told[-1]
        return None
