"""Put an EDTF date into words that are exactly as exact as the date: "about September 2025", "since 2022".

    in_words("2025-09-03/2025-09-05", "en")   "3–5 September 2025"
    in_words("2025-09~", "ar")                "نحو سبتمبر ٢٠٢٥"
    in_words("2025-09", "ar_IQ")              "أيلول ٢٠٢٥"

Month names are CLDR's for the locale (ar: يناير, ar_IQ and ar_LB: كانون الثاني, ar_DZ: جانفي).
"""

from __future__ import annotations

from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from events.edtf.parse import Precision, parse
from events.edtf.phrases import ARABIC_CENTURIES, ARABIC_DECADES, PHRASES, Phrases

_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def in_words(edtf: str, language: str, *, digits: str | None = None) -> str:
    """The date in the words of a locale ("en", "ar", "ar-IQ").

    ``digits`` is "arab" or "latn"; by default Arabic has Arabic-Indic digits.  A language without phrases gets English.
    Raises :class:`events.edtf.EdtfError` if the string is not EDTF.
    """
    locale = _locale(language)
    text = _Speaker(locale).say(parse(edtf).text)
    return to_digits(text, digits or ("arab" if locale.language == "ar" else "latn"))


def to_digits(text: str, digits: str) -> str:
    """Convert Western digits to Arabic-Indic ones if ``digits`` is "arab"."""
    return text.translate(_ARABIC_INDIC) if digits == "arab" else text


def _locale(language: str) -> Locale:
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
    if locale.language not in PHRASES:
        return Locale("en", "GB")
    return Locale("en", "GB") if locale.language == "en" and not locale.territory else locale


class _Speaker:
    """Puts EDTF strings into words of one locale, with Western digits."""

    def __init__(self, locale: Locale) -> None:
        self.locale = locale
        self.phrases: Phrases = PHRASES[locale.language]

    def say(self, edtf: str) -> str:
        """The words for ``EdtfDate.text``."""
        if "/" not in edtf:
            return self._qualified(edtf, governed=False)
        left, right = edtf.split("/")
        open_sides = {"..": (self.phrases.since, self.phrases.until), "": (self.phrases.starting, self.phrases.ending)}
        if right in open_sides:
            return open_sides[right][0].format(self._qualified(left, governed=True))
        if left in open_sides:
            return open_sides[left][1].format(self._qualified(right, governed=True))
        return self._interval(left, right)

    def _interval(self, left: str, right: str) -> str:
        """The words for an interval with both ends; a month or year that they share is written once."""
        first, last = parse(left), parse(right)
        plain = not (first.approximate or first.uncertain or last.approximate or last.uncertain)
        if plain and first.first and last.first and first.precision == last.precision and left != right:
            shared = self._shared(first.first, last.first, first.precision)
            if shared:
                return shared
        if left == right:
            return self._qualified(left, governed=False)
        governed = self.locale.language == "ar"
        return self.phrases.between.format(
            first=self._qualified(left, governed=governed), last=self._qualified(right, governed=governed)
        )

    def _shared(self, first: date, last: date, precision: Precision) -> str | None:
        phrases, same_year = self.phrases, first.year == last.year
        if precision == Precision.DAY and same_year:
            if first.month == last.month:
                return phrases.same_month_days.format(first=first.day, last=self._date(last, "d MMMM y"))
            return phrases.between.format(first=self._date(first, "d MMMM"), last=self._date(last, "d MMMM y"))
        if precision == Precision.MONTH and same_year:
            return phrases.same_year_months.format(first=self._date(first, "MMMM"), last=self._date(last, "MMMM y"))
        if precision == Precision.YEAR and self.locale.language == "en":
            return f"{first.year}–{last.year}"
        return None

    def _qualified(self, edtf: str, *, governed: bool) -> str:
        when = parse(edtf)
        phrases = self.phrases
        if not (when.approximate or when.uncertain):
            return self._plain(edtf, governed=governed)
        pattern = phrases.approximate if not when.uncertain else phrases.uncertain
        if when.approximate and when.uncertain:
            pattern = phrases.both
        return pattern.format(self._plain(edtf.rstrip("~?%"), governed=True))

    def _plain(self, edtf: str, *, governed: bool) -> str:
        """One date without qualifiers."""
        when = parse(edtf)
        first = when.first
        assert first is not None  # single dates are closed
        if when.precision == Precision.MINUTE:
            day, clock = edtf.split("T")
            return self.phrases.time.format(day=self._plain(day, governed=governed), clock=clock[:5])
        if when.precision == Precision.DAY:
            return self._date(first, "d MMMM y")
        if when.precision == Precision.MONTH:
            return self._date(first, "MMMM y")
        if when.precision == Precision.SEASON:
            return self._season(first.year, int(edtf[5:7]))
        if when.precision == Precision.YEAR:
            return (self.phrases.year_governed if governed else self.phrases.year).format(first.year)
        return self._decade(edtf, governed) if edtf.endswith("X") and edtf[2] != "X" else self._century(edtf, governed)

    def _season(self, year: int, season: int) -> str:
        """The words for a season; winter (24) extends into the next year and is named by both years."""
        years = self.phrases.winter_years.format(first=year, second=year + 1) if season == 24 else str(year)
        return self.phrases.seasons[season].format(year=years)

    def _decade(self, edtf: str, governed: bool) -> str:
        pattern = self.phrases.decade_governed if governed else self.phrases.decade
        century = int(edtf[:2]) + 1
        return pattern.format(
            start=f"{int(edtf[:3])}0", tens=ARABIC_DECADES[int(edtf[2])], ordinal=self._ordinal(century, genitive=True)
        )

    def _century(self, edtf: str, governed: bool) -> str:
        pattern = self.phrases.century_governed if governed else self.phrases.century
        return pattern.format(ordinal=self._ordinal(int(edtf[:2]) + 1, genitive=governed))

    def _ordinal(self, number: int, *, genitive: bool) -> str:
        if self.locale.language == "ar":
            known = number <= len(ARABIC_CENTURIES)
            return ARABIC_CENTURIES[number - 1][genitive] if known else str(number)
        suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{suffix}"

    def _date(self, day: date, pattern: str) -> str:
        return format_date(day, pattern, locale=self.locale)
