"""Actors and places are named in the reader's language: as a text told it, or as the country is called."""

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
def test_the_name_in_a_language(row, language, name):
    assert row.name_in(language) == name
