"""Mentions: which nouns belong to a verb, who takes part, and which words stand for a verb left out."""

import pytest

from tests.extraction.sentences import PUBLISHED, adjectives, arabic_adjectives, dates, events, quotes


def rules(body, language="en"):
    return [mention.rules for event in events(body, language) for mention in event.mentions]


@pytest.mark.parametrize(("count", "carries"), [(1, True), (9, True), (10, False)])
def test_light_verb_carries_a_noun_at_most_nine_words_behind_it(count, carries):
    [rule] = rules(f"The league held {adjectives(count)} summit in 2019.")
    assert (rule[0] == "hold:OTHER") is carries
    assert "summit:CONSULT" in rule


@pytest.mark.parametrize(("count", "carries"), [(2, True), (4, True), (5, False)])
def test_light_verb_takes_a_noun_at_most_four_words_before_it(count, carries):
    rule = rules(f"An explosion {adjectives(count)} occurred in 2019.")[0]
    assert ("explosion:ASSAULT" in rule) is carries


@pytest.mark.parametrize(("count", "number"), [(1, 1), (6, 1), (7, 2)])
def test_noun_more_than_six_words_behind_a_verb_is_not_its_object(count, number):
    attack = events(f"An attack occurred in 2019. Peru condemned {adjectives(count)} attack.")[0]
    assert len(attack.mentions) == number


@pytest.mark.parametrize(("count", "carries"), [(0, True), (1, True), (2, False)])
def test_arabic_participle_describes_a_noun_at_most_one_word_before_it(count, carries):
    rule = rules(f"حضر الوزير القمة {arabic_adjectives(count)} المنعقدة يوم الاثنين.", "ar")[0]
    assert ("قمة:CONSULT" in rule) is carries


@pytest.mark.parametrize(("count", "number"), [(1, 2), (3, 2), (4, 1)])
def test_arabic_verb_belongs_to_a_noun_at_most_four_words_before_it(count, number):
    quake = events(f"شهدت البلاد يوم الاثنين زلزالا في {arabic_adjectives(count)} ضرب الساحل.", "ar")[0]
    assert len(quake.mentions) == number


@pytest.mark.parametrize(("count", "told"), [(1, True), (2, True), (3, False), (4, False)])
def test_there_was_takes_a_noun_at_most_four_words_after_it(count, told):
    assert bool(events(f"There was a {adjectives(count)} attack.")) is told


@pytest.mark.parametrize(("count", "day"), [(1, "2014-03-03"), (2, "2014-03-03"), (3, PUBLISHED), (4, PUBLISHED)])
def test_then_at_most_three_words_after_a_verb_means_the_last_time(count, day):
    body = f"قطعت مصر العلاقات مع تونس في 3 آذار 2014. وأغلقت الحدود {arabic_adjectives(count)} حينها."
    assert dates(body, "ar") == ["2014-03-03", day]


@pytest.mark.parametrize(("count", "told"), [(1, True), (14, True), (15, False), (16, False)])
def test_noun_takes_a_time_within_a_distance(count, told):
    found = quotes(f"They spoke of a summit {adjectives(count)} on Monday.")
    assert any(quote.startswith("a summit") for quote in found) is told


@pytest.mark.parametrize(("partners", "number"), [
    ("Ghana", 4),
    ("Ghana, Nepal and Sweden", 6),
    ("Ghana, Nepal, Sweden and Norway", 6),
])  # fmt: skip
def test_event_names_at_most_six_who_took_part(partners, number):
    [event] = events(f"Peru, Chile and Kenya signed a treaty with {partners} on Monday.")
    assert len(event.actors) == number


@pytest.mark.parametrize(("body", "roles"), [
    ("وقعت مصر وتونس معاهدة يوم الاثنين.", ["actor", "actor"]),
    ("وقعت مصر ومعها تونس معاهدة يوم الاثنين.", ["actor", "actor"]),
    ("زار وزير خارجية مصر يوم الاثنين تونس.", ["actor", "target"]),
])  # fmt: skip
def test_names_with_one_word_between_after_an_arabic_verb_are_joint_actors(body, roles):
    [event] = events(body, "ar")
    assert [actor.role for actor in event.actors] == roles


@pytest.mark.parametrize(("count", "told"), [(1, ["2007", "2011"]), (6, ["2007", "2011"]), (7, ["2007"])])
def test_time_at_most_seven_words_after_a_comma_takes_the_elided_verb(count, told):
    assert dates(f"The chain opened a shop in 2007, {adjectives(count)} in 2011.") == told


@pytest.mark.parametrize(("count", "told"), [(1, ["1998", "2001"]), (8, ["1998", "2001"]), (9, ["1998"])])
def test_time_after_a_comma_takes_the_elided_verb_with_at_most_eight_words(count, told):
    assert dates(f"In 1998 the firm introduced a laptop, in 2001 {adjectives(count)}.") == told


@pytest.mark.parametrize("words", ["another in 2011", "one in 2011", "again in 2011"])
def test_one_word_before_a_time_is_enough_to_take_the_elided_verb(words):
    assert words in quotes(f"The chain opened a shop in 2007, {words}.")


@pytest.mark.parametrize(("count", "number"), [(0, 2), (2, 2), (3, 1), (4, 1)])
def test_arabic_participle_has_a_time_of_its_own_at_most_two_words_behind_it(count, number):
    [event] = events(f"نشرت الصحيفة الورقة المنشورة {arabic_adjectives(count)} في 3 آذار 2024.", "ar")
    assert len(event.mentions) == number
