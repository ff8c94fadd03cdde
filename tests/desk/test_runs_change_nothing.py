"""Whatever runs find, in whatever order, published events stay as editors left them; decisions take effect."""

from __future__ import annotations

from random import Random

import pytest
from django.contrib.auth.models import User

from events import desk
from events.extraction.types import ExtractedEvent
from events.models import Actor, Article, Event, Participation, Place, Source
from events.models.evidence import with_evidence
from tests import factories
from tests.desk.test_record import BODY, BODY_AR, OTHER_BODY, SIGNED, met, signed, signed_in_arabic
from tests.found_events import a_reading

pytestmark = pytest.mark.django_db
STEPS = 25


def reading(random: Random, article: Article) -> list[ExtractedEvent]:
    """What an engine might find in one of the three texts, at random; sometimes nothing."""
    other = {
        "date": random.choice(["2025-03-14", "2025-03", "2025-03-14T10:30", "2025-03-13/2025-03-15"]),
        "salience": random.choice([0.2, 0.6, 1.0]),
        "actors": random.choice([["JOR", "IRQ"], ["JOR"], ["JOR", "IRQ", "SYR"]]),
        "places": random.choice([[], ["JOR"], ["IRQ"]]),
    }
    if article.language == "ar":
        return random.choice([[], [signed_in_arabic(**other)]])
    title = random.choice([SIGNED, f"{SIGNED} at last"])
    found_event = signed(article.body, title=title, **other)
    return random.choice(
        [[], [found_event], [found_event, met(article.body)] if article.body == BODY else [found_event]]
    )


def seen() -> list[object]:
    """All that readers see of published events, their actors and places."""
    published = Event.objects.published().order_by("pk")
    accepted = Source.objects.accepted().filter(event__in=published).order_by("pk")
    parts = Participation.objects.filter(source__in=accepted).order_by("pk")
    keys = {key for event in published for key in event.found_actors}
    named = [
        list(rows.order_by("key").values_list("key", "names"))
        for rows in (Actor.objects.filter(key__in=keys), Place.objects.filter(pk__in=published.values("shown_place")))
    ]
    quotes = accepted.values("pk", "article", "event", "title", "edtf", "mentions__pk", "mentions__quote")
    return [list(published.values()), list(quotes), list(parts.values()), named,
            list(Article.objects.readable().order_by("pk").values_list("pk", flat=True))]  # fmt: skip


def decide(random: Random, editor: User) -> None:
    """Let an editor decide on a pending source or a proposal."""
    waiting = list(Source.objects.pending().order_by("pk"))
    alone = [one for one in waiting if one.gone and Source.objects.accepted().filter(event=one.event).count() < 2]
    open_to_both = [one for one in waiting if one not in alone]
    if open_to_both and random.random() < 0.5:
        chosen = random.choice(open_to_both)
        if random.random() < 0.5:
            assert desk.accept_sources(sources=[chosen], editor=editor) == 1
        else:
            desk.refuse_source(source=chosen, editor=editor)
        # Nothing waits twice; a reading that an editor decided on is pending no more.
        assert not Source.objects.pending().filter(pk=chosen.pk).exists()
    elif proposals := list(Event.objects.to_review().order_by("pk")):
        desk.set_visibility(events=[random.choice(proposals)], visibility="published", editor=editor)
    elif published := list(Event.objects.published().order_by("pk")):
        desk.set_visibility(events=[random.choice(published)], visibility="hidden", editor=editor)


@pytest.mark.parametrize("seed", range(12))
def test_random_runs_change_nothing_that_readers_see(read, editor, seed):
    random = Random(seed)
    articles = [factories.an_article(body=body) for body in (BODY, OTHER_BODY)]
    articles.append(factories.an_article(body=BODY_AR, language="ar"))
    for _ in range(STEPS):
        before, article = seen(), random.choice(articles)
        read(article, a_reading(*reading(random, article), language=article.language))
        assert article.state == "done"
        assert seen() == before
        if random.random() < 0.6:
            decide(random, editor)
        found_from_what_is_shown()


def found_from_what_is_shown() -> None:
    """Check that every event's columns agree with its accepted sources, and that no row is left over."""
    for event in with_evidence(Event.objects.all()):
        sources = list(event.sources.all())
        assert event.source_count == len({source.article_id for source in sources})
        if sources and not any(source.stale for source in sources):
            parts = {part.actor.key for source in sources for part in source.participations.all()}
            assert event.found_actors == sorted(parts)
            assert event.found_edtf in {source.edtf for source in sources}
    assert not Source.objects.filter(revises__accepted_at__isnull=True, revises__isnull=False).exists()
    assert not Event.objects.filter(sources=None, decisions=None).exists()
