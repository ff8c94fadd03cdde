"""Linking the events found in an article to events that are already in the database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from events.desk.evidence import actor_key
from events.edtf import parse
from events.extraction.types import Basis, ExtractedEvent
from events.linking import Link, LinkCandidate, dates_agree, link
from events.models import Article, Event, KeptApart, Participation, Source
from events.models.choices import Visibility
from events.models.evidence import with_all_evidence

#: The most events that each search for candidates may return.
_MOST_CANDIDATES = 200
#: For events that may have lasted longer only events on exactly the same days are candidates.
_LONGEST_WINDOW = timedelta(days=366)


def join_known_events(article: Article, language: str, fresh: Mapping[int, ExtractedEvent]) -> dict[int, Link]:
    """Find for each new event the known event of other articles that it is the same as.

    ``fresh`` maps an index to a found event.  Returns the index and the link of each event for which there is one.
    """
    if not fresh:
        return {}
    mentions = [_found_candidate(index, found, language) for index, found in fresh.items()]
    ids = {event_id for mention in mentions for event_id in _candidates(article, mention)}
    candidates = [event_candidate(event) for event in with_all_evidence(Event.objects.filter(pk__in=ids))]
    return {pair.mention: pair for pair in link(mentions, candidates)}


def _found_candidate(index: int, found: ExtractedEvent, language: str) -> LinkCandidate:
    days = parse(found.date)
    return LinkCandidate(
        id=index, type=found.type, first=days.first, last=days.last, titles={language: found.title},
        actors=frozenset(actor_key(actor, language) for actor in found.actors),
        targets=frozenset(actor_key(actor, language) for actor in found.actors if actor.role == "target"),
        places=frozenset(actor_key(place, language) for place in found.places),
        vague=found.basis == Basis.VAGUE,
    )  # fmt: skip


def no_longer_fits(source: Source, found: ExtractedEvent, language: str) -> bool:
    """Whether a new run dates a linked source so that it agrees with none of the event's other sources.

    This happens when an article's publication date is corrected, from which its dates are counted.  It is always False
    for sources that came with a merged event, and for events that an editor decided about, unless the event is
    published and the source still waits to be accepted.
    """
    if source.home_id:
        return False
    others = list(Source.objects.latest_versions().filter(event=source.event_id).exclude(article=source.article_id))
    waiting = source.event.visibility == Visibility.PUBLISHED and not source.accepted_at
    if not others or (source.event.decisions.exists() and not waiting):
        return False
    mention = _found_candidate(0, found, language)
    return not any(dates_agree(mention, _source_candidate(other)) for other in others)


def _source_candidate(source: Source) -> LinkCandidate:
    return LinkCandidate(
        id=source.pk, type=source.type, first=source.first_day, last=source.last_day, actors=frozenset(),
        vague=source.basis == Basis.VAGUE,
    )  # fmt: skip


def event_candidate(event: Event) -> LinkCandidate:
    """The values of an event that linking compares; the event must be fetched ``with_all_evidence``."""
    sources = list(event.sources.all())
    parts = [(part.actor.key, part.role) for source in sources for part in source.participations.all()]
    places = {source.place.key for source in sources if source.place} | ({event.place.key} if event.place else set())
    return LinkCandidate(
        id=event.pk, type=event.type, first=event.first_day, last=event.last_day, titles=event.titles,
        actors=frozenset(key for key, _role in parts),
        targets=frozenset(key for key, role in parts if role == "target"),
        places=frozenset(places), vague=event.basis == Basis.VAGUE,
    )  # fmt: skip


def _candidates(article: Article, mention: LinkCandidate) -> set[int]:
    """Primary keys of the known events that the mention has to be compared with.

    They have the same type and either exactly the same days, or about the same days and an actor in common.  Events
    that this article already has, or that an editor parted from it, are left out.
    """
    in_this_article = Source.objects.filter(event=OuterRef("pk"), article=article)
    # A source that was parted from an event stays parted from the event which that one was merged into.
    itself = Q(event=OuterRef("pk")) | Q(event__merged_into=OuterRef("pk"))
    parted = KeptApart.objects.filter(itself, source__article=article)
    possible = Event.objects.filter(~Exists(in_this_article), ~Exists(parted), type=mention.type, merged_into=None)
    searches = [possible.filter(first_day=mention.first, last_day=mention.last)]
    if mention.actors and _is_short(mention):
        participants = Participation.objects.filter(source__event=OuterRef("pk"), actor__key__in=mention.actors)
        around = possible.between(_shift(mention.first, -1), _shift(mention.last, 1))
        searches.append(around.filter(Exists(participants)))
    return {key for found in searches for key in found.most_salient(_MOST_CANDIDATES).values_list("pk", flat=True)}


def _is_short(mention: LinkCandidate) -> bool:
    """Whether both days are known and at most ``_LONGEST_WINDOW`` apart; else years of news would be candidates."""
    if mention.first is None or mention.last is None:
        return False
    return mention.last - mention.first <= _LONGEST_WINDOW


def _shift(day: date | None, days: int) -> date | None:
    """The day moved by so many days; the day itself at the end of Python's calendar."""
    try:
        return day and day + timedelta(days=days)
    except OverflowError:
        return day
