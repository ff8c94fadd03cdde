"""The engine as a whole: what goes in, what is refused, and that nothing else is ever raised."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.edtf import parse as parse_edtf
from events.extraction import ExtractionError, UnsupportedLanguage, extract, publication_day
from events.extraction.output import extraction_json
from events.extraction.types import Mention, Timex


@pytest.mark.parametrize(
    ("given_as", "day"),
    [
        (date(2025, 9, 1), date(2025, 9, 1)),
        (datetime(2025, 9, 1, 23, 30, tzinfo=UTC), date(2025, 9, 1)),
        ("2025-09-01", date(2025, 9, 1)),
        (" 2025-09-01T23:30:00+03:00 ", date(2025, 9, 1)),
        ("2025-09-01T23:30:00Z", date(2025, 9, 1)),
    ],
)
def test_publication_date_is_the_local_day(given_as, day):
    assert publication_day(given_as) == day


@pytest.mark.parametrize("wrong", ["", "yesterday", "2025-02-30", "01.09.2025"])
def test_wrong_publication_date_is_refused(wrong):
    with pytest.raises(ExtractionError, match="is not a publication date"):
        extract("The king died.", published=wrong, language="en")


def test_language_is_detected_from_title_and_text():
    assert extract("Rome", published="2025-09-01", title="The king is in the city of the popes").language == "en"


@pytest.mark.parametrize(("language", "known"), [("en-GB", "en"), ("AR", "ar"), ("ar_EG", "ar")])
def test_language_code_may_have_a_region(language, known):
    assert extract("", published="2025-09-01", language=language).language == known


def test_language_without_a_folder_is_refused():
    with pytest.raises(UnsupportedLanguage, match="“tlh” is not supported"):
        extract("Le roi est mort.", published="2025-09-01", language="tlh")


@pytest.mark.parametrize("language", ["en", "ar"])
@settings(max_examples=60, deadline=None)
@given(body=st.text(), title=st.text(max_size=40), published=st.dates())
def test_no_text_raises_and_every_span_matches_its_text(language, body, title, published):
    extraction = extract(body, published=published, language=language, title=title)
    told: list[Timex | Mention] = [
        *extraction.timexes,
        *(mention for event in extraction.events for mention in event.mentions),
    ]
    assert all(body[one.start : one.end] == one.text for one in told)
    assert all(parse_edtf(event.date) for event in extraction.events)
    assert extraction == extract(body, published=published, language=language, title=title)


def test_event_points_to_its_time_expression():
    extraction = extract("The two presidents signed a treaty in Rome on Friday.", published="2025-09-01", language="en")
    (event,) = extraction_json(extraction)["events"]
    assert event["date"] == "2025-08-29"
    assert extraction.timexes[event["mentions"][0]["time"]].text == "Friday"


def test_lead_event_of_an_article_without_dates_is_on_the_publication_day():
    found = extract(
        "ارتفعت حصيلة ضحايا حريق السوق إلى سبعة قتلى. وقال شهود إن النار بدأت في مخزن قديم.", published="2025-03-12"
    )
    assert [(event.date, event.basis.value) for event in found.events] == [("2025-03-12", "publication")]
