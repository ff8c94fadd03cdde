"""Where a title begins and ends: within a line of the timeline, with all that an event needs."""

import pytest

from events.extraction.languages import load
from events.extraction.lexicon.entries import event_lexicon_of
from events.extraction.titles.headline_style import Entries
from tests.extraction.sentences import adjectives, arabic_adjectives, titles


def filled(text, length, *, letter="x"):
    """The text with a last word that makes it so many characters long."""
    return text + letter * (length - len(text))


def entries(language):
    return Entries(load(language), event_lexicon_of(load(language)))


@pytest.mark.parametrize(("length", "kept"), [(119, 119), (120, 120), (121, 103), (122, 103)])
def test_title_has_at_most_a_hundred_and_twenty_characters(length, kept):
    clause = filled(f"Ministers signed a pact with {adjectives(12)} ", length)
    assert titles(f"{clause}.") == [clause[:kept]]


@pytest.mark.parametrize(("length", "goes_on"), [(38, True), (39, True), (40, False), (41, False)])
def test_title_under_forty_characters_goes_on_after_a_comma(length, goes_on):
    clause = filled("Ministers signed the pact with ", length)
    longer = f"{clause}, then home to the old men"
    assert titles(f"{longer}.") == [longer if goes_on else clause]


@pytest.mark.parametrize(("count", "named"), [(0, True), (13, True), (14, True), (15, False)])
def test_title_names_a_speaker_within_sixteen_words_before_the_speech(count, named):
    speaker = f"الوزير {arabic_adjectives(count)}".strip()
    title = titles(f"قال {speaker} أن البنك رفع الفائدة يوم الاثنين.", "ar")[0]
    assert title.startswith(f"{speaker}: البنك" if named else f"قال {speaker}")


@pytest.mark.parametrize(("mentions", "named"), [(1, True), (4, True), (5, False), (6, False)])
def test_title_is_that_of_the_best_of_the_first_five_mentions(mentions, named):
    body = "They attacked it on Monday. " * mentions + "Gunmen attacked the station on Monday."
    assert (titles(body) == ["Gunmen attacked the station on Monday"]) is named


@pytest.mark.parametrize(("length", "alone"), [(58, False), (59, False), (60, True), (61, True)])
def test_title_under_sixty_characters_naming_only_a_speaker_is_the_sentence(length, alone):
    end = " يوم الاثنين"
    clause = filled(f"تحدث الوزير {arabic_adjectives(4)} ", length - len(end), letter="ز") + end
    found = titles(f"هطلت الأمطار و{clause}.", "ar")
    assert (clause in found) is alone
    assert f"هطلت الأمطار و{clause}" in found


@pytest.mark.parametrize(("letters", "is_town"), [(8, True), (23, True), (24, True), (25, False), (30, False)])
def test_town_before_a_dash_has_at_most_twenty_four_letters(letters, is_town):
    town = filled("T", letters, letter="o")
    clause = "Ministers signed a pact on Monday"
    assert titles(f"{town} - {clause}.") == [clause if is_town else f"{town} - {clause}"]


@pytest.mark.parametrize(("opening", "left_out"), [("عمان بترا", True), ("عمان رويترز", True), ("عمان القديمة", False)])
def test_town_and_an_agency_without_a_mark_are_left_out(opening, left_out):
    clause = "وقعت الحكومة اتفاقية مع البنك يوم الأحد 3 آذار 2024"
    [title] = titles(f"{opening} {clause}.", "ar")
    assert title.startswith("وقعت الحكومة") is left_out


@pytest.mark.parametrize(("length", "left_out"), [(30, True), (58, True), (59, True), (60, False), (61, False)])
def test_attribution_is_left_out_where_it_ends_within_sixty_characters(length, left_out):
    source = filled("According to the ", length)
    mended = entries("en").mended(f"{source}, ministers signed a pact", opens_sentence=True)
    assert mended == ("ministers signed a pact" if left_out else f"{source}, ministers signed a pact")


@pytest.mark.parametrize(("title", "faults"), [
    ("Ministers signed agreements soon", 0),
    ("Ministers considered extradition", 3),
    ("The king won a big cup", 0),
    ("The king won one cup.", 3),
])  # fmt: skip
def test_title_of_four_words_and_twenty_two_characters_has_no_fault(title, faults):
    assert entries("en").faults(title, subject=True) == faults


@pytest.mark.parametrize(("count", "trimmed"), [(1, 1), (2, 2), (3, 3), (4, 3)])
def test_first_three_words_of_an_arabic_subject_lose_their_case_ending(count, trimmed):
    words, bare = ["عاملاً", "قوياً", "جديداً", "كبيراً"], ["عامل", "قوي", "جديد", "كبير"]
    subject = " ".join([*bare[:trimmed], *words[trimmed:count]])
    body = f"أكدت البلدية الأربعاء أن {' '.join(words[:count])} أنقذ طفلين من حريق في 3 آذار 2025."
    assert f"{subject} أنقذ طفلين من حريق في 3 آذار 2025" in titles(body, "ar")


@pytest.mark.parametrize(("body", "title"), [
    ("وبنك المدينة رفع الفائدة يوم الاثنين. هذا بنك قديم.", "بنك المدينة رفع الفائدة يوم الاثنين"),
    ("ومطعم المدينة أغلق أبوابه يوم الاثنين.", "مطعم المدينة أغلق أبوابه يوم الاثنين"),
    ("وفد المدينة وقع المعاهدة يوم الاثنين.", "وفد المدينة وقع المعاهدة يوم الاثنين"),
    ("وفود المدينة وقعت المعاهدة يوم الاثنين.", "وفود المدينة وقعت المعاهدة يوم الاثنين"),
    ("هطلت الأمطار؛ والمدير وقع المعاهدة يوم الاثنين.", "المدير وقع المعاهدة يوم الاثنين"),
    ("هطلت الأمطار؛ والمجلس وقع المعاهدة يوم الاثنين.", "المجلس وقع المعاهدة يوم الاثنين"),
    ("هطلت الأمطار؛ والجدي وقع المعاهدة يوم الاثنين.", "والجدي وقع المعاهدة يوم الاثنين"),
])  # fmt: skip
def test_arabic_title_loses_its_conjunction_where_the_rest_is_long_enough(body, title):
    assert title in titles(body, "ar")


def test_verb_without_its_subject_spoils_a_title_as_much_as_two_missing_parts():
    unprintable = entries("en").faults("Was signed by the old ministers", subject=True)
    lacking_two = entries("en").faults("Signed, sealed and sent to the old ministers", subject=False)
    short_and_lacking = entries("en").faults("Signed the pact", subject=False)
    assert 0 < unprintable == lacking_two < short_and_lacking < entries("en").faults("", subject=True)
