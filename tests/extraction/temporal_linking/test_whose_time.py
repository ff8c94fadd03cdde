"""Temporal linking: an expression dates the nearest verb or noun; what stands between counts as distance."""

import pytest

from tests.extraction.sentences import PUBLISHED, adjectives, dates, events

MONDAY = "2025-03-10"


def way(body, verb):
    """Where the time of that verb's event comes from: its clause, its sentence, or farther away."""
    [rule] = [rule for event in events(body) for mention in event.mentions for rule in mention.rules
              if rule.startswith("time:") and any(one.startswith(f"{verb}:") for one in mention.rules)]  # fmt: skip
    return rule.removeprefix("time:")


@pytest.mark.parametrize(("count", "expected"), [(1, "clause"), (22, "clause"), (23, "sentence"), (30, "sentence")])
def test_time_at_most_twenty_two_words_behind_a_verb_stands_in_its_clause(count, expected):
    assert way(f"The minister resigned {adjectives(count)} on Monday.", "resign") == expected


@pytest.mark.parametrize(("count", "expected"), [(0, "clause"), (2, "clause"), (3, "clause"), (4, "sentence")])
def test_fourth_comma_separates_a_time_from_the_clause_of_its_verb(count, expected):
    assert way(f"The minister resigned{', stout' * count} on Monday.", "resign") == expected


@pytest.mark.parametrize(("count", "expected"), [(1, "clause"), (5, "clause"), (9, "sentence")])
def test_clause_word_counts_as_a_distance_of_sixteen_words(count, expected):
    assert way(f"The minister resigned when {adjectives(count)} on Monday.", "resign") == expected


@pytest.mark.parametrize(("count", "expected"), [(1, "clause"), (2, "clause"), (3, "sentence")])
def test_dash_counts_as_a_distance_of_twenty_words(count, expected):
    assert way(f"The minister resigned – {adjectives(count)} on Monday.", "resign") == expected


@pytest.mark.parametrize(("count", "expected"), [(0, "clause"), (1, "clause"), (2, "sentence")])
def test_verb_of_another_clause_counts_as_more_distance_than_a_word(count, expected):
    body = f"The pact in May that {adjectives(count)} ministers signed, that unions broke, shut firms."
    assert way(body, "sign") == expected


@pytest.mark.parametrize(("clauses", "day"), [
    ("when men", "2025-01"),
    ("when men when boys", "2025-01"),
    ("when men when boys when", MONDAY),
])  # fmt: skip
def test_semicolon_counts_as_a_distance_of_three_clause_words(clauses, day):
    assert dates(f"The stout green shiny in January {clauses} ministers resigned; on Monday.", of="APPOINT") == [day]


@pytest.mark.parametrize(("count", "told"), [(0, True), (3, True), (5, True), (6, False)])
def test_time_at_most_five_words_before_a_noun_dates_the_noun(count, told):
    assert (dates(f"On Monday {adjectives(count)} summit in Oslo.") == [MONDAY]) is told


@pytest.mark.parametrize(("count", "years"), [(0, ["2015"]), (3, ["2015"]), (4, []), (5, [])])
def test_year_with_an_article_belongs_to_a_noun_at_most_three_words_behind_it(count, years):
    assert dates(f"The 2015 {adjectives(count)} deal was praised.", of="AGREE") == years


@pytest.mark.parametrize(("count", "day"), [(1, MONDAY), (7, MONDAY), (8, PUBLISHED)])
def test_verb_looks_for_its_time_among_the_eight_before_it(count, day):
    deals = ", ".join(f"the {year} deal" for year in range(2000, 2000 + count))
    found = [event for event in events(f"On Monday {deals} and the treaty were signed.")
             if any("sign:AGREE" in mention.rules for mention in event.mentions)]  # fmt: skip
    assert [event.date for event in found] == [day]


@pytest.mark.parametrize("count", [2, 5, 6])
def test_each_of_several_coordinated_times_dates_an_event(count):
    years = [str(year) for year in range(2000, 2000 + count)]
    assert dates(f"The editor was attacked in {', '.join(years[:-1])} and {years[-1]}.") == years


@pytest.mark.parametrize("count", [7, 9])
def test_at_most_six_coordinated_times_date_an_event(count):
    years = [str(year) for year in range(2000, 2000 + count)]
    assert dates(f"The editor was attacked in {', '.join(years[:-1])} and {years[-1]}.") == years[:6]


@pytest.mark.parametrize(("count", "years"), [(1, []), (10, []), (11, ["2010"]), (12, ["2010"])])
def test_since_after_a_superlative_does_not_date_the_event(count, years):
    assert dates(f"It suffered the worst {adjectives(count)} since 2010.") == years


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "publication"), (2, "publication"), (3, "sentence"), (4, "sentence")]
)
def test_time_of_a_noun_after_the_word_after_does_not_date_the_verb(count, expected):
    assert way(f"Peru won the cup {adjectives(20)} after {adjectives(count)} election on Monday.", "win") == expected


@pytest.mark.parametrize(("count", "day"), [(25, PUBLISHED), (39, PUBLISHED), (40, MONDAY)])
def test_verb_within_forty_words_keeps_a_time_from_the_verb_before(count, day):
    body = f"He resigned {adjectives(count)} fell {adjectives(2)} deal on Monday."
    assert dates(body, of="APPOINT") == [day]


@pytest.mark.parametrize(("opening", "expected"), [
    ("On Monday", "clause"),
    ("Here on Monday", "clause"),
    ("In Oslo on Monday", "sentence"),
    ("Here in Oslo on Monday", "sentence"),
])  # fmt: skip
def test_time_that_opens_a_sentence_dates_its_first_verb_at_any_distance(opening, expected):
    assert way(f"{opening} {adjectives(26)} ministers signed the pact.", "sign") == expected


@pytest.mark.parametrize(("count", "days"), [(1, ["2025-03-08"]), (8, ["2025-03-08"]), (9, ["2025-03-08"]), (10, [])])
def test_days_after_count_to_an_event_at_most_ten_words_on(count, days):
    body = f"Peru closed the port on Monday, two days after {adjectives(count)} attack."
    assert dates(body, of="ASSAULT") == days


@pytest.mark.parametrize(("opening", "day"), [
    ("Two days after", "2025-03-08"),
    ("Just about two days after", "2025-03-08"),
    ("Here just about two days after", "2025-03-10"),  # counted from the day of publication
])  # fmt: skip
def test_days_after_that_open_a_sentence_are_counted_from_its_verb(opening, day):
    body = f"{opening} an attack in Oslo, ministers signed the pact on Monday."
    assert dates(body, of="ASSAULT") == [day]


@pytest.mark.parametrize(("between", "years"), [
    ("and", ["2015", "2017"]),
    ("and in", ["2015", "2017"]),
    (", and", ["2015", "2017"]),
    (", and in", ["2015"]),
])  # fmt: skip
def test_times_joined_by_at_most_two_tokens_each_date_an_event(between, years):
    assert dates(f"The editor was attacked in 2015 {between} 2017.".replace(" ,", ",")) == years
