"""How short a word may be to be found without its clitics or by its ending."""

from dataclasses import replace

import pytest

from events.extraction.languages import load
from events.extraction.lexicon.analysis import lookup_of


def lemmas(word: str, code: str) -> set[str]:
    language = load(code)
    return {entry.lemma for entry in lookup_of(language).find(language.fold(word)).entries}


@pytest.mark.parametrize(("word", "lemma"), [("وشن", "شن"), ("شنها", "شن"), ("فضم", "ضم")])
def test_verb_of_two_letters_is_found_without_its_clitics(word, lemma):
    assert lemma in lemmas(word, "ar")


@pytest.mark.parametrize(("word", "found"), [("zested", {"zested"}), ("jibed", set())])
def test_unlisted_past_is_recognised_by_its_ending_from_six_letters_on(word, found):
    assert lemmas(word, "en") == found


def test_cache_of_words_holds_at_most_50_000():
    lookup = replace(lookup_of(load("en")))
    for number in range(51_000):
        lookup.find(f"zq{number}")
    assert len(lookup.remembered) == 50_000
