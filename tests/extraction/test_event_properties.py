"""Whatever the text: nothing is raised, spans are the text's own, the same input gives the same output."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.edtf import parse as parse_edtf
from events.extraction.engine import extract
from events.extraction.types import EVENT_TYPES

NEWS = {
    "en": [
        "Police", "arrested", "the", "attack", "on Monday", "said", "in 2015", ",", ".", '"', "(", "will", "sign",
        "treaty", "not", "It", "They", "He", "it", "Asked", "Sold", ". It", ". They", "the talks", "at the trial",
    ],
    "ar": [
        "أعلنت", "الشرطة", "هجوم", "أمس", "في 2015", "،", ".", "«", "»", "(", "سيوقع", "معاهدة", "لم", "الذي", "وقتل",
    ],
}  # fmt: skip
NEWSLIKE = [st.lists(st.sampled_from(words), max_size=60).map(" ".join) for words in NEWS.values()]
TEXTS = st.one_of(st.text(max_size=200), *NEWSLIKE)


@pytest.mark.parametrize("language", NEWS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(body=TEXTS, title=st.text(max_size=40))
def test_any_text_gives_events_whose_quotes_are_its_own_words(language, body, title):
    found = extract(body, published=date(2025, 3, 12), language=language, title=title)
    for event in found.events:
        assert event.type in EVENT_TYPES
        assert 0 < event.confidence < 1
        assert 0 < event.salience < 1
        assert 0 < len(event.title) <= 120
        assert parse_edtf(event.date).text == event.date
        assert event.mentions
        for mention in event.mentions:
            assert body[mention.start : mention.end] == mention.text
            assert mention.text
            assert mention.time is None or mention.time < len(found.timexes)
    assert extract(body, published=date(2025, 3, 12), language=language, title=title) == found
