"""Normalising dates and numbers as people type or copy them: digits of any keyboard, invisible marks."""

from __future__ import annotations

_ARABIC_INDIC, _PERSIAN = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
# Direction marks, which are copied along with dates from Arabic pages, and characters that join or separate letters.
_MARKS = "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_PLAIN = str.maketrans(_ARABIC_INDIC + _PERSIAN, "0123456789" * 2, _MARKS)


def plain_figures(text: str) -> str:
    """The text with Western digits, without invisible marks and outer blanks: «٢٠٢٠-٠٨», «۲۰۲۰-۰۸» give "2020-08"."""
    return text.translate(_PLAIN).strip()
