"""Articles of our own writing: what a newsroom has published, and what reporters bring in about the same events later.

Each of ``LATER`` tells an event of ``FIRST`` with another title, a more exact date, from another outlet, with actors
that nobody named before, or in the other language, in which the known actors and places have no name yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Story:
    language: str
    published: date
    outlet: str
    title: str
    body: str


FIRST = [
    Story("en", date(2025, 3, 20), "Harbour Post", "Rivers shared", "Jordan and Iraq signed a water agreement in Amman in "
          "March 2025. Officials in both capitals had worked on the text for two years."),
    Story("ar", date(2024, 5, 30), "بريد الميناء", "اتفاق على الحبوب", "وقّعت مصر والسودان اتفاقية للحبوب في القاهرة في مايو "
          "2024. وتنص الاتفاقية على تخفيض الرسوم الجمركية بين البلدين."),
    Story("en", date(2024, 6, 28), "Harbour Post", "Measures against Minsk", "The European Union imposed sanctions on "
          "Belarus in Brussels in June 2024. The measures concern banks and potash."),
    Story("en", date(2025, 9, 1), "Gulf Ledger", "Gas talks planned", "Qatar and Oman will hold a gas summit in Doha in "
          "November 2025. Ministers are to discuss prices."),
    Story("ar", date(2023, 1, 31), "بريد الميناء", "عودة الصيادين", "أفرجت تونس عن عشرة صيادين من ليبيا في جربة في يناير "
          "2023. وعاد الصيادون إلى بلدهم."),
    Story("en", date(2025, 1, 31), "Lakes Courier", "Airport under fire", "Rebels attacked the airport of Goma in the "
          "Democratic Republic of Congo in January 2025. Flights were stopped for days."),
]  # fmt: skip

LATER = [
    Story("en", date(2025, 3, 16), "Evening Wire", "Signed at last", "Jordan, Iraq and Kuwait signed the long-awaited "
          "water agreement in Amman on 14 March 2025. It shares the river between them."),
    Story("ar", date(2025, 3, 17), "وكالة المساء", "اتفاقية المياه", "وقّع الأردن والعراق اتفاقية للمياه في الأردن يوم 14 "
          "مارس 2025. وتتقاسم الدولتان بموجبها مياه النهر."),
    Story("en", date(2024, 5, 14), "Evening Wire", "Cheaper bread", "Egypt and Sudan signed the grain agreement in Cairo on "
          "12 May 2024 with the help of the African Union. It lowers duties between the two countries."),
    Story("ar", date(2024, 6, 25), "وكالة المساء", "عقوبات أوروبية", "فرض الاتحاد الأوروبي عقوبات على بيلاروسيا في بروكسل "
          "في 24 يونيو 2024. وتشمل العقوبات المصارف والبوتاس."),
    Story("en", date(2024, 6, 25), "Evening Wire", "Harder sanctions", "The European Union imposed new sanctions on Belarus "
          "and Russia in Brussels on 24 June 2024, hitting banks, potash and timber."),
    Story("en", date(2025, 11, 13), "Evening Wire", "Summit held", "Qatar and Oman held a gas summit in Doha on 12 November "
          "2025 that Algeria joined. Ministers discussed prices."),
    Story("ar", date(2023, 1, 18), "وكالة المساء", "بوساطة جزائرية", "أفرجت تونس عن عشرة صيادين من ليبيا في جربة يوم 17 "
          "يناير 2023 بعد وساطة الجزائر."),
    Story("en", date(2023, 1, 18), "Evening Wire", "Fishermen are free", "Tunisia released ten fishermen from Libya in "
          "Houmt Souk on 17 January 2023 after Algeria had mediated."),
    Story("en", date(2025, 1, 28), "Evening Wire", "Goma attacked", "Rebels of the March 23 Movement attacked the airport "
          "of Goma in the Democratic Republic of Congo on 26 January 2025."),
    Story("en", date(2025, 5, 4), "Evening Wire", "Trebil is open", "Jordan and Iraq opened the border crossing of Trebil "
          "on 3 May 2025. Lorries had waited there for years."),
]  # fmt: skip

#: Told by nobody else, and published by nobody: its actors, its place and its outlet are the newsroom's alone.
DRAFT = Story(
    "en", date(2025, 7, 3), "Secret Sheet", "Nobody may know", "Minister Zubair Qandil met Governor Imelda Vantongeren "
    "in Tirana on 2 July 2025. Albania and Paraguay signed a fishing agreement in Tirana on the same day.",
)  # fmt: skip
