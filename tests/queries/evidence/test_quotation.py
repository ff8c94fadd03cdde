"""A quote is shown with the words around it, cut between words."""

from events.queries.evidence.quotation import quotation

BODY = "First paragraph.\nThe council met, then it voted, then everybody went home.\nLast paragraph."


def quoted(words, **options):
    start = BODY.index(words)
    return quotation(BODY, start, start + len(words), **options)


def test_context_of_a_quote_ends_with_its_paragraph():
    quote = quoted("then it voted")
    assert (quote.before, quote.text, quote.after) == (
        "The council met, ",
        "then it voted",
        ", then everybody went home.",
    )


def test_long_context_is_cut_between_words():
    quote = quoted("then it voted", room=12)
    assert (quote.before, quote.after) == ("… met, ", ", then …")


def test_quote_of_a_whole_paragraph_has_no_context():
    quote = quoted("Last paragraph.")
    assert (quote.before, quote.after) == ("", "")
