"""How many small words hold a name together."""

import pytest

from events.extraction.entities import find_names
from events.extraction.languages import load
from events.extraction.text import parse


def displays(text: str) -> list[str]:
    language = load("en")
    return [name.display for name in find_names(parse(text, language), language)]


@pytest.mark.parametrize("small", ["van", "van der", "van der de"])
def test_up_to_three_small_words_stand_inside_a_name(small):
    assert displays(f"They met Foldar {small} Goldar again.") == [f"Foldar {small} Goldar"]


def test_four_small_words_part_two_names():
    assert displays("They met Foldar van der de la Goldar again.") == ["Foldar", "Goldar"]


@pytest.mark.parametrize("title", ["Mayor", "Prime Minister", "Secretary of State"])
def test_city_behind_a_title_of_up_to_three_words_is_a_name_of_its_own(title):
    assert "London" in displays(f"They met the {title} of London Boris Foldar again.")
