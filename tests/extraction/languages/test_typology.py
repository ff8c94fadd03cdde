"""What a language's folder says of its grammar is checked; the engine goes by it and never by a language's name."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from events.extraction import extract
from events.extraction.languages import Language, LanguageError, available, language, load
from events.extraction.languages.language import load_folder
from events.extraction.types import ExtractedEvent

GIVEN = """[[language]]
name = "Test"
script = "LATIN"
function_words = ["the"]
"""
LEAST = '[TYPOLOGY]\nword_order = "VSO"\ncapitals_mark_names = true\narticles = "none"\n'


def loaded(home: Path, table: str) -> Language:
    folder = home / "languages" / "xx"
    folder.mkdir(parents=True)
    (folder / "language.toml").write_text(GIVEN + table, encoding="utf-8")
    return load_folder(folder)


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ("", "xx/language.toml:1: the table [TYPOLOGY] is missing"),
        (LEAST.replace('articles = "none"\n', ""), "xx/language.toml:5: key “articles” is missing in [TYPOLOGY]"),
        (LEAST + "word_oder = 1\n", "xx/language.toml:9: unknown key “word_oder” in [TYPOLOGY] (known: articles, "),
        (LEAST.replace("VSO", "verb"), "xx/language.toml:6: “word_order” must be one of SVO, SOV, VSO, VOS, OVS, OSV"),
        (LEAST.replace("true", '"yes"'), "xx/language.toml:7: “capitals_mark_names” must be true or false, not 'yes'"),
        (LEAST + "dual = 1\n", "xx/language.toml:9: “dual” must be true or false, not 1"),
        (LEAST + 'plural_endings = "s"\n', "xx/language.toml:9: “plural_endings” must be a list of texts"),
        (LEAST + '\n[TYPOLGY]\ndual = true\n', "xx/language.toml:1: “TYPOLGY” must be an array table"),
    ],
)  # fmt: skip
def test_wrong_table_is_refused_with_file_and_line(tmp_path: Path, table: str, complaint: str) -> None:
    with pytest.raises(LanguageError) as error:
        loaded(tmp_path, table)
    assert str(error.value).startswith(complaint)


def test_keys_left_out_of_the_typology_are_false(tmp_path: Path) -> None:
    typology = loaded(tmp_path, LEAST).typology
    said = (typology.auxiliaries, typology.dual, typology.drops_subjects, typology.construct_state)
    assert not any(said)
    assert not typology.is_plural("words")


@pytest.mark.parametrize(
    ("order", "subject_first", "object_follows"),
    [
        ("SVO", True, True), ("SOV", True, False), ("VSO", False, False),
        ("VOS", False, True), ("OVS", False, False), ("OSV", True, False),
    ],
)  # fmt: skip
def test_word_order_says_where_subject_and_object_stand(
    tmp_path: Path, order: str, subject_first: bool, object_follows: bool
) -> None:
    typology = loaded(tmp_path, LEAST.replace("VSO", order)).typology
    assert (typology.subject_first, typology.object_follows) == (subject_first, object_follows)


def test_plural_ending_inside_a_longer_ending_is_no_plural() -> None:
    english = load("en").typology
    assert english.is_plural("ministers")
    assert not english.is_plural("press")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The languages' folders, in a copy to which a test adds its own."""
    home = tmp_path / "languages"
    for code in available():
        shutil.copytree(Path(language.__file__).parent / code, home / code)
    monkeypatch.setattr(language, "_HERE", home)
    for remembered in (available, load):
        remembered.cache_clear()
    yield home
    monkeypatch.undo()
    for remembered in (available, load):
        remembered.cache_clear()


#: Verb first and with capitals, as neither of the two languages that the engine was made with.
WELSH = {
    "language.toml": """[[language]]
name = "Cymraeg"
script = "LATIN"
function_words = ["y", "yr", "yn", "i", "o", "ar", "am", "mae", "ei", "gan", "oedd", "wedi", "gyda", "hefyd", "bod"]
clause_words = ["bod", "ond"]

[TYPOLOGY]
word_order = "VSO"
capitals_mark_names = true
articles = "word"
""",
    "time-words.toml": '[WEEKDAY]\n1 = "Llun"\n2 = "Mawrth"\n3 = "Mercher"\n',
    "time-rules.toml": """[[rule]]
name = "weekday"
pattern = "(dydd | ddydd) weekday=WEEKDAY"
resolver = "date"
match = ["[ddydd Llun] yn"]
""",
    "lexicon/verbs.toml": '[AGREE]\nfull = "llofnododd:past"\n\n',
    "lexicon/nouns.toml": '[AGREE]\nfull = "cytundeb"\n',
    "lexicon/cues.toml": '[BEFORE_NOUN]\nbefore = "yn, i, o, ar, am, gan, gyda, y, yr"\n',
    "entities/words.toml": '[stop]\nword = "dydd, ddydd, Llun, Mawrth, Mercher"\n',
}
ARTICLE = "Llofnododd Gwenllian Morgan y cytundeb gyda Tesni Parry ddydd Llun. Mae hefyd yn y newyddion."


def add(folders: Path, code: str, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folders / code / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    available.cache_clear()


def only_event(body: str) -> ExtractedEvent:
    (event,) = extract(body, published="2025-09-03").events
    return event


def test_language_of_another_type_needs_a_folder_and_no_code(folders: Path) -> None:
    add(folders, "cy", WELSH)
    assert extract(ARTICLE, published="2025-09-03").language == "cy"
    event = only_event(ARTICLE)
    assert (event.date, event.type) == ("2025-09-01", "AGREE")
    assert [(actor.name, actor.role) for actor in event.actors] == [
        ("Gwenllian Morgan", "actor"),
        ("Tesni Parry", "target"),
    ]
    assert event.title.startswith("Llofnododd Gwenllian Morgan y cytundeb")


def test_without_capitals_for_names_no_name_is_recognised_by_them(folders: Path) -> None:
    files = WELSH | {"language.toml": WELSH["language.toml"].replace("names = true", "names = false")}
    add(folders, "cy", files)
    assert not only_event(ARTICLE).actors


def test_name_after_the_verb_is_the_actor_only_in_verb_first_order(folders: Path) -> None:
    """The same words, read in one order and in the other."""
    add(folders, "cy", WELSH)
    add(folders, "br", WELSH | {"language.toml": WELSH["language.toml"].replace("VSO", "SVO")})
    roles = {}
    for code in ("cy", "br"):
        (event,) = extract(ARTICLE, published="2025-09-03", language=code).events
        roles[code] = {actor.name.removeprefix("Llofnododd "): actor.role for actor in event.actors}
    assert roles == {
        "cy": {"Gwenllian Morgan": "actor", "Tesni Parry": "target"},
        "br": {"Gwenllian Morgan": "target", "Tesni Parry": "target"},
    }
