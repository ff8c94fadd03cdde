"""The cases of a language, time-cases*.tsv: texts with their time expressions in [ ] and what these mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from events.extraction.languages import Language

#: Written for "no EDTF" (durations, sets, the past).
NONE = "-"
#: A Monday.
USUAL_PUBLICATION = "2025-09-01"


@dataclass(frozen=True, slots=True)
class TimeCase:
    """One text.  ``values`` (TIMEX3), ``edtf`` and ``basis``: one for each [ ], or none where the text has no time."""

    UNIQUE = ("text",)
    text: str
    values: tuple[str, ...] = ()
    edtf: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    published: str = USUAL_PUBLICATION
    where: str = ""

    def faults(self) -> Iterator[str]:
        wanted = self.text.count("[")
        if len(self.values) != wanted:
            yield f"{wanted} expressions in [ ], but {len(self.values)} values"
        for name in ("edtf", "basis"):
            if getattr(self, name) and len(getattr(self, name)) != wanted:
                yield f"{wanted} expressions in [ ], but {len(getattr(self, name))} in “{name}”"

    @property
    def body(self) -> str:
        return self.text.replace("[", "").replace("]", "")

    @property
    def expressions(self) -> list[str]:
        """The texts in [ ]."""
        return [part.partition("]")[0] for part in self.text.split("[")[1:]]


def time_cases(language: Language) -> tuple[TimeCase, ...]:
    """All cases of the language."""
    return language.rows("time-cases", TimeCase)
