"""Nothing is published that no editor accepted: which sources wait at published events, and what becomes of them."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from events import desk
from events.desk.pending import what_it_changes
from events.models import Actor, Article, Decision, Event, ExtractionRun, KeptApart, Place, Source
from tests import factories
from tests.desk.test_record import BODY, BODY_AR, OTHER_BODY, SIGNED, SIGNED_AR, met, signed, signed_in_arabic
from tests.found_events import a_reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    return factories.an_article(body=BODY)


@pytest.fixture
def event(read, editor, article) -> Event:
    """A published event that one article tells."""
    read(article, a_reading(signed()))
    event = Event.objects.get()
    desk.set_visibility(events=[event], visibility="published", editor=editor)
    event.refresh_from_db()
    return event


def columns(event: Event) -> dict[str, object]:
    return dict(Event.objects.values().get(pk=event.pk))


def second(read, body: str = OTHER_BODY, **other) -> Source:
    """A second source of the event from another article, as linking adds it."""
    article = factories.an_article(body=body, outlet=factories.an_outlet())
    read(article, a_reading(signed(body, **other)))
    return article.sources.get()


class TestPublishing:
    def test_accepts_the_sources_of_the_event(self, event):
        source = event.sources.get()
        assert source.accepted_at
        assert event.decisions.get().after["sources"] == [source.pk]

    def test_shows_the_actor_and_place_names_of_its_sources(self, event):
        assert Actor.objects.get(key="JOR").names == {"en": "Jor"}
        assert Place.objects.get(key="JOR").names == {"en": "Jor"}

    def test_shows_the_time_expressions_of_its_run(self, event, article):
        assert article.runs.get().shown

    def test_article_also_accepts_its_sources_of_published_events(self, read, editor, event):
        other = factories.an_article(body=f"{BODY} And more was said.")
        read(other, a_reading(signed(), met()))
        assert desk.publish_article(article=other, editor=editor) == 2
        assert not Source.objects.pending().exists()
        assert Event.objects.published().count() == 2

    def test_hidden_event_again_accepts_sources_found_meanwhile(self, read, editor, event, article):
        desk.set_visibility(events=[event], visibility="hidden", editor=editor)
        read(article, a_reading(signed(title="The water pact")))
        event.refresh_from_db()
        assert event.title == "The water pact"
        desk.set_visibility(events=[event], visibility="published", editor=editor)
        assert event.sources.get().accepted_at


class TestNewSourceOfAPublishedEvent:
    def test_is_pending_and_changes_nothing_of_the_event(self, read, event):
        before = columns(event)
        source = second(read, title=f"{SIGNED} at last", date="2025-03-14T10:30", salience=1.0, names=["A Bank"])
        assert source.event == event
        assert list(Source.objects.pending()) == [source]
        assert columns(event) == before

    def test_does_not_make_its_article_readable(self, read, event, article):
        second(read)
        assert list(Article.objects.readable()) == [article]

    def test_shows_readers_no_new_names(self, read, event):
        arabic = factories.an_article(body=BODY_AR, language="ar")
        read(arabic, a_reading(signed_in_arabic(), language="ar"))
        jordan = Actor.objects.get(key="JOR")
        assert jordan.names == {"en": "Jor"}
        assert set(jordan.found_names) == {"en", "ar"}

    def test_lists_what_accepting_it_would_change(self, read, event):
        source = second(read, title=f"{SIGNED} at last", date="2025-03-14T10:30")
        changes = {change.column: (change.before, change.after) for change in what_it_changes(source)}
        assert changes["date"] == ("2025-03-14", "2025-03-14T10:30")
        assert changes["sources"] == (1, 2)

    def test_would_not_change_what_an_editor_set(self, read, editor, event):
        desk.edit_event(event=event, editor=editor, edtf="2025-03")
        source = second(read, date="2025-03-14T10:30")
        assert "date" not in {change.column for change in what_it_changes(source)}

    def test_changes_the_event_once_accepted(self, read, editor, event):
        source = second(read, title=f"{SIGNED} at last", date="2025-03-14T10:30")
        assert desk.accept_sources(sources=[source], editor=editor) == 1
        event.refresh_from_db()
        assert (event.edtf, event.source_count, len(event.found_outlets)) == ("2025-03-14T10:30", 2, 1)
        assert source.article in Article.objects.readable()

    def test_leaves_a_decision_that_says_what_changed_once_accepted(self, read, editor, event):
        source = second(read, title=f"{SIGNED} at last", date="2025-03-14T10:30")
        desk.accept_sources(sources=[source], editor=editor)
        decision = event.decisions.first()
        assert (decision.action, decision.before["date"], decision.after["date"]) == (
            "accept", "2025-03-14", "2025-03-14T10:30",
        )  # fmt: skip
        assert (decision.after["source"], decision.after["kind"]) == (source.pk, "new")

    def test_becomes_an_event_of_its_own_once_refused(self, read, editor, event):
        before, source = columns(event), second(read)
        desk.refuse_source(source=source, editor=editor)
        source.refresh_from_db()
        assert source.event != event
        assert source.event.visibility == "proposed"
        assert KeptApart.objects.filter(source=source, event=event).exists()
        assert event.decisions.filter(action=Decision.Action.REFUSE).exists()
        assert columns(event) == before

    def test_once_refused_is_not_linked_again(self, read, editor, event):
        source = second(read)
        desk.refuse_source(source=source, editor=editor)
        read(source.article, a_reading(signed(OTHER_BODY)))
        assert not Source.objects.pending().exists()

    def test_accepted_twice_counts_once(self, read, editor, event):
        source = second(read)
        assert [desk.accept_sources(sources=[source], editor=editor) for _ in range(2)] == [1, 0]

    def test_found_no_more_is_no_longer_pending(self, read, event):
        source = second(read)
        read(source.article, a_reading())
        assert event.sources.count() == 1


class TestRevisionOfAnAcceptedSource:
    @pytest.mark.parametrize(
        "other",
        [
            {"title": "Pact"}, {"date": "2025-03"}, {"type": "CONSULT"}, {"actors": ["JOR"]}, {"places": ["IRQ"]},
            {"salience": 1.0}, {"confidence": 0.4}, {"status": "planned"},
        ],
        ids=str,
    )  # fmt: skip
    def test_is_pending_and_changes_nothing_of_the_event(self, read, event, article, other):
        before = columns(event)
        read(article, a_reading(signed(**other)))
        revision = Source.objects.pending().get()
        assert (revision.event, revision.revises) == (event, event.sources.accepted().get())
        assert columns(event) == before

    def test_is_not_made_for_small_changes_of_salience_and_confidence(self, read, event, article):
        read(article, a_reading(signed(salience=0.62, confidence=0.77)))
        assert event.sources.get().salience == 0.6

    def test_leaves_the_quotes_and_dates_that_readers_see(self, read, event, article):
        shown = list(event.sources.get().mentions.values_list("pk", flat=True))
        read(article, a_reading(signed(title="Pact")))
        assert list(event.sources.accepted().get().mentions.values_list("pk", flat=True)) == shown
        assert ExtractionRun.objects.get(shown=True) != ExtractionRun.objects.get(current=True)

    def test_is_dropped_when_the_next_run_finds_what_was_accepted(self, read, event, article):
        read(article, a_reading(signed(title="Pact")))
        read(article, a_reading(signed()))
        assert not Source.objects.pending().exists()

    def test_replaces_the_source_once_accepted(self, read, editor, event, article):
        accepted = event.sources.get()
        read(article, a_reading(signed(title="Pact", date="2025-03")))
        desk.accept_sources(sources=Source.objects.pending(), editor=editor)
        event.refresh_from_db()
        assert (event.sources.get(), event.title, event.edtf) == (accepted, "Pact", "2025-03")
        assert event.sources.get().mentions.get().quote == SIGNED

    def test_is_not_proposed_again_once_refused(self, read, editor, event, article):
        before = columns(event)
        read(article, a_reading(signed(title="Pact")))
        desk.refuse_source(source=Source.objects.pending().get(), editor=editor)
        read(article, a_reading(signed(title="Pact")))
        assert not Source.objects.pending().exists()
        assert columns(event) == before
        read(article, a_reading(signed(title="Another pact")))
        assert Source.objects.pending().get().title == "Another pact"


class TestAcceptedSourceFoundNoMore:
    @pytest.fixture
    def gone(self, read, editor, event, article) -> Source:
        desk.accept_sources(sources=[second(read)], editor=editor)
        read(article, a_reading())
        return Source.objects.pending().get()

    def test_is_pending_for_removal_and_changes_nothing_of_the_event(self, read, event, article):
        before = columns(event)
        read(article, a_reading())
        assert Source.objects.pending().get().gone
        assert columns(event) == before

    def test_is_removed_once_an_editor_accepts_that(self, event, editor, gone):
        desk.accept_sources(sources=[gone], editor=editor)
        event.refresh_from_db()
        assert event.source_count == 1
        assert not event.sources.filter(pk=gone.pk).exists()

    def test_stays_once_refused_and_removal_is_not_proposed_again(self, read, event, article, editor, gone):
        desk.refuse_source(source=gone, editor=editor)
        read(article, a_reading())
        assert not Source.objects.pending().exists()
        assert event.sources.count() == 2

    def test_stays_where_it_is_the_only_source_of_the_event(self, read, event, article, editor):
        read(article, a_reading())
        with pytest.raises(ValidationError) as refused:
            desk.accept_sources(sources=Source.objects.pending(), editor=editor)
        assert refused.value.code == "only_source"
        assert event.sources.count() == 1

    def test_is_no_longer_pending_when_found_again(self, read, article, gone):
        read(article, a_reading(signed()))
        assert not Source.objects.pending().exists()


def test_accepted_source_stays_accepted_when_its_event_is_merged(read, editor, event):
    other = factories.an_event(visibility="published", title="Another")
    desk.merge_events(into=other, others=[event], editor=editor)
    assert not Source.objects.pending().exists()
    other.refresh_from_db()
    assert other.source_count == 2


def test_proposal_merged_into_a_published_event_leaves_its_source_pending(editor, event):
    proposal = factories.an_event(visibility="proposed", title="Another")
    desk.merge_events(into=event, others=[proposal], editor=editor)
    assert Source.objects.pending().get().title == "Another"
    event.refresh_from_db()
    assert event.source_count == 1


def test_arabic_source_of_a_published_event_is_pending_until_accepted(read, editor, event):
    arabic = factories.an_article(body=BODY_AR, language="ar")
    read(arabic, a_reading(signed_in_arabic(), language="ar"))
    event.refresh_from_db()
    assert event.titles == {"en": SIGNED}
    desk.accept_sources(sources=Source.objects.pending(), editor=editor)
    event.refresh_from_db()
    assert event.titles == {"en": SIGNED, "ar": SIGNED_AR}
    assert set(Actor.objects.get(key="JOR").names) == {"en", "ar"}
