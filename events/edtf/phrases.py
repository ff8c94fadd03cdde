"""The phrases for dates in each language; names of months come from CLDR (Babel)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """The patterns of one language, with ``{}`` or a named field for the date.

    Years, decades and centuries have two forms: alone, and after a word that governs them ("1990s" but "about the
    1990s"; «القرن العشرون» but «نحو القرن العشرين»).
    """

    year: str
    year_governed: str
    seasons: Mapping[int, str]
    winter_years: str
    decade: str
    decade_governed: str
    century: str
    century_governed: str
    approximate: str
    uncertain: str
    both: str
    since: str
    until: str
    starting: str
    ending: str
    between: str
    same_month_days: str
    same_year_months: str
    time: str


ENGLISH = Phrases(
    year="{}",
    year_governed="{}",
    seasons={
        21: "spring {year}", 22: "summer {year}", 23: "autumn {year}", 24: "winter {year}",
        33: "first quarter of {year}", 34: "second quarter of {year}",
        35: "third quarter of {year}", 36: "fourth quarter of {year}",
        37: "first third of {year}", 38: "second third of {year}", 39: "last third of {year}",
        40: "first half of {year}", 41: "second half of {year}",
    },
    winter_years="{first}–{second}",
    decade="{start}s",
    decade_governed="the {start}s",
    century="{ordinal} century",
    century_governed="the {ordinal} century",
    approximate="about {}",
    uncertain="possibly {}",
    both="possibly about {}",
    since="since {}",
    until="until {}",
    starting="from {}, end unknown",
    ending="until {}, start unknown",
    between="{first} – {last}",
    same_month_days="{first}–{last}",
    same_year_months="{first}–{last}",
    time="{day}, {clock}",
)  # fmt: skip

ARABIC = Phrases(
    year="عام {}",
    year_governed="عام {}",
    seasons={
        21: "ربيع {year}", 22: "صيف {year}", 23: "خريف {year}", 24: "شتاء {year}",
        33: "الربع الأول من {year}", 34: "الربع الثاني من {year}",
        35: "الربع الثالث من {year}", 36: "الربع الرابع من {year}",
        37: "الثلث الأول من {year}", 38: "الثلث الثاني من {year}", 39: "الثلث الأخير من {year}",
        40: "النصف الأول من {year}", 41: "النصف الثاني من {year}",
    },
    winter_years="{first}/{second}",
    decade="{tens} القرن {ordinal}",
    decade_governed="{tens} القرن {ordinal}",
    century="القرن {ordinal}",
    century_governed="القرن {ordinal}",
    approximate="نحو {}",
    uncertain="ربما {}",
    both="ربما نحو {}",
    since="منذ {}",
    until="حتى {}",
    starting="من {}، ونهايته غير معروفة",
    ending="حتى {}، وبدايته غير معروفة",
    between="من {first} إلى {last}",
    same_month_days="من {first} إلى {last}",
    same_year_months="من {first} إلى {last}",
    time="{day}، {clock}",
)  # fmt: skip

#: Code of a language, without region → its phrases.
PHRASES: Mapping[str, Phrases] = {"en": ENGLISH, "ar": ARABIC}

#: The decades 0 to 9 of a century, in the form that modern written Arabic uses in all cases.
ARABIC_DECADES = (
    "العقد الأول من", "العقد الثاني من", "عشرينيات", "ثلاثينيات", "أربعينيات",
    "خمسينيات", "ستينيات", "سبعينيات", "ثمانينيات", "تسعينيات",
)  # fmt: skip

#: Ordinals of the centuries 1 to 21: nominative («القرن العشرون») and genitive («القرن العشرين»).
ARABIC_CENTURIES = (
    ("الأول", "الأول"), ("الثاني", "الثاني"), ("الثالث", "الثالث"), ("الرابع", "الرابع"), ("الخامس", "الخامس"),
    ("السادس", "السادس"), ("السابع", "السابع"), ("الثامن", "الثامن"), ("التاسع", "التاسع"), ("العاشر", "العاشر"),
    ("الحادي عشر", "الحادي عشر"), ("الثاني عشر", "الثاني عشر"), ("الثالث عشر", "الثالث عشر"),
    ("الرابع عشر", "الرابع عشر"), ("الخامس عشر", "الخامس عشر"), ("السادس عشر", "السادس عشر"),
    ("السابع عشر", "السابع عشر"), ("الثامن عشر", "الثامن عشر"), ("التاسع عشر", "التاسع عشر"),
    ("العشرون", "العشرين"), ("الحادي والعشرون", "الحادي والعشرين"),
)  # fmt: skip
