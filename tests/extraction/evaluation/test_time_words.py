"""Which texts say more than a time."""

import pytest

from events.extraction.evaluation.time_words import says_something


@pytest.mark.parametrize(
    "text",
    [
        "on Monday", "Sept. 3, 2015", "in the last ten years", "1980s", "MONDAY", "", "— …", "a b c", "3rd",
        "يوم الإثنين الماضي", "في ١٢ أغسطس", "اغسطس", "وخلال الأسبوعين", "العام الجاري", "مُنذُ", "عـــام",
         "ومايو", "للاثنين",
    ],
)  # fmt: skip
def test_time_words_and_numbers_alone_say_only_a_time(text):
    assert not says_something(text)


@pytest.mark.parametrize(
    "text", ["opened on Monday", "Mondays", "ok", "the port", "انتخب في مايو", "يوم الانتخابات", "وزير", "إثر"]
)
def test_any_other_word_of_two_letters_says_more_than_a_time(text):
    assert says_something(text)
