"""What a source says, as one value: two readings of one happening are the same if nothing differs that readers see."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

from events.desk.evidence import actor_key, keyed_actors
from events.extraction.types import ExtractedEvent, Timex
from events.models import Mention, Source

#: Confidence and salience come from weights that are learned anew with every engine.  A smaller change than this is
#: nothing to bother an editor with; what was accepted keeps its numbers.
_NEAR = 0.1


def digest_of_source(source: Source) -> str:
    """SHA-256, hexadecimal, of what the row says; scores and the names of rules do not count."""
    return _digest(
        source.title, source.edtf, source.basis, source.anchor, source.type, source.status,
        source.place.key if source.place else "",
        [_span(mention) for mention in source.mentions.all()],
        [(part.actor.key, part.role, part.name) for part in source.participations.all()],
    )  # fmt: skip


def sight_of(sources: Iterable[Source]) -> str:
    """What an editor looked at who saw these sources, with their events: another digest after any change of them."""
    return _digest(
        sorted(
            (source.pk, digest_of_source(source), source.salience, source.confidence, source.stale, source.gone)
            for source in sources
        ),
        sorted({(source.event_id, source.event.updated_at.isoformat()) for source in sources}),
    )


def digest_of_found(found: ExtractedEvent, timexes: Sequence[Timex], language: str) -> str:
    """The same of what a run found; equal to that of the row that would be written of it."""
    return _digest(
        found.title, found.date, found.basis, found.anchor or "", found.type, found.status,
        actor_key(found.places[0], language) if found.places else "",
        [
            (mention.start, mention.end, *_time(None if mention.time is None else timexes[mention.time]))
            for mention in found.mentions
        ],
        [(key, role, actor.name) for (key, role), actor in keyed_actors(found.actors, language).items()],
    )  # fmt: skip


def is_read_otherwise(source: Source, found: ExtractedEvent, timexes: Sequence[Timex], language: str) -> bool:
    """Whether a run reads an accepted source otherwise, and not as an editor refused already."""
    digest = digest_of_found(found, timexes, language)
    if digest in source.refused:
        return False
    if digest != digest_of_source(source) or source.stale:
        return True
    return abs(found.confidence - source.confidence) >= _NEAR or abs(found.salience - source.salience) >= _NEAR


def _span(mention: Mention) -> tuple[int | str, ...]:
    return (mention.start, mention.end, *_time(mention.time_expression))


def _time(expression: object) -> tuple[int | str, ...]:
    """Where the time expression of a mention stands and what it means."""
    if expression is None:
        return ()
    return tuple(getattr(expression, column) or "" for column in ("start", "end", "edtf", "basis", "anchor"))


def _digest(*said: object) -> str:
    columns = [sorted(column) if isinstance(column, list) else column for column in said]
    return hashlib.sha256(json.dumps(columns, ensure_ascii=False).encode()).hexdigest()
