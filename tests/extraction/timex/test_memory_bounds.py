"""No text fills the memory or stretches the work: caches and matches are limited."""

import pytest

from events.extraction.languages import load
from events.extraction.languages.language import load_folder
from events.extraction.text import parse
from events.extraction.timex.recognition import encode, recognise
from events.extraction.timex.rulebook import read_rulebook
from events.extraction.timex.tense_lexicon import Tenses
from events.extraction.timex.token_codes import TokenCodes
from events.extraction.timex.values import edtf_of

LANGUAGE = '[[language]]\nname = "Test"\nscript = "LATIN"\nfunction_words = ["the"]\n\n'
LANGUAGE += '[TYPOLOGY]\nword_order = "SVO"\ncapitals_mark_names = true\narticles = "word"\n'
RULE = """[[rule]]
name = "ticks"
pattern = "{pattern}"
resolver = "vague"
fixed = ["ref=PAST_REF"]
match = ["[tick]"]
"""


@pytest.mark.parametrize("memory", [Tenses, lambda language: TokenCodes(language).codes], ids=["tenses", "codes"])
def test_caches_of_words_hold_at_most_50_000(memory):
    remembered = memory(load("en"))
    for number in range(51_000):
        remembered[f"zq{number}"]
    assert len(remembered) == 50_000


def test_cache_of_values_holds_at_most_4096():
    for year in range(1000, 6000):
        edtf_of(f"{year}")
    assert edtf_of.cache_info().currsize == 4096


@pytest.mark.parametrize(("words", "found"), [(30, 1), (31, 0)])
def test_expression_has_thirty_tokens_at_most(tmp_path, words, found):
    (tmp_path / "language.toml").write_text(LANGUAGE, encoding="utf-8")
    rule = RULE.format(pattern=" ".join(["tick"] * words))
    (tmp_path / "time-rules.toml").write_text(rule, encoding="utf-8")
    language = load_folder(tmp_path)
    book = read_rulebook(language)
    document = parse(" ".join(["tick"] * words), language)
    assert len(recognise(document, encode(document, book), book)) == found
