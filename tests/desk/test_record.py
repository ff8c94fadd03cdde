"""What becomes of an extraction: linked to known events, matched with what earlier runs found."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from events import desk
from events.desk.extract import claim
from events.desk.record import record
from events.models import Actor, Event, Source
from tests import factories
from tests.found_events import a_reading, found_event

SIGNED = "Jordan and Iraq signed a water agreement in Amman"
SIGNED_AR = "وقّع الأردن والعراق اتفاقية للمياه في عمّان"
MET = "Their ministers met in Baghdad"
BODY = f"{SIGNED} on 14 March 2025. {MET} a week earlier."
OTHER_BODY = f"Water for two rivers. {SIGNED}, officials said on Friday."
BODY_AR = f"{SIGNED_AR} يوم الجمعة بحضور وزراء البلدين."
CAST = {"actors": ["JOR", "IRQ"], "places": ["JOR"]}


def first(body: str = BODY):
    return factories.an_article(body=body)


def signed(body: str = BODY, **more):
    return found_event(body, SIGNED, **CAST | more)


def met(body: str = BODY, **more):
    return found_event(body, MET, **{"type": "CONSULT", "date": "2025-03-07", "actors": ["JOR", "IRQ"]} | more)


def signed_in_arabic(**more):
    return found_event(BODY_AR, SIGNED_AR, **CAST | more)


@pytest.mark.django_db
class TestLinking:
    def test_second_article_of_an_event_becomes_its_second_source(self, read):
        read(first(), a_reading(signed()))
        read(first(OTHER_BODY), a_reading(signed(OTHER_BODY)))
        event = Event.objects.get()
        assert (event.sources.count(), event.source_count) == (2, 2)

    def test_arabic_mention_is_linked_to_an_english_event(self, read):
        read(first(), a_reading(signed()))
        article = factories.an_article(body=BODY_AR, language="ar")
        read(article, a_reading(signed_in_arabic(), language="ar"))
        event = Event.objects.get()
        assert event.titles == {"en": SIGNED, "ar": SIGNED_AR}
        assert event.sources.get(article=article).link_reason["actors"] == ["IRQ", "JOR"]

    @pytest.mark.parametrize(
        "other",
        [
            {"date": "2025-03-20"},
            {"type": "REJECT"},
            {"actors": ["EGY", "SDN"], "title": "Egypt and Sudan sign a grain deal", "places": ["EGY"]},
        ],
    )
    def test_mentions_that_differ_in_day_type_or_actors_are_not_linked(self, read, other):
        read(first(), a_reading(signed()))
        read(first(OTHER_BODY), a_reading(signed(OTHER_BODY, **other)))
        assert Event.objects.count() == 2

    def test_two_events_of_one_article_are_never_linked(self, read):
        read(first(), a_reading(signed(), met(type="AGREE", date="2025-03-14")))
        assert Event.objects.count() == 2

    def test_event_with_two_sources_shows_the_more_exact_date(self, read):
        read(first(), a_reading(signed(date="2025-03", basis="vague")))
        read(first(OTHER_BODY), a_reading(signed(OTHER_BODY, date="2025-03-14")))
        assert Event.objects.get().edtf == "2025-03-14"

    def test_event_with_two_sources_has_higher_salience(self, read):
        read(first(), a_reading(signed(salience=0.5)))
        alone = Event.objects.get().salience
        read(first(OTHER_BODY), a_reading(signed(OTHER_BODY, salience=0.5)))
        assert Event.objects.get().salience > alone

    def test_event_with_a_new_source_stays_published(self, read, editor):
        read(first(), a_reading(signed()))
        desk.set_visibility(events=Event.objects.all(), visibility="published", editor=editor)
        read(first(OTHER_BODY), a_reading(signed(OTHER_BODY)))
        assert Event.objects.get().visibility == "published"

    def test_nothing_is_linked_to_a_merged_event(self, read, editor):
        read(first(), a_reading(signed()))
        merged, other = Event.objects.get(), factories.an_event(visibility="proposed", type="DEATH")
        desk.merge_events(into=other, others=[merged], editor=editor)
        read(first(OTHER_BODY), a_reading(signed(OTHER_BODY)))
        merged.refresh_from_db()
        assert merged.sources.count() == 0

    def test_detached_source_is_not_linked_again_by_a_later_run(self, read, editor):
        read(first(), a_reading(signed()))
        article = first(OTHER_BODY)
        read(article, a_reading(signed(OTHER_BODY)))
        desk.detach_source(source=article.sources.get(), editor=editor)
        read(article, a_reading(signed(OTHER_BODY)))
        assert Event.objects.count() == 2
        assert all(event.sources.count() == 1 for event in Event.objects.all())


@pytest.mark.django_db
class TestRunAgain:
    def test_same_extraction_changes_nothing(self, read):
        article = first()
        read(article, a_reading(signed(), met()))
        before = set(Event.objects.values_list("pk", "edtf", "type"))
        read(article, a_reading(signed(), met()))
        assert set(Event.objects.values_list("pk", "edtf", "type")) == before
        assert Source.objects.count() == 2
        assert article.runs.filter(current=True).count() == 1

    def test_editors_title_date_and_visibility_stay(self, read, editor):
        article = first()
        read(article, a_reading(signed()))
        event = Event.objects.get()
        desk.edit_event(event=event, editor=editor, titles={"en": "The accord"}, edtf="2025-03-13")
        desk.set_visibility(events=[event], visibility="published", editor=editor)
        desk.set_visibility(events=[event], visibility="hidden", editor=editor)
        read(article, a_reading(signed(title="Something else", date="2025-03")))
        event.refresh_from_db()
        assert (event.title, event.edtf, event.found_edtf, event.visibility) == (
            "The accord", "2025-03-13", "2025-03", "hidden",
        )  # fmt: skip

    def test_newly_found_event_is_added(self, read):
        article = first()
        read(article, a_reading(signed()))
        read(article, a_reading(signed(), met()))
        assert Event.objects.count() == 2

    def test_event_found_no_more_is_deleted(self, read):
        article = first()
        read(article, a_reading(signed(), met()))
        read(article, a_reading(met()))
        assert [source.title for source in Source.objects.all()] == [MET]
        assert Event.objects.count() == 1

    def test_event_found_no_more_stays_stale_where_an_editor_decided(self, read, editor):
        article = first()
        read(article, a_reading(signed(), met()))
        event = Event.objects.get(type="AGREE")
        desk.edit_event(event=event, editor=editor, titles={"en": "The accord"})
        read(article, a_reading(met()))
        source = event.sources.get()
        assert source.stale
        assert source.mentions.get().quote == SIGNED
        read(article, a_reading(signed(), met()))
        source.refresh_from_db()
        assert not source.stale

    def test_event_with_another_source_loses_only_the_one_found_no_more(self, read):
        article = first()
        read(article, a_reading(signed()))
        read(first(OTHER_BODY), a_reading(signed(OTHER_BODY)))
        read(article, a_reading(met()))
        event = Event.objects.get(type="AGREE")
        assert (event.sources.count(), event.source_count) == (1, 1)

    def test_two_events_of_one_clause_are_matched_in_any_order(self, read, editor):
        """The order in which an engine gives them means nothing."""
        article = first()
        visit = found_event(BODY, SIGNED, title="Visit", type="CONSULT", date="2025-03-13")
        read(article, a_reading(signed(), visit))
        agreed = Event.objects.get(type="AGREE")
        read(article, a_reading(visit, signed()))
        agreed.refresh_from_db()
        assert (agreed.type, agreed.edtf) == ("AGREE", "2025-03-14")

    def test_event_quoted_with_a_longer_clause_is_matched(self, read):
        article = first()
        read(article, a_reading(signed()))
        event = Event.objects.get()
        read(article, a_reading(found_event(BODY, f"{SIGNED} on 14 March 2025", actors=["JOR", "IRQ"], places=["JOR"])))
        assert Event.objects.get() == event

    def test_source_whose_new_date_contradicts_the_others_becomes_its_own_event(self, read):
        """A corrected publication date moves the dates counted from it."""
        read(first(), a_reading(signed()))
        article = first(OTHER_BODY)
        read(article, a_reading(signed(OTHER_BODY)))
        read(article, a_reading(signed(OTHER_BODY, date="2024-03-14")))
        assert sorted(Event.objects.values_list("edtf", flat=True)) == ["2024-03-14", "2025-03-14"]


@pytest.mark.django_db
class TestRecording:
    def test_actors_are_shared_by_key_and_named_in_each_language(self, read):
        read(first(), a_reading(signed()))
        read(factories.an_article(body=BODY_AR, language="ar"), a_reading(signed_in_arabic(), language="ar"))
        assert set(Actor.objects.get(key="JOR").found_names) == {"en", "ar"}

    def test_actors_without_a_key_are_identified_by_name(self, read):
        read(first(), a_reading(signed(actors=[], names=["Water  Authority", "water authority", "River Council"])))
        assert sorted(Actor.objects.values_list("key", flat=True)) == [
            "name:en:river council", "name:en:water authority",
        ]  # fmt: skip

    def test_actor_named_twice_is_one_participant(self, read):
        read(first(), a_reading(signed(actors=["JOR", "JOR"])))
        assert Source.objects.get().participations.count() == 1

    @pytest.mark.parametrize("date", ["2022/..", "../2024", "199X", "2025-09~", "2025-03-14T10:30", "2025-24"])
    def test_every_kind_of_edtf_date_is_stored_as_given(self, read, date):
        read(first(), a_reading(signed(date=date)))
        assert Event.objects.get().edtf == date

    def test_event_is_found_by_quote_actor_and_place(self, read):
        read(first(), a_reading(signed(title="A pact", names=["Water Authority"])))
        for words in ("agreements", "authority", "Jor", "pact"):
            assert Event.objects.matching(words).exists(), words


@pytest.mark.django_db(transaction=True)
def test_articles_recorded_at_the_same_moment_create_one_event():
    articles = [
        (first(), a_reading(signed(), met())),
        (first(OTHER_BODY), a_reading(signed(OTHER_BODY))),
        (factories.an_article(body=BODY_AR, language="ar"), a_reading(signed_in_arabic(), language="ar")),
    ]
    for article, _ in articles:
        type(article).objects.filter(pk=article.pk).update(state="queued")
    runs = [(claim(article.pk), extraction) for article, extraction in articles]
    assert all(run for run, _ in runs)
    ready = threading.Barrier(len(runs), timeout=10)
    faults: list[Exception] = []

    def worker(run, extraction) -> None:
        ready.wait()
        try:
            record(run=run, extraction=extraction)
        except Exception as error:  # noqa: BLE001 (any fault of a thread is a fault of the test)
            faults.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=worker, args=pair) for pair in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert faults == []
    assert Event.objects.get(type="AGREE").source_count == 3
