"""What a pronoun at the head of a clause stands for, and when nothing can be said."""

import pytest

from events.extraction.engine import extract


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("Adjusted profit rose on Monday. It launched a product on Tuesday.", "Launched a product on Tuesday"),
        ("Rejected on Monday. It was signed on Tuesday.", "Signed on Tuesday"),
    ],
)
def test_pronoun_after_a_sentence_beginning_with_its_verb_is_not_resolved(body, title):
    titles = [event.title for event in extract(body, published="2025-03-12", language="en").events]
    assert title in titles
