"""Digests of sources: two versions of a source have the same digest if readers would see no difference."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

from events.desk.evidence import actor_key, keyed_actors
from events.extraction.types import ExtractedEvent, Timex
from events.models import Mention, Source

#: The smallest change of confidence or salience that an editor is asked about.  These numbers come from weights that
#: are learned again for every engine; smaller changes are ignored, and the accepted source keeps its numbers.
_NEAR = 0.1


def digest_of_source(source: Source) -> str:
    """SHA-256, hexadecimal, of what a source says; scores and names of rules do not count."""
    return _digest(
        source.title, source.edtf, source.basis, source.anchor, source.type, source.status,
        source.place.key if source.place else "",
        [_span(mention) for mention in source.mentions.all()],
        [(part.actor.key, part.role, part.name) for part in source.participations.all()],
    )  # fmt: skip


def review_digest(sources: Iterable[Source]) -> str:
    """SHA-256, hexadecimal, of what an editor sees of these sources and their events; any change gives another."""
    return _digest(
        sorted(
            (source.pk, digest_of_source(source), source.salience, source.confidence, source.stale, source.gone)
            for source in sources
        ),
        sorted({(source.event_id, source.event.updated_at.isoformat()) for source in sources}),
    )


def digest_of_found(found: ExtractedEvent, timexes: Sequence[Timex], language: str) -> str:
    """The digest that the source would have if this found event were written to it (see ``digest_of_source``)."""
    return _digest(
        found.title, found.date, found.basis, found.anchor or "", found.type, found.status,
        actor_key(found.places[0], language) if found.places else "",
        [
            (mention.start, mention.end, *_time(None if mention.time is None else timexes[mention.time]))
            for mention in found.mentions
        ],
        [(key, role, actor.name) for (key, role), actor in keyed_actors(found.actors, language).items()],
    )  # fmt: skip


def is_found_differently(source: Source, found: ExtractedEvent, timexes: Sequence[Timex], language: str) -> bool:
    """Whether a run found something else than the accepted source says, and no editor has refused that already."""
    digest = digest_of_found(found, timexes, language)
    if digest in source.refused:
        return False
    if digest != digest_of_source(source) or source.stale:
        return True
    return abs(found.confidence - source.confidence) >= _NEAR or abs(found.salience - source.salience) >= _NEAR


def _span(mention: Mention) -> tuple[int | str, ...]:
    return (mention.start, mention.end, *_time(mention.time_expression))


def _time(expression: object) -> tuple[int | str, ...]:
    """Span, date, basis and anchor of a time expression, a row or the engine's value; empty for None."""
    if expression is None:
        return ()
    return tuple(getattr(expression, column) or "" for column in ("start", "end", "edtf", "basis", "anchor"))


def _digest(*values: object) -> str:
    columns = [sorted(value) if isinstance(value, list) else value for value in values]
    return hashlib.sha256(json.dumps(columns, ensure_ascii=False).encode()).hexdigest()
