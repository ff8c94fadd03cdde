"""Actors and places are named in the reader's language: as a text names them, or as CLDR names the country."""

import pytest

from events.models import Actor, Place


@pytest.mark.parametrize(
    ("row", "language", "name"),
    [
        (Actor(key="IRN", names={"en": "Tehran"}), "en", "Tehran"),
        (Actor(key="IRN", names={"en": "Iran"}), "ar", "إيران"),
        (Place(key="JO", names={"ar": "الأردن"}), "en", "Jordan"),
        (Actor(key="org:un", names={"en": "United Nations"}), "ar", "United Nations"),
        (Actor(key="QQQ", names={"en": "Nowhere"}), "ar", "Nowhere"),
        (Actor(key="person:nobody", names={}), "en", "person:nobody"),
    ],
)
def test_name_in_a_language_falls_back_to_cldr_then_other_languages(row, language, name):
    assert row.name_in(language) == name
