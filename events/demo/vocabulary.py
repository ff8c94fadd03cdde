"""The words of invented events, in Arabic and English."""

from __future__ import annotations

from functools import lru_cache

import pycountry
from babel import Locale

#: Type, and what two countries do: in English, and in Arabic in the dual of headlines.
DEEDS = (
    ("AGREE", "signed", "توقّعان على"),
    ("AGREE", "agreed on", "تتفقان على"),
    ("CONSULT", "discussed", "تناقشان"),
    ("CONSULT", "opened talks on", "تبدآن محادثات بشأن"),
    ("SUPPORT", "spoke up for", "تدعمان"),
    ("COOPERATE", "jointly prepared", "تعدّان معًا"),
    ("AID", "pledged money for", "تتعهّدان بتمويل"),
    ("REJECT", "turned down", "ترفضان"),
    ("ACCUSE", "blamed each other over", "تتبادلان الاتهامات حول"),
    ("THREATEN", "warned against", "تحذّران من"),
    ("PROTEST", "saw marches against", "تشهدان مسيرات ضد"),
    ("SANCTION", "imposed penalties over", "تفرضان عقوبات بسبب"),
    ("MOBILIZE", "sent troops to guard", "ترسلان قوات لحماية"),
    ("ELECT", "voted on", "تصوّتان على"),
    ("LEGISLATE", "passed a law on", "تقرّان قانونًا بشأن"),
    ("APPOINT", "named envoys for", "تعيّنان مبعوثين من أجل"),
    ("DISASTER", "lost", "تفقدان"),
    ("ECONOMY", "raised the price of", "ترفعان سعر"),
    ("LAUNCH", "opened", "تفتتحان"),
    ("STATEMENT", "commented on", "تعلّقان على"),
)

SUBJECTS = (
    ("a water treaty", "معاهدة المياه"),
    ("the northern railway", "السكة الحديدية الشمالية"),
    ("a gas field", "حقل الغاز"),
    ("the fishing quota", "حصة الصيد"),
    ("a border crossing", "المعبر الحدودي"),
    ("the grain harvest", "محصول القمح"),
    ("a solar plant", "محطة الطاقة الشمسية"),
    ("the old bridge", "الجسر القديم"),
    ("a prisoner exchange", "تبادل الأسرى"),
    ("the school programme", "البرنامج المدرسي"),
    ("a ceasefire", "وقف إطلاق النار"),
    ("the port extension", "توسعة الميناء"),
    ("a vaccine campaign", "حملة التطعيم"),
    ("the budget", "الموازنة"),
    ("an air route", "الخط الجوي"),
    ("the census", "التعداد السكاني"),
    ("a trade corridor", "الممر التجاري"),
    ("the flood defences", "سدود الفيضانات"),
    ("a satellite", "القمر الصناعي"),
    ("the film festival", "مهرجان السينما"),
)

OUTLETS = ("The Harbour Post", "Evening Courier", "Northern Wire", "صحيفة الميناء", "وكالة الشمال", "المساء")


@lru_cache(maxsize=1)
def countries() -> list[tuple[str, str, dict[str, str]]]:
    """(ISO 3166 three-letter code, two-letter code, CLDR's name by language) of each country."""
    english, arabic = Locale("en").territories, Locale("ar").territories
    return [
        (country.alpha_3, country.alpha_2, {"ar": arabic[country.alpha_2], "en": english[country.alpha_2]})
        for country in pycountry.countries
        if country.alpha_2 in english and country.alpha_2 in arabic
    ]
