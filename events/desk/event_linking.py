"""Which happenings of an article are events that the newsroom already has."""

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

#: Comparing is cheap, but never unbounded.
_MOST_CANDIDATES = 200
_LONGEST_WINDOW = timedelta(days=366)


def join_known_events(article: Article, language: str, fresh: Mapping[int, ExtractedEvent]) -> dict[int, Link]:
    """Index of a found event → the link to a known event of other articles, where there is one."""
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


def parts_ways(source: Source, found: ExtractedEvent, language: str) -> bool:
    """Whether a linked source now tells of days on which none of the event's other sources has it.

    So it is where the publication date was corrected that its date is counted from.  An event that an editor
    worked on is left as it is, but for sources that no editor has accepted yet; those that came with a merged event
    stay where the editor put them.
    """
    if source.home_id:
        return False
    others = list(Source.objects.as_read_last().filter(event=source.event_id).exclude(article=source.article_id))
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
    """An event as all of its sources tell it; needs ``with_all_evidence``."""
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
    """Ids of other articles' events of the type: on exactly the days, or about the days and with some of the cast."""
    told_here = Source.objects.filter(event=OuterRef("pk"), article=article)
    # What was parted from an event that was merged since is parted from the one that it lives on in.
    itself = Q(event=OuterRef("pk")) | Q(event__merged_into=OuterRef("pk"))
    parted = KeptApart.objects.filter(itself, source__article=article)
    possible = Event.objects.filter(~Exists(told_here), ~Exists(parted), type=mention.type, merged_into=None)
    searches = [possible.filter(first_day=mention.first, last_day=mention.last)]
    if mention.actors and _is_short(mention):
        cast = Participation.objects.filter(source__event=OuterRef("pk"), actor__key__in=mention.actors)
        around = possible.between(_shift(mention.first, -1), _shift(mention.last, 1))
        searches.append(around.filter(Exists(cast)))
    return {key for found in searches for key in found.most_salient(_MOST_CANDIDATES).values_list("pk", flat=True)}


def _is_short(mention: LinkCandidate) -> bool:
    """Years of news are no candidates; of what is said to last so long, only the same days are the same."""
    if mention.first is None or mention.last is None:
        return False
    return mention.last - mention.first <= _LONGEST_WINDOW


def _shift(day: date | None, days: int) -> date | None:
    """A day earlier or later, where the calendar goes on."""
    try:
        return day and day + timedelta(days=days)
    except OverflowError:
        return day
