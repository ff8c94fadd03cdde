"""Tables and values of words, clitics and countries that the engine does not know are refused with file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from events.extraction.entities import known_names
from events.extraction.entities.name_words import name_words
from events.extraction.languages import Language, LanguageError, available, load
from events.extraction.languages.language import load_folder
from events.extraction.lexicon.analysis import lookup_of
from tests.extraction.lexicon.test_cues import FACTS

Reader = Callable[[Language], object]
WRONG = [
    (
        lookup_of,
        "lexicon/clitics.toml",
        '[BEFOR]\njoin = "w"\n',
        "there is no table of clitics “BEFOR”; known are BEFORE",
    ),
    (
        lookup_of,
        "lexicon/clitics.toml",
        '[BEFORE]\njoin-futur = "ws"\n',
        "clitics do join, future, article, noun, with",
    ),
    (lookup_of, "lexicon/clitics.toml", '[BEHIND]\nowners = "hu"\n', "[BEHIND] has owner, not “owners”"),
    (lookup_of, "lexicon/clitics.toml", '[WHOLE]\nword = "wad"\n', "[WHOLE] has words, not “word”"),
    (
        lookup_of,
        "lexicon/verbs.toml",
        '[AGREE]\nfull = "signe:participe"\n',
        "“participe” is no shape of “signe”; shapes",
    ),
    (name_words, "entities/words.toml", '[haed]\nplace = "lac"\n', "unknown table “haed”; known are head, inside,"),
    (name_words, "entities/words.toml", '[role]\ntitel = "le roi"\n', "[role] has title, attribute, noun, not “titel”"),
    (known_names, "entities/words.toml", '[stop_city]\nword = "Nice"\n', "[stop_city] has name, not “word”"),
    (
        known_names,
        "entities/countries.toml",
        '[country]\nFRX = "Gaule"\n',
        "“FRX” is no country's ISO 3166 alpha-3 code",
    ),
    (known_names, "entities/countries.toml", '[no_demonym]\ncountries = "FRA, FR"\n', "“FR” is no country's ISO 3166"),
]


def in_folder(home: Path, code: str, name: str, text: str) -> Language:
    folder = home / "languages" / code
    (folder / name).parent.mkdir(parents=True)
    (folder / "language.toml").write_text(FACTS, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    return load_folder(folder)


@pytest.mark.parametrize(("read", "name", "text", "complaint"), WRONG, ids=[wrong[2] for wrong in WRONG])
def test_unknown_table_or_value_is_refused_with_file_and_line(
    tmp_path: Path, read: Reader, name: str, text: str, complaint: str
) -> None:
    with pytest.raises(LanguageError) as refusal:
        read(in_folder(tmp_path, "fr", name, text))
    assert str(refusal.value).startswith(f"fr/{name}:2: {complaint}")


def test_listed_shape_is_read_as_it_is_named(tmp_path: Path) -> None:
    language = in_folder(tmp_path, "fr", "lexicon/verbs.toml", '[AGREE]\nfull = "signe:present, signa"\n')
    found = {word: lookup_of(language).find(word).entries[0].shape.value for word in ("signe", "signa")}
    assert found == {"signe": "present", "signa": "past"}


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize("read", [lookup_of, name_words, known_names])
def test_tables_of_every_language_are_known(read: Reader, code: str) -> None:
    assert read(load(code))
