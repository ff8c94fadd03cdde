"""The gazetteer of a language: made once, from data packages and the language's folder."""

from __future__ import annotations

from events.extraction.entities.cities import add_cities, add_states
from events.extraction.entities.countries import add_capitals, add_countries, add_seats
from events.extraction.entities.gazetteer import Entry, Gazetteer
from events.extraction.entities.name import NameKind
from events.extraction.languages import Language

_KINDS = {"organisation": NameKind.ORGANISATION, "group": NameKind.GROUP, "region": NameKind.PLACE}


def known_names(language: Language) -> Gazetteer:
    """The known names of the language; where two things share a name, the order below decides."""
    gazetteer: Gazetteer = language.cached("entities.gazetteer", _gather)
    return gazetteer


def _gather(language: Language) -> Gazetteer:
    gazetteer = Gazetteer(language)
    add_countries(gazetteer, language)
    _add_organisations(gazetteer, language)
    add_seats(gazetteer, language)
    add_capitals(gazetteer, language)
    add_states(gazetteer, language)
    add_cities(gazetteer, language)
    return gazetteer


def _add_organisations(gazetteer: Gazetteer, language: Language) -> None:
    for row in language.lexicon("entities/organisations"):
        if row.table not in _KINDS:
            raise language.fault(row.where, f"unknown table “{row.table}”; known are {', '.join(_KINDS)}")
        gazetteer.add(row.forms, Entry(_KINDS[row.table], row.value, None, ""))
