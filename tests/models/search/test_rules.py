"""A language's search data are checked when they are loaded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from events.extraction import languages
from events.extraction.languages import LanguageError
from events.extraction.languages.language import load_folder
from events.models.search_terms.rules import Rules, all_rules

FOLDER = Path(languages.__file__).parent / "ar"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "languages" / "ar"))


def test_arabic_and_latin_search_rules_load() -> None:
    assert set(all_rules()) == {"ARABIC", "LATIN"}


@pytest.mark.parametrize(
    ("file", "line", "complaint"),
    [
        ("words", '[NONSENSE]\nx = "y"', "“NONSENSE” is none of"),
        ("words", '[STEM]\n"وزیر" = "x"', "letter of another language"),
        ("words", '[STEM]\na = "x"\nb = "x"', "stands already at"),
        ("endings", '[[ending]]\nending = "ات"\nbecomes = []\nleast = 3', "“becomes” must not be empty"),
        ("endings", '[[ending]]\nending = "ات"\nleast = 3', "key “becomes” is missing"),
        ("patterns", '[[pattern]]\nshape = "12"\nbecomes = "123"\nletters = "با"', "“3” stands in becomes alone"),
        ("letters", '[[letter]]\nletters = "ؤئ"\nread = ["ء", "و"]\ntogether = true', "together are read in one way"),
    ],
)
def test_faulty_search_data_is_refused_with_file_and_line(folder: Path, file: str, line: str, complaint: str) -> None:
    path = folder / "search" / f"{file}.toml"
    path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")
    with pytest.raises(LanguageError, match=rf"^ar/search/{file}\.toml:\d+: .*{complaint}"):
        Rules(load_folder(folder))


@pytest.mark.parametrize(
    ("manner", "complaint"),
    [
        ("[[manner]]\nshortest_beginning = 3\nstemmer = 'klingon'", "no stemmer “klingon”"),
        ("[[manner]]\nshortest_beginning = 0", "shortest_beginning"),
        ("", r"one \[\[manner\]\] is wanted, not 0"),
    ],
)
def test_manner_file_must_have_one_valid_row(folder: Path, manner: str, complaint: str) -> None:
    (folder / "search" / "manner.toml").write_text(manner, "utf-8")
    with pytest.raises(LanguageError, match=complaint):
        Rules(load_folder(folder))


def test_language_without_search_data_has_no_search_rules(folder: Path) -> None:
    shutil.rmtree(folder / "search")
    assert Rules.of(load_folder(folder)) is None
