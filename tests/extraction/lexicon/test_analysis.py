"""Clitics are cut off, and only where the rest of the word may carry them."""

import pytest

from events.extraction.languages import load
from events.extraction.lexicon.analysis import lookup_of

ARABIC = [
    ("ووقعا", "وقع", ("join",)),
    ("وستقوم", "قام", ("join", "future")),
    ("سيلتقي", "التقى", ("future",)),
    ("بزيارة", "زيارة", ("noun",)),
    ("للقمة", "قمة", ("noun", "article")),
    ("وقصفتها", "قصف", ("join",)),
    ("لقائه", "لقاء", ()),
    ("أجراها", "أجرى", ()),
]


@pytest.mark.parametrize(("word", "lemma", "clitics"), ARABIC)
def test_word_is_found_without_its_clitics(word, lemma, clitics):
    language = load("ar")
    found = lookup_of(language).find(language.fold(word))
    assert lemma in {reading.lemma for reading in found.entries}
    assert found.before == clitics


@pytest.mark.parametrize("word", ["وزير", "وزارة", "واحد", "وكالة", "فريق", "منظمة", "والوزير"])
def test_words_that_only_look_like_verbs_have_no_verb_entry(word):
    language = load("ar")
    assert not any(reading.verb for reading in lookup_of(language).find(language.fold(word)).entries)
