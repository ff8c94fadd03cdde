"""A small newsroom for merging at random, and all that readers and clients see of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.test import Client

from events import desk
from events.extraction.types import Extraction
from events.models import Article, Event, Source, Timeline
from tests import factories
from tests.found_events import a_reading, found_event

LANGUAGES = ("en", "ar")
#: What no reader can rely on: when a row was written, and the number of a passage that was read again.
_PASSING = re.compile(rb"<(lastmod|updated|published)>[^<]*<|(DTSTAMP|LAST-MODIFIED):\w+|\bm\d+\b")


@dataclass(frozen=True)
class Plan:
    """What an event of the world is made of."""

    by_hand: bool
    articles: int
    visibility: str
    edited: bool
    picks: tuple[str, str]


@dataclass
class World:
    """Events on days far from each other, so that nothing is linked by itself, and two timelines that pick some."""

    editor: User
    read: Callable[[Article, Extraction], Article]
    events: list[Event] = field(default_factory=list)
    timelines: list[Timeline] = field(default_factory=list)
    readings: dict[int, dict] = field(default_factory=dict)

    @classmethod
    def of(cls, plans: list[Plan], editor: User, read: Callable[[Article, Extraction], Article]) -> World:
        world = cls(editor, read)
        world.timelines = [factories.a_timeline(filter={"type": ["DEATH"]}), factories.a_timeline()]
        for number, plan in enumerate(plans):
            world._make(number, plan)
        return world

    def _make(self, number: int, plan: Plan) -> None:
        day = f"20{10 + number}-05-03"
        if plan.by_hand:
            event = factories.an_added_event(edtf=day, title=f"By hand {number}", visibility="proposed")
        else:
            event = Event.objects.create()
        for article in range(plan.articles or (not plan.by_hand)):
            language = LANGUAGES[(number + article) % 2]
            title = (
                f"Event {number} as {article} tells it" if language == "en" else f"الحدث {number} كما يرويه {article}"
            )
            factories.a_source(
                event=event, title=title, edtf=day if article else day[:7], language=language,
                actors=[(f"ACT{number}", f"Actor {number}", "actor")], outlet=factories.an_outlet(),
            )  # fmt: skip
        self.events.append(event)
        for source in event.sources.all():
            cast = [part.actor.key for part in source.participations.all()]
            self.readings[source.article_id] = {"quote": source.mentions.get().quote, "title": source.title,
                                                "date": source.edtf, "type": source.type, "actors": cast}  # fmt: skip
            self._read(source.article)
        if plan.edited:
            self.edit(number, 20 + number)
        if plan.visibility != "proposed":
            self.decide(number, plan.visibility)
        for timeline, kind in enumerate(plan.picks):
            self.pick(number, timeline, kind)

    # --- steps of a script
    def do(self, step: tuple) -> None:
        """One step of a script: the name of a method and its arguments."""
        name, *arguments = step
        getattr(self, name)(*arguments)

    def read_again(self, number: int, otherwise: int | None = None) -> None:
        """Record a run that finds what an article gave before, or something else."""
        articles = list(Article.objects.order_by("pk"))
        if not articles:
            return
        article = articles[number % len(articles)]
        if otherwise is not None:
            said = {"title": f"Read otherwise {otherwise}", "date": f"2008-03-{otherwise + 1:02}"}
            self.readings[article.pk] = self.readings[article.pk] | said
        self._read(article)

    def _read(self, article: Article) -> None:
        self.read(article, a_reading(found_event(article.body, **self.readings[article.pk]), language=article.language))

    def edit(self, number: int, name: int) -> None:
        """Set a title and a date that no source has."""
        titles = {"en": f"Edited {name}", "ar": f"مُعدَّل {name}"}
        desk.edit_event(event=self.events[number], editor=self.editor, titles=titles, edtf=f"2009-06-{name + 1:02}")

    def decide(self, number: int, visibility: str) -> None:
        desk.set_visibility(events=[self.events[number]], visibility=visibility, editor=self.editor)

    def pick(self, number: int, timeline: int, kind: str) -> None:
        desk.pick_event(timeline=self.timelines[timeline], event=self.events[number], kind=kind, editor=self.editor)

    def merge(self, numbers: list[int], titles_of: int, date_of: int) -> None:
        """Merge the events into the first of them."""
        into, *others = (self._now(number) for number in numbers)
        keep = desk.Choice(dict.fromkeys(LANGUAGES, self._now(titles_of)), self._now(date_of))
        desk.merge_events(into=into, others=others, editor=self.editor, keep=keep)

    def unmerge(self, number: int, by_detaching: bool) -> None:
        brought = Source.objects.filter(home=self.events[number], revises=None)
        if by_detaching and brought.count() == 1:
            desk.detach_source(source=brought.get(), editor=self.editor)
        else:
            desk.unmerge_event(event=self.events[number], editor=self.editor)

    def _now(self, number: int) -> Event:
        return Event.objects.get(pk=self.events[number].pk)

    # --- what readers and clients see
    def seen(self) -> dict[str, tuple[object, ...]]:
        """Address → the answer, and where it redirected to."""
        reader, staff = Client(), Client()
        staff.force_login(self.editor)
        public = {address: _answer(reader, address) for address in self._addresses()}
        staffs = {f"staff {address}": _answer(staff, address) for address in self._of_staff()}
        return public | staffs

    def _addresses(self) -> list[str]:
        pages = [
            "ar/",
            "en/calendar.ics",
            "en/feed/",
            "sitemap-events.xml",
            "api/v1/events/",
            "api/v1/window/",
            "api/v1/facets/",
        ]
        pages += [f"{LANGUAGES[event.pk % 2]}/events/{event.pk}/-/" for event in self.events]
        pages += [f"api/v1/events/{event.pk}/" for event in self.events]
        pages += [f"en/timelines/{timeline.slug}/" for timeline in self.timelines]
        pages += [f"api/v1/timelines/{timeline.slug}/window/" for timeline in self.timelines]
        pages += [f"en/articles/{pk}/" for pk in Article.objects.order_by("pk").values_list("pk", flat=True)]
        return [f"/{page}" for page in pages]

    def _of_staff(self) -> list[str]:
        return ["/api/v1/events/?visibility=all", *(f"/api/v1/events/{event.pk}/" for event in self.events)]


def _answer(client: Client, address: str) -> tuple[object, ...]:
    answer = client.get(address, follow=True)
    # A feed tells first what changed last.
    parts = sorted(_PASSING.sub(b"", answer.content).removesuffix(b"</feed>").split(b"<entry"))
    return answer.redirect_chain, answer.status_code, parts
