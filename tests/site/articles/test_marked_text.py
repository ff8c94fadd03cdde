"""Every event and time expression of an article is marked where it stands, and no text is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.site.articles.marked_text import Dated, MarkedSpan, Piece, paragraphs

BODY = "The mayor opened the bridge on Monday.\n\nShe resigned a day later."


def shape(lines):
    return [[(piece.text, piece.events, piece.date, piece.ends) for piece in line] for line in lines]


def test_text_without_events_is_plain_paragraphs():
    assert paragraphs(BODY, [], []) == [
        [Piece("The mayor opened the bridge on Monday.")],
        [Piece("She resigned a day later.")],
    ]


def test_mention_is_marked_with_its_number_at_its_end():
    line = shape(paragraphs(BODY, [MarkedSpan(0, 37, 1)], [Dated(31, 37, "1 September 2025")]))[0]
    assert line == [
        ("The mayor opened the bridge on ", (1,), "", ()),
        ("Monday", (1,), "1 September 2025", (1,)),
        (".", (), "", ()),
    ]


def test_beginning_of_a_mention_has_an_anchor():
    first = paragraphs(BODY, [MarkedSpan(4, 27, 1)], [])[0]
    assert [piece.begins for piece in first] == [None, 4, None]


def test_overlapping_words_belong_to_both_mentions():
    line = shape(paragraphs("one two three", [MarkedSpan(0, 7, 1), MarkedSpan(4, 13, 2)], []))[0]
    assert line == [("one ", (1,), "", ()), ("two", (1, 2), "", (1,)), (" three", (2,), "", (2,))]


def test_mention_across_two_paragraphs_is_marked_and_numbered_in_both():
    first, second = paragraphs(BODY, [MarkedSpan(0, 52, 3)], [])
    assert [piece.ends for piece in first] == [(3,)]
    assert [(piece.text, piece.ends) for piece in second] == [("She resigned", (3,)), (" a day later.", ())]


@pytest.mark.parametrize("body", ["", "\n\n", "   \n\t"])
def test_blank_text_has_no_paragraphs(body):
    assert paragraphs(body, [], []) == []


@given(
    st.text(alphabet="ab\n اب", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6)
)
def test_pieces_joined_give_the_text_whatever_is_marked(body, spans):
    told = [MarkedSpan(start, start + length, number) for number, (start, length) in enumerate(spans)]
    joined = ["".join(piece.text for piece in line) for line in paragraphs(body, told, [])]
    assert joined == [line.strip() for line in body.splitlines() if line.strip()]
