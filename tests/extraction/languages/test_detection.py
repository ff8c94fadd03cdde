"""Which language a text is in, and that others are refused."""

import pytest

from events.extraction.languages import available, detect
from events.extraction.types import UnsupportedLanguage


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said on Monday that the talks had failed.", "en"),
        ("Minister to visit Cairo on Monday", "en"),
        ("قال الوزير يوم الاثنين إن المحادثات فشلت في القاهرة.", "ar"),
        ("الوزير يزور القاهرة", "ar"),
        ("وقّع رئيسا بلديتي المدينتين أمس الاثنين اتفاقًا لتشغيل خط عبّارات بعد عام من المفاوضات", "ar"),
        (
            "افتتحت وزارة الزراعة المصرية أمس ثلاث محطات جديدة لتحلية المياه وسط حضور رسمي وشعبي كبير في الإسكندرية",
            "ar",
        ),
        ("قال مدير شركة Google في مؤتمر عقد في دبي إن الشركة ستطلق هاتفا.", "ar"),
    ],
)
def test_supported_language_is_detected(text, code):
    assert detect(text) == code


#: Code and text; a language that gets a folder one day drops out of these by itself.
OTHERS = [
    ("fa", "وزیر امور خارجه ایران روز دوشنبه گفت که گفتگوها در تهران ادامه خواهد یافت."),
    ("ur", "وزیر خارجہ نے کہا کہ مذاکرات جاری رہیں گے اور یہ ملک کے لیے بہتر ہے۔"),
    # Persian and Urdu typed with the Arabic letters of an old keyboard, and a Kurdish text
    ("fa", "وزير خارجه ايران روز دوشنبه در تهران گفت گفتگوهاي پاييز با همسايگان ادامه مي يابد و گزارش چاپ خواهد شد."),
    ("ur", "وزیر اعظم نے پیر کو اسلام آباد میں کہا کہ حکومت نئی سڑکیں بنائے گی"),
    ("ckb", "سەرۆکی حکوومەت لە هەولێر ڕایگەیاند کە گفتوگۆکان بەردەوام دەبن لەگەڵ هەموو لایەنەکان."),
    ("fr", "Le ministre a déclaré lundi que les discussions avec la délégation avaient échoué."),
    ("de", "Der Minister hat am Montag in Berlin gesagt, dass die Gespräche gescheitert sind."),
    ("es", "El ministro dijo el lunes que las conversaciones con la delegación han fracasado."),
    ("ru", "Министр сообщил в понедельник, что переговоры провалились."),
    ("ja", "外長は月曜日に会談が失敗したと述べた。"),
    ("none", "2015-09-01"),
    ("none", ""),
]


@pytest.mark.parametrize("text", [text for code, text in OTHERS if code not in available()])
def test_other_languages_are_refused(text):
    with pytest.raises(UnsupportedLanguage):
        detect(text)
