"""Dates and numbers as this newsroom writes them: month names of its country, its digits (setting ``DATE_LOCALES``)."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings

from events.edtf.words import in_words, to_digits

# Cached, because the same few thousand days come again and again.
_in_words = lru_cache(maxsize=20_000)(in_words)


def date_words(edtf: str, language: str, *, digits: str = "") -> str:
    """An EDTF date in words, in the interface's language ("ar" or "en").

    ``digits`` is "arab" or "latn"; without it they are those of readers' pages.  Raises EdtfError.
    """
    locale, readers = _locale(language)
    return _in_words(edtf, locale, digits=digits or readers)


def numerals(number: object, language: str) -> str:
    """A number, in the digits of the language."""
    return to_digits(str(number), _locale(language)[1])


def browser_locale(language: str) -> str:
    """The language's locale and digits as a BCP 47 tag, for JavaScript's Intl: "ar-IQ-u-nu-arab"."""
    locale, digits = _locale(language)
    return f"{locale.replace('_', '-')}-u-nu-{digits}"


def _locale(language: str) -> tuple[str, str]:
    """The locale and the numbering system ("arab" or "latn") of a language."""
    chosen: tuple[str, str] = settings.DATE_LOCALES.get(language.split("-")[0], settings.DATE_LOCALES["en"])
    return chosen
