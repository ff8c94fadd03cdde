"""Cue words are data of the languages, in tables that the engine knows; the engine itself has no words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from events.extraction import lexicon
from events.extraction.languages import LanguageError, available, load
from events.extraction.languages.language import load_folder
from events.extraction.lexicon.cues import KEYS
from events.extraction.lexicon.entries import event_lexicon_of

ENGINE = Path(lexicon.__file__).resolve().parent.parent
FACTS = """[[language]]
name = "Test"
script = "LATIN"
function_words = ["the"]

[TYPOLOGY]
word_order = "SVO"
capitals_mark_names = true
articles = "word"
"""
#: Rooms that say something to people; they read no text.
SPEAKING = {"command", "evaluation", "training"}


def with_files(home: Path, **files: str):
    folder = home / "languages" / "xx"
    (folder / "lexicon").mkdir(parents=True)
    (folder / "language.toml").write_text(FACTS, encoding="utf-8")
    for name, text in files.items():
        (folder / "lexicon" / f"{name}.toml").write_text(text, encoding="utf-8")
    return load_folder(folder)


@pytest.mark.parametrize(
    ("cues", "complaint"),
    [
        ('[NEGATON]\nbefore = "not"\n', "xx/lexicon/cues.toml:2: there is no table of cues “NEGATON”"),
        ('[NEGATION]\nwords = "not"\n', "xx/lexicon/cues.toml:2: [NEGATION] has before, not “words”"),
        ('[DUAL]\nwritten = "an"\n', "xx/lexicon/cues.toml:2: [DUAL] does not go with language.toml: there is no dual"),
        ('[ARTICLE_WRITTEN]\nwritten = "al"\n', "xx/lexicon/cues.toml:2: [ARTICLE_WRITTEN] does not go with"),
    ],
)
def test_wrong_table_is_refused_with_file_and_line(tmp_path: Path, cues: str, complaint: str) -> None:
    with pytest.raises(LanguageError) as error:
        event_lexicon_of(with_files(tmp_path, cues=cues))
    assert str(error.value).startswith(complaint)


def test_irregular_forms_of_another_inflection_are_refused(tmp_path: Path) -> None:
    files = {"cues": '[INFLECTION]\nmodule = "english"\n', "irregular": '[PASSIVE]\nhollow = "x"\n'}
    with pytest.raises(LanguageError, match=r"xx/lexicon/irregular.toml:2: there is no table of exceptions “PASSIVE”"):
        event_lexicon_of(with_files(tmp_path, **files))


def test_table_that_a_language_does_not_use_has_no_words(tmp_path: Path) -> None:
    assert event_lexicon_of(with_files(tmp_path)).cue("NEGATION") == frozenset()


def test_asking_for_an_unknown_cue_table_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        event_lexicon_of(load("en")).cue("NEGATON")


def constants(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def engine_files() -> Iterator[Path]:
    for path in ENGINE.rglob("*.py"):
        if path.relative_to(ENGINE).parts[0] not in SPEAKING:
            yield path


def test_every_cue_table_is_used_by_the_engine_and_filled_by_a_language() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in engine_files() if path.name != "cues.py")
    had = {row.table for code in available() for row in load(code).lexicon("lexicon/cues")}
    unasked = {table for table in KEYS if not re.search(rf'"{table}"|"{table.removesuffix("_VERB")}"', code)}
    assert not unasked
    assert set(KEYS) == had


def test_engine_code_has_no_function_word_of_a_language() -> None:
    """Function words tell it: text is full of them, and names of keys, kinds and tables hardly are."""
    names = {"after", "before", "between", "from"}  # keys of cues
    names |= {"where", "no", "which", "more", "since", "and"}  # of rows, parts of times, meanings, kinds of proclitics
    function_words = {word for code in available() for word in load(code).function_words} - names
    found = {
        (path.relative_to(ENGINE).as_posix(), text)
        for path in engine_files()
        if path.parent.name != "inflection"  # the one room of a language's own code
        for text in constants(path)
        if text.strip() in function_words and len(text) > 1
    }
    assert not found
