"""Of quotes within each other only the widest is shown."""

from events.queries.evidence.evidence import Quote
from events.queries.evidence.spans import widest


def quote(start, end, anchor="m1"):
    return Quote(text="", before="", after="", start=start, end=end, anchor=anchor)


def test_quote_within_another_is_left_out():
    wide, narrow = quote(0, 50), quote(10, 30, "m2")
    assert widest([wide, narrow]) == [wide]
    assert widest([narrow, wide]) == [wide]


def test_overlapping_or_separate_quotes_are_all_shown():
    quotes = [quote(0, 20), quote(10, 30, "m2"), quote(40, 50, "m3")]
    assert widest(quotes) == quotes


def test_same_span_twice_is_shown_once():
    one, other = quote(0, 20), quote(0, 20, "m2")
    assert widest([one, other]) == [one]
