"""The subject of a timeline's page: all events, a curated timeline, an actor or a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Actor, Cover, Place, Timeline
from events.queries.collection import Collection, collected, everything
from events.queries.filters import Filters
from events.queries.subjects.co_occurring import CoOccurring, read_co_occurring


@dataclass(frozen=True, slots=True)
class Subject:
    """What a timeline's page shows.

    ``path`` is its address, ``embedded`` the address of the same for a frame.  ``always`` are filters, as (parameter,
    value), that narrow ``shown`` and that a reader cannot remove.  ``slug`` is that of a curated timeline.  ``kind``
    stands beside the title ("Actor"); ``also`` are (language, title) in other languages.
    """

    shown: Collection
    section: str
    path: str
    embedded: str
    title: str = ""
    kind: str = ""
    introduction: str = ""
    slug: str = ""
    always: tuple[tuple[str, str], ...] = ()
    company: CoOccurring | None = None
    cover: Cover | None = None
    also: tuple[tuple[str, str], ...] = ()

    def narrowed(self, filters: Filters) -> Filters:
        """The reader's filters, combined with those that the subject always has."""
        always = Filters.parse(dict(self.always))
        actors = tuple(dict.fromkeys([*always.actors, *filters.actors]))
        return replace(filters, actors=actors, place=always.place or filters.place)

    @property
    def heading(self) -> str:
        return self.title or _("What happened, and when")

    @property
    def choice(self) -> tuple[tuple[str, str], ...]:
        """The parameters that feeds, calendars and the page of choices need for this subject."""
        return (*((("timeline", self.slug),) if self.slug else ()), *self.always)

    def question(self, name: str, more: Sequence[tuple[str, str]] = ()) -> str:
        """The API's address for this subject; ``name`` is "window", "facets" or "rows"."""
        path = reverse(f"api:timeline-{name}", args=[self.slug]) if self.slug else reverse(f"api:{name}")
        query = urlencode([*self.always, *more])
        return f"{path}?{query}" if query else path


def of_everything() -> Subject:
    """The subject with all published events."""
    return Subject(everything(), "timeline", reverse("site:home"), reverse("site:embed"))


def of_timeline(timeline: Timeline) -> Subject:
    """The subject of a curated timeline."""
    return Subject(
        collected(timeline),
        "timelines",
        timeline.get_absolute_url(),
        reverse("site:embed-timeline", args=[timeline.slug]),
        title=timeline.title,
        introduction=timeline.introduction,
        slug=timeline.slug,
        cover=getattr(timeline, "cover", None),
    )


def of_actor(actor: Actor, language: str) -> Subject:
    """The subject with the actor's published events."""
    events = everything().events.with_actor(actor.key)
    return Subject(
        everything(), "", path_of("actor", actor.key), path_of("embed-actor", actor.key),
        title=actor.name_in(language), kind=_("Actor"), always=(("actor", actor.key),),
        company=read_co_occurring(events, language, but=actor.key), also=_also(actor, language),
    )  # fmt: skip


def of_place(place: Place, language: str) -> Subject:
    """The subject with the published events at the place."""
    events = everything().events.in_place(place.key)
    return Subject(
        everything(), "", path_of("place", place.key), path_of("embed-place", place.key),
        title=place.name_in(language), kind=_("Place"), always=(("place", place.key),),
        company=read_co_occurring(events, language, but=place.key), also=_also(place, language),
    )  # fmt: skip


def _also(named: Actor | Place, language: str) -> tuple[tuple[str, str], ...]:
    """(language, name) for the languages in which the name is different from the shown one."""
    shown = named.name_in(language)
    return tuple((code, name) for code, name in named.names.items() if code != language and name != shown)


def path_of(page: str, key: str) -> str:
    """The address of the page of an actor or place.  A key may contain slashes, which ``reverse`` alone would keep."""
    return reverse(f"site:{page}", args=["0"]).replace("/0/", f"/{quote(key, safe=':')}/")
