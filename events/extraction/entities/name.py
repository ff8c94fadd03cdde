"""A name in the text, and what it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from events.extraction.types import Actor, Place


class NameKind(StrEnum):
    COUNTRY = "country"  # the country, its demonym, or what speaks for it ("the Kremlin")
    CITY = "city"
    PLACE = "place"  # any other place: a river, an airport, a province
    ORGANISATION = "organisation"
    GROUP = "group"  # armed or political groups, peoples
    PERSON = "person"
    ROLE = "role"  # a person without a name ("the Russian foreign minister")
    OTHER = "other"  # a name of something


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens [first, last) of the document, its span in the body, and what it names.

    ``display`` is the name as the text tells it, a demonym's country in the text's language.  ``key`` is ISO 3166
    alpha-3 for countries, "geonames:524901" for cities, the shared key of a known organisation or group, and
    "person:…" for people (spelled in the language of the text, so it meets itself in that language only).
    ``country`` is the country that the name speaks for: its own for a country, the state of a capital.
    """

    first: int
    last: int
    start: int
    end: int
    kind: NameKind
    display: str
    key: str | None = None
    country: str | None = None
    demonym: bool = False

    @property
    def locates(self) -> bool:
        """Can something take place there?"""
        return not self.demonym and self.kind in (NameKind.CITY, NameKind.PLACE, NameKind.COUNTRY)

    def as_actor(self, role: str = "actor") -> Actor:
        """Who acts: "Moscow" is Russia's key here."""
        return Actor(self.display, self.country or self.key, role)

    def as_place(self) -> Place:
        return Place(self.display, self.key)
