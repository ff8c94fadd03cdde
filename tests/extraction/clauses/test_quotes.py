"""A quote holds the subject, the verb and what follows it, and no more than a reader needs."""

import pytest

from tests.extraction.sentences import PUBLISHED, adjectives, arabic_adjectives, dates, quotes, titles


@pytest.mark.parametrize(("count", "opening"), [(7, "The stout"), (8, "stout"), (9, "green")])
def test_quote_begins_at_most_nine_words_before_its_verb(count, opening):
    first = quotes(f"The {adjectives(count)} minister signed the treaty on Monday.")[0]
    assert first.startswith(opening)
    assert first.endswith("minister signed the treaty on Monday")


@pytest.mark.parametrize(("count", "quote"), [
    (2, "the stout green summit on Monday"),
    (3, "stout green shiny summit on Monday"),
    (4, "green shiny broad summit on Monday"),
])  # fmt: skip
def test_quote_begins_at_most_three_words_before_its_noun(count, quote):
    assert quote in quotes(f"In the town there was the {adjectives(count)} summit on Monday.")


@pytest.mark.parametrize("count", [6, 7, 9])
def test_quote_without_a_time_ends_eight_words_behind_its_verb(count):
    behind = f"the {adjectives(count)} treaty".split()[:8]
    assert f"The minister signed {' '.join(behind)}" in quotes(f"The minister signed the {adjectives(count)} treaty.")


@pytest.mark.parametrize(("count", "ending"), [(11, "on Monday"), (12, "smooth"), (13, "smooth")])
def test_quote_goes_on_to_a_time_at_most_fourteen_words_behind_its_verb(count, ending):
    words = f"the {adjectives(count)}".split()
    quote = next(quote for quote in quotes(f"The minister signed {' '.join(words)} on Monday.") if "signed" in quote)
    behind = [*words, "on", "Monday"] if ending == "on Monday" else words[:8]
    assert quote == f"The minister signed {' '.join(behind)}"


@pytest.mark.parametrize(("count", "opening"), [(3, "the"), (4, "stout"), (5, "green")])
def test_quote_has_five_words_of_the_noun_before_a_relative_clause(count, opening):
    [quote] = [quote for quote in quotes(f"They liked the {adjectives(count)} deal that was signed in 2015.")
               if quote.endswith("deal that was signed in 2015")]  # fmt: skip
    assert quote.split()[0] == opening


@pytest.mark.parametrize(("count", "opening"), [(15, "The minister, the"), (16, "minister, the"), (17, "signed the")])
def test_quote_has_the_subject_before_a_parenthetical_up_to_a_length(count, opening):
    assert quotes(f"The minister, the {adjectives(count)} man, signed the treaty on Monday.")[0].startswith(opening)


@pytest.mark.parametrize(("count", "quote"), [
    (3, "The firm (stout green shiny) signed the treaty on Monday"),
    (4, "The firm (stout green shiny broad) signed the treaty on Monday"),
    (5, "signed the treaty on Monday"),
    (6, "signed the treaty on Monday"),
])  # fmt: skip
def test_brackets_of_more_than_four_words_separate_subject_and_verb(count, quote):
    assert quotes(f"The firm ({adjectives(count)}) signed the treaty on Monday.")[0] == quote


@pytest.mark.parametrize("company", ["eBay", "iRobot"])
def test_short_word_that_ends_a_sentence_is_no_abbreviation(company):
    bought = f"{company} bought the firm on Monday"
    assert bought in quotes(f"They swam in the sea. {bought}.")


def test_abbreviation_of_two_letters_stands_inside_a_name():
    assert "The St. Louis plant closed in 2006" in quotes("The St. Louis plant closed in 2006.")


@pytest.mark.parametrize(("between", "quote"), [
    ("", "On Monday, ministers signed a treaty"),
    ("but ", "ministers signed a treaty"),
    ("but then ", "ministers signed a treaty"),
])  # fmt: skip
def test_quote_has_a_time_before_the_clause_only_if_a_comma_alone_separates_it(between, quote):
    assert quotes(f"On Monday, {between}ministers signed a treaty.")[0] == quote


@pytest.mark.parametrize(("count", "whole"), [(4, True), (12, True), (13, True), (14, False), (15, False)])
def test_title_takes_an_arabic_subject_of_fourteen_words_whole(count, whole):
    [title] = titles(f"المجلس {arabic_adjectives(count)} وقع المعاهدة في 3 آذار 2024.", "ar")
    assert title.startswith("المجلس") is whole


@pytest.mark.parametrize("verb", ["has shut", "has also shut", "has now also shut"])
def test_time_in_a_parenthetical_does_not_date_the_verb_after_it(verb):
    assert dates(f"The firm, which opened in 1990, {verb}.", of="COERCE") == [PUBLISHED]


def test_clause_after_a_relative_clause_keeps_its_time():
    assert dates("They toured the plant, which opened in 1990, when the mine shut.", of="COERCE") == ["1990"]
