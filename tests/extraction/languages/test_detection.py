"""Which language a text is in, and that others are refused."""

import pytest

from events.extraction.languages import detect
from events.extraction.types import UnsupportedLanguage


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said on Monday that the talks had failed.", "en"),
        ("Minister to visit Cairo on Monday", "en"),
        ("قال الوزير يوم الاثنين إن المحادثات فشلت في القاهرة.", "ar"),
        ("الوزير يزور القاهرة", "ar"),
        ("قال مدير شركة Google في مؤتمر عقد في دبي إن الشركة ستطلق هاتفا.", "ar"),
    ],
)
def test_a_supported_language_is_told(text, code):
    assert detect(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "وزیر امور خارجه ایران روز دوشنبه گفت که گفتگوها در تهران ادامه خواهد یافت.",
        "وزیر خارجہ نے کہا کہ مذاکرات جاری رہیں گے اور یہ ملک کے لیے بہتر ہے۔",
        "Le ministre a déclaré lundi que les discussions avec la délégation avaient échoué.",
        "Der Minister hat am Montag in Berlin gesagt, dass die Gespräche gescheitert sind.",
        "El ministro dijo el lunes que las conversaciones con la delegación han fracasado.",
        "Министр сообщил в понедельник, что переговоры провалились.",
        "外長は月曜日に会談が失敗したと述べた。",
        "2015-09-01",
        "",
    ],
)
def test_other_languages_are_refused(text):
    with pytest.raises(UnsupportedLanguage):
        detect(text)
