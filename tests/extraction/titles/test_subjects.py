"""Pronoun resolution and missing subjects in titles: how far back the name may stand."""

import pytest

from tests.extraction.sentences import adjectives, titles

LAUNCHED = "launched an attack on the port on 5 May 2024"
SIGNED = "signed the treaty in Oslo on 5 May 2024"


@pytest.mark.parametrize(("verbs", "named"), [(0, True), (11, True), (12, False), (13, False)])
def test_pronoun_means_the_subject_of_one_of_the_twelve_verbs_before(verbs, named):
    body = f"On 3 March 2024 Canada signed the treaty{' and men died' * verbs}. It {LAUNCHED}."
    assert (f"Canada {LAUNCHED}" in titles(body)) is named


@pytest.mark.parametrize(("sentences", "named"), [(1, False), (7, False), (8, True), (9, True)])
def test_pronoun_may_mean_a_person_of_the_eight_sentences_before(sentences, named):
    body = (
        f"President Anna Lindh spoke. {'Rain fell. ' * (sentences - 1)}"
        f"President Mary Robinson won the election on 3 March 2024. She {SIGNED}."
    )
    assert (f"Mary Robinson {SIGNED}" in titles(body)) is named


@pytest.mark.parametrize(("count", "named"), [(0, True), (5, True), (6, True), (7, False), (8, False)])
def test_pronoun_means_the_thing_before_where_it_has_at_most_seven_words(count, named):
    thing = f"The {adjectives(count)} lander".replace("  ", " ")
    assert (f"{thing} sent pictures on Monday" in titles(f"{thing} touched down. It sent pictures on Monday.")) is named


@pytest.mark.parametrize(("name", "named"), [("Holt", False), ("Ann Holt", True), ("Ann Mary Holt", True)])
def test_pronoun_means_a_person_of_no_list_only_if_named_in_full(name, named):
    found = titles(f"{name} won the race on Sunday. She signed the treaty on Monday.")
    assert (f"{name} signed the treaty on Monday" in found) is named


@pytest.mark.parametrize(("count", "named"), [(0, True), (3, True), (4, False)])
def test_coordinated_verb_takes_the_subject_of_one_of_the_four_verbs_before(count, named):
    deeds = ["visited a school in 2012", "opened a park in 2013", "joined a union in 2014", "met a king in 2015"]
    body = " and ".join(["The mayor won the cup in 2011", *deeds[:count], "resigned in 2019"])
    assert ("The mayor resigned in 2019" in titles(f"{body}.")) is named


@pytest.mark.parametrize("count", [2, 8, 9])
def test_name_before_who_has_at_most_eight_words(count):
    words = ["Bea", "Cleo", "Dora", "Edda", "Fay", "Gay", "Hetty", "Ines", "Quist"][-count:]
    found = titles(f"They mourned {' '.join(words)}, who was murdered in 2013.")
    assert f"{' '.join(words[-8:])} was murdered in 2013" in found


@pytest.mark.parametrize(("count", "whole"), [(0, True), (9, True), (10, False), (11, False)])
def test_subject_before_a_parenthetical_of_at_most_thirteen_words_is_kept(count, whole):
    aside = f"opened on 3 March 2024 {adjectives(count)}".strip()
    assert (f"The bridge {aside}" in titles(f"The bridge, {aside}, collapsed on Monday.")) is whole


@pytest.mark.parametrize(("thing", "named"), [("أمها", False), ("بيتها", True), ("مدينتها", True)])
def test_arabic_possessive_of_five_letters_after_a_verb_shows_who_acts(thing, named):
    body = f"افتتحت الوزيرة المتحف الجديد يوم الأحد 2 آذار 2025. وزارت {thing} في 4 آذار 2025."
    assert (f"الوزيرة زارت {thing} في 4 آذار 2025" in titles(body, "ar")) is named


@pytest.mark.parametrize(("count", "named"), [(0, True), (2, True), (3, False), (4, False)])
def test_arabic_subject_begins_at_most_three_words_behind_its_verb(count, named):
    between = " ".join(["يومها", "بعنف", "ليلا", "فجأة"][:count])
    body = f"هاجمت {between} فرنسا الميناء يوم الأحد 2 آذار 2025. وأعلنت أنها ستوقع المعاهدة في 4 آذار 2025."
    assert any(title.startswith("أعلنت أنها ستوقع") for title in titles(body, "ar")) is not named


@pytest.mark.parametrize(("verbs", "named"), [(0, True), (2, True), (3, True), (4, False), (5, False)])
def test_arabic_plural_verb_takes_the_plural_subject_of_the_last_four_verbs(verbs, named):
    shops = "، وأُغلقت المحلات" * verbs
    seized = "سيطروا على مبنى البلدية في 4 آذار 2025"
    body = f"وصل المتظاهرون إلى الساحة في 2 آذار 2025{shops}. و{seized}."
    assert (f"المتظاهرون {seized}" in titles(body, "ar")) is named


@pytest.mark.parametrize(("deed", "promise", "named"), [
    ("افتتحت الوزيرة", "وعدت", True),
    ("زارت الوزيرة", "وعدت", True),
    ("افتتح الوزير", "وعد", True),
    ("افتتح الوزير", "وعدت", False),
    ("زار الوزير", "وعدت", False),
    ("زارت الوزيرة", "وعد", False),
])  # fmt: skip
def test_arabic_verbs_share_a_subject_of_their_gender(deed, promise, named):
    subject = deed.split()[1]
    body = f"{deed} المتحف يوم الأحد 2 آذار 2025، و{promise} بترميم القلعة في نيسان المقبل."
    assert (f"{subject} {promise} بترميم القلعة في نيسان المقبل" in titles(body, "ar")) is named
