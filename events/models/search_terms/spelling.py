"""Split a text into words, and fold the spelling of each word: case, accents, invisible characters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

from events.extraction.text.folding import INVISIBLE

#: Longer words are cut off here, because PostgreSQL limits the length of a lexeme; real words are shorter.
LONGEST_WORD = 60
_INVISIBLE = regex.compile(f"[{INVISIBLE}\u0640]")  # including the tatweel, which only stretches a word
_WORD = r"[\p{L}\p{M}\p{N}]+"
_NOT_BEHIND = r"(?<![\p{L}\p{M}\p{N}.])"
_NOT_BEFORE = r"(?![\p{L}\p{M}\p{N}])"
_APOSTROPHES = "'’‘ʼʿʾʻʹ`´‛"
_JOINERS = rf"\-‐‑{_APOSTROPHES}"
_POSSESSIVE = regex.compile(rf"(?<=\p{{L}}\p{{L}})[{_APOSTROPHES}]s{_NOT_BEFORE}", regex.IGNORECASE)
_INITIALS = regex.compile(rf"{_NOT_BEHIND}(?:\p{{L}}\.){{2,}}(?:\p{{L}}{_NOT_BEFORE})?")
_THOUSANDS = regex.compile(r"(?<=\p{N})[,٬](?=\p{N}{3}(?!\p{N}))")
_COMPOUND = regex.compile(rf"{_WORD}(?:[{_JOINERS}]{_WORD})*")
_PART = regex.compile(_WORD)
#: A tanwin and the alif that carries it, which is not a letter of the word; the mark may be typed before or after it.
_TANWIN = regex.compile(rf"ا?\u064b(?:ا{_NOT_BEFORE})?")
#: Letters without a Unicode decomposition, and what people type for them on keyboards that lack them.
_LETTERS = {
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n", "ŧ": "t",
}  # fmt: skip
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_ARABIC = regex.compile(r"\p{Arabic}")


def compounds(text: str) -> list[tuple[str, ...]]:
    """The words of a text in order, each as its parts: ("cease", "fire") for "cease-fire", ("labour",) for "labour"."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    text = _INITIALS.sub(lambda found: found[0].replace(".", ""), _POSSESSIVE.sub("", _THOUSANDS.sub("", text)))
    return [tuple(part[:LONGEST_WORD] for part in _PART.findall(word)) for word in _COMPOUND.findall(text)]


@lru_cache(maxsize=100_000)
def spellings(word: str) -> tuple[str, ...]:
    """The word in lower case without accents, and, if it has umlauts, with these written out ("zurich", "zuerich").

    Arabic words keep their hamzas here, because the rules for readings depend on them.
    """
    word = unicodedata.normalize("NFC", _TANWIN.sub("", word).casefold())
    plain, written_out = word.translate(_PLAIN), word.translate(_WRITTEN_OUT).translate(_PLAIN)
    return tuple(dict.fromkeys(spelling[:LONGEST_WORD] for spelling in (plain, written_out) if spelling))


def is_arabic(word: str) -> bool:
    return bool(_ARABIC.search(word))


class _Plain(dict[int, str]):
    """A translation table that is filled when a character is first met."""

    def __missing__(self, point: int) -> str:
        self[point] = plain = _plain(chr(point))
        return plain


def _plain(character: str) -> str:
    if unicodedata.combining(character):
        return ""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if is_arabic(character):
        return character
    letters = "".join(part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part))
    return "".join(_LETTERS.get(letter, letter) for letter in letters.casefold())


_PLAIN = _Plain()
