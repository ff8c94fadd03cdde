"""Titles of events: with a subject, no pronoun at the head, and paired marks."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.extraction.engine import extract
from events.extraction.languages import load
from events.extraction.lexicon.entries import event_lexicon_of
from events.extraction.titles.headline_style import balanced

PUBLISHED = date(2025, 3, 12)


def titles_in(body, language):
    return [event.title for event in extract(body, published=PUBLISHED, language=language).events]


@pytest.mark.parametrize(
    ("language", "body", "title"),
    [
        (
            "en",
            "President Mary Robinson won the election on 3 March 2024. She signed the treaty in Oslo on 5 May 2024.",
            "Mary Robinson signed the treaty in Oslo on 5 May 2024",
        ),
        (
            "en",
            "On 3 March 2024 Canada signed the treaty. It launched an attack on the port on 5 May 2024.",
            "Canada launched an attack on the port on 5 May 2024",
        ),
        (
            "en",
            "Lawyer Jim Holm said Lindqvist planned to attend a Friday court hearing after a summons.",
            "Lindqvist planned to attend a Friday court hearing after a summons",
        ),
        (
            "en",
            "The fund owns shares in Nordvik Shipping which was bought by a rival in 2005.",
            "Nordvik Shipping was bought by a rival in 2005",
        ),
        (
            "en",
            "Police said there was a second attack at the station on Monday.",
            "A second attack at the station on Monday",
        ),
        (
            "ar",
            "عمان - وقعت الحكومة اتفاقية مع البنك يوم الأحد 3 آذار 2024.",
            "وقعت الحكومة اتفاقية مع البنك يوم الأحد 3 آذار 2024",
        ),
        (
            "ar",
            "وللتذكير فقد قطعت السعودية العلاقات مع الجارة في 3 آذار 2024.",
            "قطعت السعودية العلاقات مع الجارة في 3 آذار 2024",
        ),
        (
            "ar",
            "وكانت السعودية وإيران قد وقعتا اتفاقا في بكين في 10 آذار 2023.",
            "السعودية وإيران وقعتا اتفاقا في بكين في 10 آذار 2023",
        ),
        (
            "en",
            "The bridge, opened on 3 March 2024, collapsed on Monday.",
            "The bridge opened on 3 March 2024",
        ),
        (
            "en",
            "In May 2024 Canada joined the pact. Its ambassador resigned on 3 March 2025.",
            "Canada's ambassador resigned on 3 March 2025",
        ),
        (
            "ar",
            "قال وزير النقل يوم الأحد إنه سيزور ميناء البصرة في 20 آذار 2025.",
            "وزير النقل سيزور ميناء البصرة في 20 آذار 2025",
        ),
        (
            "ar",
            "أكد المتحدث أن البلدين وقعا معاهدة في مسقط في 3 آذار 2025.",
            "البلدان وقعا معاهدة في مسقط في 3 آذار 2025",
        ),
        (
            "ar",
            "جاء ذلك في القرار الذي اتخذه مجلس المدينة في 3 آذار 2024.",
            "القرار اتخذه مجلس المدينة في 3 آذار 2024",
        ),
        (
            "ar",
            "افتتحت الوزيرة المتحف الجديد يوم الأحد 2 آذار 2025، ووعدت بترميم القلعة في نيسان المقبل.",
            "الوزيرة وعدت بترميم القلعة في نيسان المقبل",
        ),
        (
            "ar",
            "أكدت البلدية الأربعاء أن عاملاً أنقذ طفلين من حريق كبير في السوق القديمة في 3 آذار 2025.",
            "البلدية: عامل أنقذ طفلين من حريق كبير في السوق القديمة في 3 آذار 2025",
        ),
        (
            "ar",
            "أدانت المحكمة رجلين في قضية تفجير المكتبة الذي وقع في كانون الأول 2016 وأسفر عن مقتل حارسها.",
            "تفجير المكتبة وقع في كانون الأول 2016 وأسفر عن مقتل حارسها",
        ),
        (
            "ar",
            "من جهة أخرى، افتتحت الوزيرة المتحف الجديد في 3 آذار 2025.",
            "افتتحت الوزيرة المتحف الجديد في 3 آذار 2025",
        ),
        (
            "ar",
            "أعلن مرصد الزلازل استمرت الهزات الأرضية في الجبل حتى مساء 3 آذار 2025.",
            "استمرت الهزات الأرضية في الجبل حتى مساء 3 آذار 2025",
        ),
        (
            "ar",
            "تقع البلدة على سفح جبل. وتعرضت لزلزال بقوة 6 درجات في 3 آذار 2023 أودى بحياة عشرين صيادا.",
            "زلزال بقوة 6 درجات في 3 آذار 2023 أودى بحياة عشرين صيادا",
        ),
        (
            "ar",
            "وصل المتظاهرون إلى الساحة في 2 آذار 2025. وسيطروا على مبنى البلدية في 4 آذار 2025.",
            "المتظاهرون سيطروا على مبنى البلدية في 4 آذار 2025",
        ),
    ],
)
def test_title_names_who_acts_and_begins_with_the_event(language, body, title):
    assert title in titles_in(body, language)


def test_pronoun_is_left_out_where_two_people_fit():
    body = (
        "President Mary Robinson met President Anna Lindh on 3 March 2024. She signed the treaty in Oslo on 5 May 2024."
    )
    assert "The treaty in Oslo on 5 May 2024" in titles_in(body, "en")


def test_whole_sentence_is_the_title_where_the_clause_has_no_subject():
    body = "عاد العمال إلى المصنع، ثم قطعوا الطريق الرئيسية في 3 آذار 2024."
    assert body.rstrip(".") in titles_in(body, "ar")


def test_too_long_title_is_cut_before_a_phrase():
    body = "The council signed a treaty on 3 March 2024 " + "with the fishermen of the northern coast " * 5 + "."
    [title] = titles_in(body, "en")
    assert len(title) <= 120
    assert title.endswith("coast")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("قمة «عاجلة في مسقط", "قمة عاجلة في مسقط"),
        ("the port (in the north) closed", "the port (in the north) closed"),
        (")the port( closed", "the port closed"),
        ('a "free port', "a free port"),
    ],
)
def test_unpaired_quotation_marks_and_brackets_are_removed(text, kept):
    assert balanced(text) == kept


WORDS = {
    "en": ["He", "it", "Police", "arrested", "signed", "a treaty", "on 3 March 2024", ",", ".", '"', "(", "]", "“"],
    "ar": ["هو", "أنه", "وقعت", "الشرطة", "معاهدة", "في 3 آذار 2024", "،", ".", "«", ")", "[", "أعلنت", "أن", "بحسب"],
}  # fmt: skip


@pytest.mark.parametrize("language", WORDS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_title_of_any_text_is_short_has_paired_marks_and_no_leading_pronoun(language, data):
    body = " ".join(data.draw(st.lists(st.sampled_from(WORDS[language]), max_size=40)))
    folder = load(language)
    lexicon = event_lexicon_of(folder)
    pronouns = lexicon.cue("PRONOUN", "person") | lexicon.cue("PRONOUN", "thing")
    for title in titles_in(body, language):
        assert 0 < len(title) <= 120
        assert folder.fold(title).split()[0] not in pronouns
        assert title == title[:1].upper() + title[1:]
        assert all(title.count(a) == title.count(b) for a, b in ("«»", "()", "[]", "“”"))
        assert title.count('"') % 2 == 0
