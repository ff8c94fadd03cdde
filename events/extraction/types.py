"""What the engine gives back: the words of the trade as plain, immutable values.

Spans are half-open offsets in code points of the body exactly as it was pasted:
``body[span.start:span.end]`` is the text, always.  Dates are EDTF strings (ISO 8601-2,
level 1; see ``events.edtf``).  Confidence (is it right?) and salience (does it matter?)
run from 0 to 1 and are never the same number.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Basis(StrEnum):
    """Why a date is what it is."""

    EXPLICIT = "explicit"  # the text says the whole date ("1 September 2025")
    RELATIVE = "relative"  # counted from the publication date ("on Monday", "ten years ago")
    ANAPHORIC = "anaphoric"  # counted from another date in the text ("the following day")
    VAGUE = "vague"  # a window, not a date ("recently", "in the coming days")
    PUBLICATION = "publication"  # the news itself, told without a date


class Status(StrEnum):
    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"


class TimexType(StrEnum):
    """TIMEX3's four types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


#: PLOVER's sixteen event types, then the extensions for news that none of them fits.
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "REJECT", "ACCUSE", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "ELECT", "LEGISLATE", "APPOINT", "DISASTER", "DEATH", "ECONOMY", "LAUNCH", "STATEMENT", "OTHER",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: where it stands, what it means and which rules say so.

    ``value`` is TIMEX3's; ``edtf`` is None for sets, and for durations that neither begin nor end now.
    ``anchor`` is the date (EDTF) the expression was resolved against, None for explicit ones.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    edtf: str | None
    basis: Basis | None
    anchor: str | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who took part, as the text names them; ``key`` is language-independent ("RUS") where known."""

    name: str
    key: str | None
    role: str = "actor"  # "actor" or "target"


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    key: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an event: the clause, its trigger's rules and the index of its time expression."""

    start: int
    end: int
    text: str
    time: int | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExtractedEvent:
    """One event of the article, however often it is told."""

    title: str
    date: str
    start: str  # first day, ISO 8601; "" where the interval is open
    end: str  # last day, ISO 8601; "" where the interval is open
    precision: str
    basis: Basis
    anchor: str | None
    type: str
    status: Status
    confidence: float
    salience: float
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the engine read in one article."""

    language: str
    events: tuple[ExtractedEvent, ...] = ()
    timexes: tuple[Timex, ...] = field(default=())


class ExtractionError(ValueError):
    """The engine cannot read this article.

    ``code`` is stable, ``values`` are what its sentence names in any language; the message is in English, for the
    command line.
    """

    code = "other"

    def __init__(self, message: str, *, code: str = "", **values: str) -> None:
        super().__init__(message)
        self.code, self.values = code or self.code, values or {"words": message}


class UnsupportedLanguage(ExtractionError):  # noqa: N818  (its base says that it is an error)
    """The article is in a language that has no folder."""

    code = "unsupported_language"
