"""Dates in words, as exactly as they are known, in English and in Arabic."""

import pytest

from events.edtf import EdtfError
from events.edtf.words import in_words

ENGLISH = {
    "2025-09-01": "1 September 2025",
    "2025-09-01T14:30": "1 September 2025, 14:30",
    "2025-09": "September 2025",
    "2025": "2025",
    "0622": "622",
    "2025-XX": "2025",
    "2025-09-XX": "September 2025",
    "2025-22": "summer 2025",
    "2025-24": "winter 2025–2026",
    "2025-34": "second quarter of 2025",
    "2025-38": "second third of 2025",
    "2025-40": "first half of 2025",
    "199X": "1990s",
    "200X": "2000s",
    "19XX": "20th century",
    "20XX": "21st century",
    "11XX": "12th century",
    "199X~": "about the 1990s",
    "18XX?": "possibly the 19th century",
    "2025-09~": "about September 2025",
    "2025?": "possibly 2025",
    "2025-09-01%": "possibly about 1 September 2025",
    "2025-09-03/2025-09-05": "3–5 September 2025",
    "2025-09-28/2025-10-02": "28 September – 2 October 2025",
    "2024-12-28/2025-01-02": "28 December 2024 – 2 January 2025",
    "2025-03/2025-05": "March–May 2025",
    "2024-12/2025-02": "December 2024 – February 2025",
    "2019/2021": "2019–2021",
    "2025-09-03~/2025-09-05": "about 3 September 2025 – 5 September 2025",
    "2025-09/2025-09": "September 2025",
    "2024/2025-03-01": "2024 – 1 March 2025",
    "2022/..": "since 2022",
    "2022-02-24/..": "since 24 February 2022",
    "199X/..": "since the 1990s",
    "../2022": "until 2022",
    "2022/": "from 2022, end unknown",
    "/2022-05": "until May 2022, start unknown",
}

ARABIC = {
    "2025-09-01": "١ سبتمبر ٢٠٢٥",
    "2025-09-01T14:30": "١ سبتمبر ٢٠٢٥، ١٤:٣٠",
    "2025-09": "سبتمبر ٢٠٢٥",
    "2025": "عام ٢٠٢٥",
    "2025-22": "صيف ٢٠٢٥",
    "2025-24": "شتاء ٢٠٢٥/٢٠٢٦",
    "2025-35": "الربع الثالث من ٢٠٢٥",
    "199X": "تسعينيات القرن العشرين",
    "200X": "العقد الأول من القرن الحادي والعشرين",
    "19XX": "القرن العشرون",
    "19XX~": "نحو القرن العشرين",
    "23XX": "القرن ٢٤",
    "2025-09~": "نحو سبتمبر ٢٠٢٥",
    "2025?": "ربما عام ٢٠٢٥",
    "2025-09-03/2025-09-05": "من ٣ إلى ٥ سبتمبر ٢٠٢٥",
    "2025-09-28/2025-10-02": "من ٢٨ سبتمبر إلى ٢ أكتوبر ٢٠٢٥",
    "2025-03/2025-05": "من مارس إلى مايو ٢٠٢٥",
    "2019/2021": "من عام ٢٠١٩ إلى عام ٢٠٢١",
    "2022/..": "منذ عام ٢٠٢٢",
    "../2022": "حتى عام ٢٠٢٢",
}


@pytest.mark.parametrize(("edtf", "words"), ENGLISH.items())
def test_date_in_english_is_as_exact_as_its_edtf(edtf, words):
    assert in_words(edtf, "en") == words


@pytest.mark.parametrize(("edtf", "words"), ARABIC.items())
def test_date_in_arabic_has_arabic_grammar_and_digits(edtf, words):
    assert in_words(edtf, "ar") == words


@pytest.mark.parametrize(
    ("locale", "words"),
    [("ar", "يناير ٢٠٢٥"), ("ar-IQ", "كانون الثاني ٢٠٢٥"), ("ar_LB", "كانون الثاني ٢٠٢٥"), ("ar_DZ", "جانفي ٢٠٢٥")],
)
def test_arabic_month_names_follow_the_country(locale, words):
    assert in_words("2025-01", locale) == words


def test_arabic_date_can_have_western_digits():
    assert in_words("2025-09-01", "ar", digits="latn") == "1 سبتمبر 2025"


def test_american_english_keeps_day_month_year_order():
    assert in_words("2025-09-01", "en-US") == "1 September 2025"


@pytest.mark.parametrize("language", ["xx", "tlh", "fa", ""])
def test_language_without_phrases_falls_back_to_english(language):
    assert in_words("2022/..", language) == "since 2022"


@pytest.mark.parametrize("edtf", ["", "yesterday", "2025-13", "2025/2024", "../.."])
def test_text_that_is_no_edtf_date_is_refused(edtf):
    with pytest.raises(EdtfError):
        in_words(edtf, "en")
