"""Faulty language data are refused with file and line."""

from dataclasses import dataclass
from typing import ClassVar

import pytest

from events.extraction.languages import LanguageError, available, load
from events.extraction.languages.language import load_folder
from events.extraction.timex.rule_examples import checked_rulebook

FIRST_FACTS = """[[language]]
name = "Test"
script = "LATIN"
function_words = ["the"]
foreign_in_data = "یک"

[TYPOLOGY]
word_order = "SVO"
capitals_mark_names = true
articles = "word"
"""


@dataclass(frozen=True, slots=True)
class Fruit:
    UNIQUE: ClassVar[tuple[str, ...]] = ("names",)
    names: tuple[str, ...]
    weight: float = 1.0
    where: str = ""


@pytest.fixture
def folder(tmp_path):
    """Writes files into a language's folder and loads it."""
    home = tmp_path / "languages" / "xx"
    home.mkdir(parents=True)
    (home / "language.toml").write_text(FIRST_FACTS.replace('"یک"', '""'), encoding="utf-8")

    def write(**files):
        for name, text in files.items():
            stem, _, suffix = name.rpartition("_")
            (home / f"{stem.replace('_', '-')}.{suffix}").write_text(text, encoding="utf-8")
        return load_folder(home)

    return write


def test_languages_are_discovered():
    assert set(available()) >= {"ar", "en"}


def test_toml_rows_know_their_file_and_line(folder):
    language = folder(
        fruit_toml='# fruit\n[[fruit]]\nnames = ["fig"]\n\n[[fruit]]\nnames = ["plum", "prune"]\nweight = 2\n'
    )
    assert language.rows("fruit", Fruit) == (
        Fruit(("fig",), 1.0, "xx/fruit.toml:2"),
        Fruit(("plum", "prune"), 2.0, "xx/fruit.toml:5"),
    )


def test_tsv_rows_are_read_like_toml_rows(folder):
    language = folder(fruit_tsv="# fruit\nnames\tweight\nfig | figs\t2.5\nplum\n")
    assert language.rows("fruit", Fruit) == (
        Fruit(("fig", "figs"), 2.5, "xx/fruit.tsv:3"),
        Fruit(("plum",), 1.0, "xx/fruit.tsv:4"),
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[fruit]]\nnames = ["fig"]\ncolour = "red"\n', "xx/fruit.toml:1: unknown key “colour”"),
        ('[[fruit]]\nnames = ["fig"]\n[[fruit]]\nweight = 1.0\n', "xx/fruit.toml:3: key “names” is missing"),
        ('[[fruit]]\nnames = ["fig"]\n[[fruit]]\nnames = ["fig"]\n',
         "xx/fruit.toml:3: “fig” stands already at xx/fruit.toml:1"),
        ('[[fruit]]\nnames = "fig"\nweight = "much"\n', "xx/fruit.toml:1: “weight” must be of type float"),
        ("[[fruit]]\nnames = fig\n", "xx/fruit.toml:2: "),
        ('[[fruit]]\nnames = ["fi\u200bg"]\n', "xx/fruit.toml:2: invisible character U+200B"),
        ('[[fruit]]\nnames = ["ﻻ"]\n', "xx/fruit.toml:2: presentation form U+FEFB"),
        ('[[fruit]]\nnames = ["cafe\u0301"]\n', "xx/fruit.toml:2: not in Unicode's composed form"),
    ],
)  # fmt: skip
def test_wrong_row_is_refused_with_file_and_line(folder, text, complaint):
    with pytest.raises(LanguageError) as refusal:
        folder(fruit_toml=text).rows("fruit", Fruit)
    assert str(refusal.value).startswith(complaint)


def test_persian_letters_are_refused_in_arabic_data(folder):
    facts = FIRST_FACTS.replace('"یک"', '"یک"  # foreign letters')
    language = folder(language_toml=facts, fruit_toml='[[fruit]]\nnames = ["یوم"]\n')
    with pytest.raises(LanguageError, match=r"xx/fruit.toml:2: letter of another language, U\+06CC"):
        language.rows("fruit", Fruit)


WORDS = '[MONTH]\n5 = "May"\n'
RULE = '[[rule]]\nname = "month"\npattern = "in month=MONTH"\nresolver = "date"\nmatch = ["[in May] they"]\n'


@pytest.mark.parametrize(
    ("rules", "complaint"),
    [
        (RULE.replace("[in May]", "[in June]"),
         "xx/time-rules.toml:1: rule “month”: “[in June] they” is to match, found is []"),
        (RULE + 'reject = ["in May"]\n', "xx/time-rules.toml:1: rule “month”: “in May” is not to match"),
        ('[[pattern]]\nname = "lonely"\npattern = "MONTH"\n' + RULE,
         "xx/time-rules.toml:1: nobody uses the pattern “lonely”"),
        (RULE.replace("MONTH", "WEEKDAY"), "xx/time-rules.toml:1: there is no class WEEKDAY"),
        (RULE.replace("in month=MONTH", "in (month=MONTH"), "xx/time-rules.toml:1: a “(” is not closed"),
        (RULE.replace("in month=MONTH", "in? month=MONTH?"),
         "xx/time-rules.toml:1: the rule “month” can match nothing"),
        (RULE.replace('"date"', '"fate"'), "xx/time-rules.toml:1: there is no resolver “fate”"),
        (RULE.replace('match = ["[in May] they"]\n', ""), "xx/time-rules.toml:1: the rule “month” has no example"),
    ],
)  # fmt: skip
def test_wrong_time_rule_is_refused_with_file_and_line(folder, rules, complaint):
    with pytest.raises(LanguageError) as refusal:
        checked_rulebook(folder(time_words_toml=WORDS, time_rules_toml=rules))
    assert str(refusal.value).startswith(complaint)


def test_new_language_folder_needs_no_code(folder):
    book = checked_rulebook(folder(time_words_toml=WORDS, time_rules_toml=RULE))
    assert [rule.name for rule in book.rules] == ["month"]


@pytest.mark.parametrize("code", available())
def test_time_rules_of_the_language_load(code):
    assert checked_rulebook(load(code)).rules
