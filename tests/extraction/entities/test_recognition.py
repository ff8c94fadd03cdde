"""Entities in running text: their kind, their key, and which words are no names."""

import itertools
import json
import subprocess
import sys

import pytest

from events.extraction.entities import Name, NameKind, find_names, known_names
from events.extraction.entities.countries import iso_countries
from events.extraction.languages import load
from events.extraction.text import parse


def names_in(text: str, code: str) -> tuple[Name, ...]:
    language = load(code)
    return find_names(parse(text, language), language)


def only(text: str, code: str, written: str) -> Name:
    found = [name for name in names_in(text, code) if text[name.start : name.end] == written]
    assert len(found) == 1, names_in(text, code)
    return found[0]


@pytest.mark.parametrize(
    ("code", "text", "written"),
    [
        ("en", "Troops from Russia crossed the border.", "Russia"),
        ("en", "The Russian delegation left early.", "Russian"),
        ("en", "Russians went to the polls.", "Russians"),
        ("en", "The message came from Moscow overnight.", "Moscow"),
        ("en", "A spokesman for the Kremlin declined to comment.", "Kremlin"),
        ("ar", "غادر الوفد روسيا ليلا", "روسيا"),
        ("ar", "وصلت القوات الروسية إلى الحدود", "الروسية"),
        ("ar", "قال دبلوماسيون روس وروسيون آخرون", "روسيون"),
        ("ar", "جاء الرد من موسكو سريعا", "موسكو"),
        ("ar", "نفى الكرملين هذه الأنباء", "الكرملين"),
        ("ar", "اتصالات لروسيا مع جيرانها", "روسيا"),
        ("ar", "تجمع المتظاهرون للروس الغاضبين", "لروس"),
    ],
)
def test_all_names_of_a_country_have_one_actor_key(code, text, written):
    assert only(text, code, written).as_actor().key == "RUS"


@pytest.mark.parametrize(
    ("code", "text", "written", "key"),
    [
        ("en", "The UN convoy arrived.", "UN", "UN"),
        ("en", "Envoys of the United Nations arrived.", "United Nations", "UN"),
        ("ar", "وصلت قافلة للأمم المتحدة", "لأمم المتحدة", "UN"),
        ("en", "The Shanghai Cooperation Organisation met.", "Shanghai Cooperation Organisation", "SCO"),
        ("ar", "اجتمعت منظمة شنغهاي للتعاون", "منظمة شنغهاي للتعاون", "SCO"),
        ("ar", "قصف الناتو الجسر", "الناتو", "NATO"),
        ("en", "Fighters of Hezbollah withdrew.", "Hezbollah", "HEZBOLLAH"),
        ("ar", "انسحب مقاتلو حزب الله", "حزب الله", "HEZBOLLAH"),
        ("ar", "ارتفعت صادرات السعودية", "السعودية", "SAU"),
        ("ar", "انتقد مسؤولون أمريكيون القرار", "أمريكيون", "USA"),
        ("en", "Danes voted against the plan.", "Danes", "DNK"),
        ("en", "The Dutch parliament approved it.", "Dutch", "NLD"),
        ("en", "The U.S. economy shrank.", "U.S.", "USA"),
    ],
)
def test_known_organisations_have_a_key_shared_by_languages(code, text, written, key):
    assert only(text, code, written).as_actor().key == key


def test_capital_is_a_city_as_place_and_its_country_as_actor():
    english, arabic = only("He landed in Tehran.", "en", "Tehran"), only("هبطت الطائرة في طهران", "ar", "طهران")
    assert english.as_place().key == arabic.as_place().key
    assert english.as_place().key.startswith("geonames:")
    assert english.as_actor().key == arabic.as_actor().key == "IRN"


def test_demonym_is_no_place_and_displays_its_country():
    name = only("قال وزير المالية المصري ذلك", "ar", "المصري")
    assert not name.locates
    assert name.display == "مصر"


@pytest.mark.parametrize(
    ("code", "text", "person"),
    [
        ("en", "President Maria Lindqvist signed the bill.", "Maria Lindqvist"),
        ("en", "The Swedish Prime Minister Ulf Alm resigned.", "Ulf Alm"),
        ("en", "Foreign Minister Ana de la Cruz flew home.", "Ana de la Cruz"),
        ("en", "They met the actor Pavel Kowal in a hotel.", "Pavel Kowal"),
        ("en", "Mayor of London Peter Marsh spoke.", "Peter Marsh"),
        ("ar", "استقبل الرئيس الروسي فلاديمير بوتين في القصر وفدا", "فلاديمير بوتين"),
        ("ar", "قال وزير الخارجية المصري سامح شكري في مؤتمر", "سامح شكري"),
        ("ar", "التقى الملك عبد الله بن الحسين بالوفد", "عبد الله بن الحسين"),
    ],
)
def test_person_is_recognised_after_a_title(code, text, person):
    assert person in [name.display for name in names_in(text, code) if name.kind is NameKind.PERSON]


