"""How many function words, and how few foreign letters, make a text one of a language."""

import pytest

from events.extraction.languages import detect
from events.extraction.types import UnsupportedLanguage

FOREIGN = "گ"


def language_of(text: str) -> str | None:
    try:
        return detect(text)
    except UnsupportedLanguage:
        return None


def english(function_words: int, words: int) -> str:
    return " ".join(["the"] * function_words + ["zebra"] * (words - function_words))


def arabic(function_words: int, words: int) -> str:
    return " ".join(["في"] * function_words + ["سحاب"] * (words - function_words))


def arabic_letters(function_words: int, foreign: int) -> str:
    """A thousand letters, the foreign ones at the end of the last word."""
    rest, odd = divmod(1000 - 2 * function_words - foreign, 4)
    return f"{arabic(function_words, function_words + rest)}{'س' * odd}{FOREIGN * foreign}"


@pytest.mark.parametrize(
    ("function_words", "words", "code"),
    [
        (15, 100, "en"),
        (14, 100, None),
        (1, 11, "en"),  # headlines drop their function words
        (0, 11, None),
        (1, 12, None),  # twelve words are no headline
    ],
)
def test_text_of_latin_letters_is_english_by_its_share_of_function_words(function_words, words, code):
    assert language_of(english(function_words, words)) == code


@pytest.mark.parametrize(("function_words", "code"), [(4, "ar"), (3, None)])
def test_text_of_arabic_letters_only_needs_hardly_any_function_words(function_words, code):
    assert language_of(arabic(function_words, 100)) == code


@pytest.mark.parametrize(("foreign", "code"), [(3, "ar"), (4, None)])
def test_text_of_few_function_words_is_arabic_up_to_3_foreign_letters_in_1000(foreign, code):
    assert language_of(arabic_letters(20, foreign)) == code


@pytest.mark.parametrize(("foreign", "code"), [(20, "ar"), (21, None)])
def test_text_of_many_function_words_is_arabic_up_to_20_foreign_letters_in_1000(foreign, code):
    assert language_of(arabic_letters(60, foreign)) == code


@pytest.mark.parametrize(("blanks", "code"), [(2997, "en"), (2998, None)])
def test_language_is_detected_from_the_first_3000_characters(blanks, code):
    assert language_of(f"{' ' * blanks}the") == code
