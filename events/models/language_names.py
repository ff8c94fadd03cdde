"""What languages are called in the language of the interface, from Unicode's CLDR."""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale
from babel.lists import format_list
from django.utils.translation import get_language


def listed_languages(codes: Iterable[str]) -> str:
    """ "Arabic and English": the names of ISO 639 codes in the active language; what is no code stays as it is."""
    locale = Locale.parse((get_language() or "en").split("-")[0])
    return format_list([locale.languages.get(code, code) for code in codes], locale=locale)
