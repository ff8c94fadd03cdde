"""Work grows with the text and not faster: rule trials are counted, because time on a busy machine proves nothing."""

import pytest

from events.extraction.languages import load
from events.extraction.text import parse
from events.extraction.timex import recognition
from events.extraction.timex.rule_examples import checked_rulebook

HOSTILE = [
    "((((",
    "1 September 2015, ",
    "last last the the ",
    "1-1-1-",
    "the ",
    "1 سبتمبر 2015، ",
    "اليوم ",
    "يناير/",
    "بعد قبل ",
]


class CountingRegex:
    """A rule's regular expression that counts the characters it was given."""

    work = 0

    def __init__(self, regex):
        self._regex = regex

    def match(self, window):
        CountingRegex.work += len(window)
        return self._regex.match(window)


@pytest.fixture(params=["en", "ar"])
def book(request):
    book = checked_rulebook(load(request.param))
    counting = {rule: CountingRegex(rule.regex) for rule in book.rules}
    for rule, regex in counting.items():
        object.__setattr__(rule, "regex", regex)
    return book


def work(book, text):
    CountingRegex.work = 0
    document = parse(text, book.token_codes.language)
    recognition.recognise(document, recognition.encode(document, book), book)
    return CountingRegex.work


@pytest.mark.parametrize("piece", HOSTILE)
def test_ten_times_the_text_is_at_most_eleven_times_the_work(book, piece):
    small, large = work(book, piece * 300), work(book, piece * 3000)
    assert large <= 11 * max(small, 1)


def test_no_match_is_tried_beyond_the_longest_expression(book):
    one = work(book, "September " * 2)
    many = work(book, "September " * 2000)
    assert many <= one * 2000 * recognition._LONGEST


def test_word_of_a_megabyte_is_one_token():
    document = parse("a" * 1_000_000, load("en"))
    assert len(document.words) == 1
    assert document.sentences == [(0, 1, 0, 1_000_000, 0)]
