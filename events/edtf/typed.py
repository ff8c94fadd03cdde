"""Dates and numbers as people type or copy them: in the digits of their keyboard, with a page's invisible marks."""

from __future__ import annotations

_ARABIC_INDIC, _PERSIAN = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
# Marks of direction, which come along with a date copied from an Arabic page, and what joins or parts letters.
_MARKS = "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_PLAIN = str.maketrans(_ARABIC_INDIC + _PERSIAN, "0123456789" * 2, _MARKS)


def plain_figures(text: str) -> str:
    """The same in Western digits, without invisible marks and blanks around: «٢٠٢٠-٠٨», «۲۰۲۰-۰۸» are "2020-08"."""
    return text.translate(_PLAIN).strip()
