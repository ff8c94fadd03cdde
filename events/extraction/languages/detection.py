"""Which language is it?  By script first, then by the words that every text in a language is full of."""

from __future__ import annotations

import unicodedata
from collections import Counter

from events.extraction.languages.language import Language, available, load
from events.extraction.text.tokens import tokenise
from events.extraction.types import UnsupportedLanguage

_SAMPLE = 3000  # characters; they are plenty, and bound the work
#: Function words make 25 to 50 % of running text in their language, and under 10 % in its neighbours.
_ENOUGH_FUNCTION_WORDS = 0.15
#: Shares, from 0 to 1, throughout.  Below this many words a share means little; headlines drop their function words.
_SHORT = 12
_ENOUGH_IN_SHORT = 0.08
#: A text without foreign letters is told by its letters; it must only not be wholly without function words.
_ENOUGH_WHERE_LETTERS_TELL = 0.04
_HARDLY_ANY_FOREIGN_LETTERS = 0.003
#: Names may bring a foreign letter or two into a text; a foreign text has them in every other word.
_TOO_MANY_FOREIGN_LETTERS = 0.02


def detect(text: str) -> str:
    """The code of the language ``text`` is written in; raises UnsupportedLanguage where no folder fits."""
    sample = text[:_SAMPLE]
    scripts: Counter[str] = Counter()
    for letter, times in Counter(sample).items():
        if letter.isalpha():
            scripts[_script(letter)] += times
    if not scripts:
        raise UnsupportedLanguage("The text has no words, so its language cannot be told.", code="no_words")
    script, _ = scripts.most_common(1)[0]
    scored = [(_share(sample, language), code) for code, language in _languages_in(script)]
    best = max(scored, default=(0.0, ""))
    if not best[1] or best[0] < _wanted_share(sample, load(best[1])):
        known = ", ".join(f"{load(code).name} ({code})" for code in available())
        message = f"The text is in a language that is not supported; supported are {known}."
        raise UnsupportedLanguage(message, languages=", ".join(available()))
    return best[1]


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").partition(" ")[0]


def _languages_in(script: str) -> list[tuple[str, Language]]:
    return [(code, load(code)) for code in available() if load(code).facts.script == script]


def _wanted_share(sample: str, language: Language) -> float:
    if language.facts.other_languages_letters and _foreign_letters(sample, language) <= _HARDLY_ANY_FOREIGN_LETTERS:
        return _ENOUGH_WHERE_LETTERS_TELL
    return _ENOUGH_IN_SHORT if len(sample.split()) < _SHORT else _ENOUGH_FUNCTION_WORDS


def _share(sample: str, language: Language) -> float:
    """The share of function words, 0 for a text full of letters the language does not write."""
    if _foreign_letters(sample, language) > _TOO_MANY_FOREIGN_LETTERS:
        return 0.0
    words = [word for word in tokenise(sample, language)[0] if word[:1].isalpha()]
    if len(words) < _SHORT and language.facts.other_languages_letters:
        return 1.0  # its letters alone tell it, as if each word did
    return sum(word in language.telling_words for word in words) / max(len(words), 1)


def _foreign_letters(sample: str, language: Language) -> float:
    """The share of letters that the language does not write."""
    foreign = sum(map(sample.count, language.facts.other_languages_letters))
    return foreign / max(sum(map(str.isalpha, sample)), 1)
