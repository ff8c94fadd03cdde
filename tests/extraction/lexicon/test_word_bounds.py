"""How short a word may be that is found without its clitics or known by its ending."""

from dataclasses import replace

import pytest

from events.extraction.languages import load
from events.extraction.lexicon.analysis import lookup_of


def lemmas(word: str, code: str) -> set[str]:
    language = load(code)
    return {entry.lemma for entry in lookup_of(language).find(language.fold(word)).entries}


@pytest.mark.parametrize(("word", "lemma"), [("وشن", "شن"), ("شنها", "شن"), ("فضم", "ضم")])
def test_a_verb_of_two_letters_is_found_without_its_clitics(word, lemma):
    assert lemma in lemmas(word, "ar")


@pytest.mark.parametrize(("word", "found"), [("zested", {"zested"}), ("jibed", set())])
def test_a_past_that_no_list_holds_is_known_by_its_ending_from_six_letters_on(word, found):
    assert lemmas(word, "en") == found


def test_fifty_thousand_different_words_are_remembered_and_no_more():
    lookup = replace(lookup_of(load("en")))
    for number in range(51_000):
        lookup.find(f"zq{number}")
    assert len(lookup.remembered) == 50_000