@pytest.mark.parametrize(
    ("code", "text", "surname", "whole"),
    [
        ("en", "President Maria Lindqvist won. On Monday Lindqvist thanked voters.", "Lindqvist", "Maria Lindqvist"),
        ("ar", "وصل الرئيس الفرنسي إيمانويل ماكرون. ثم غادر ماكرون المدينة.", "ماكرون", "إيمانويل ماكرون"),
    ],
)
def test_surname_alone_is_the_person_named_before(code, text, surname, whole):
    full, later = (name for name in names_in(text, code) if name.display == whole)
    assert text[later.start : later.end] == surname
    assert later.key == full.key


@pytest.mark.parametrize(
    ("text", "written", "kind"),
    [
        ("The fire closed Brussels Airport for hours.", "Brussels Airport", NameKind.PLACE),
        ("The Bank of Finland cut rates.", "Bank of Finland", NameKind.ORGANISATION),
        ("Staff of the Justice Department left.", "Justice Department", NameKind.ORGANISATION),
        ("They kept the Paris Agreement alive.", "Paris Agreement", NameKind.OTHER),
        ("Snow fell in Uppland overnight.", "Uppland", NameKind.PLACE),
        ("North American sales fell.", "North American", NameKind.PLACE),
    ],
)
def test_unlisted_name_gets_its_kind_from_form_and_context(text, written, kind):
    assert only(text, "en", written).kind is kind


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "It is a nice bath, and reading helps us to split most of it."),
        ("en", "Passengers walked home."),
        ("en", "On Monday in May we ate turkey from china."),
        ("ar", "بعد الخبر الجديد جاء الباب الجميل"),
        ("ar", "الأزمة المالية في المدينة"),
    ],
)
def test_common_words_are_no_names(code, text):
    assert names_in(text, code) == ()


@pytest.mark.parametrize("code", ["ar", "en"])
def test_keys_of_organisations_are_no_country_codes(code):
    keys = {row.value for row in load(code).lexicon("entities/organisations")}
    assert keys.isdisjoint(iso_countries())


def test_both_languages_know_the_same_organisations_by_the_same_keys():
    arabic, english = ({row.value for row in load(code).lexicon("entities/organisations")} for code in ("ar", "en"))
    assert len(arabic & english) > 50


@pytest.mark.parametrize("code", ["ar", "en"])
def test_country_rows_have_iso_codes(code):
    tables = ("country", "seat", "capital", "demonym", "demonym_irregular")
    keys = {row.value for row in load(code).lexicon("entities/countries") if row.table in tables}
    assert keys <= set(iso_countries())


def test_names_are_in_order_and_do_not_overlap():
    text = "President Vladimir Ivanov met Mr Obama and the French Embassy near Brussels. Ivanov of Bank of America."
    names = names_in(text, "en")
    assert all(before.last <= after.first for before, after in itertools.pairwise(names))
    assert all(name.start < name.end for name in names)


LOADING = """
import json, re, time
from events.extraction.languages import load
from events.extraction.entities import known_names
start = time.process_time()
for code in ("ar", "en"):
    known_names(load(code))
seconds = time.process_time() - start
# Not getrusage: its peak begins with that of the process that started this one.
peak = re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())
print(json.dumps([seconds, int(peak[1]) / 1024]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads its memory from /proc")
def test_gazetteers_load_fast_and_small():
    done = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, check=True)
    seconds, megabytes = json.loads(done.stdout)
    assert seconds < 1.5  # 0.55 on an idle core; the bound leaves room for a busy one
    assert megabytes < 200


def test_gazetteer_is_loaded_once():
    assert known_names(load("en")) is known_names(load("en"))


def test_word_with_a_prefixed_preposition_begins_no_persons_name():
    language = load("ar")
    document = parse("وقام الوزير الروسي بزيارة العاصمة", language)
    people = [name for name in find_names(document, language) if name.kind is NameKind.PERSON]
    bounded = find_names(document, language, lambda word: word == language.fold("بزيارة"))
    assert people
    assert [name for name in bounded if name.kind is NameKind.PERSON] == []
