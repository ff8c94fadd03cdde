"""An Extraction as plain values for JSON, with the keys the `extract` command promises."""

from __future__ import annotations

from typing import Any

from events.extraction.types import Actor, ExtractedEvent, Extraction, Mention, Place, Timex

Json = dict[str, Any]
#: Of confidence and salience: finer differences mean nothing.
_DECIMALS = 3


def extraction_json(extraction: Extraction) -> Json:
    """``{"language", "events", "timexes"}``; the command puts the article's id before them."""
    return {
        "language": extraction.language,
        "events": [event_json(event) for event in extraction.events],
        "timexes": [timex_json(timex) for timex in extraction.timexes],
    }


def event_json(event: ExtractedEvent) -> Json:
    return {
        "title": event.title,
        "date": event.date,
        "start": event.start,
        "end": event.end,
        "precision": event.precision,
        "basis": event.basis.value,
        "type": event.type,
        "status": event.status.value,
        "confidence": round(event.confidence, _DECIMALS),
        "salience": round(event.salience, _DECIMALS),
        "actors": [_actor_json(actor) for actor in event.actors],
        "places": [_place_json(place) for place in event.places],
        "mentions": [_mention_json(mention) for mention in event.mentions],
    }


def timex_json(timex: Timex) -> Json:
    return {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type.value,
        "value": timex.value,
        "edtf": timex.edtf,
        "anchor": timex.anchor,
        "rules": list(timex.rules),
    }


def _actor_json(actor: Actor) -> Json:
    return {"name": actor.name, "key": actor.key, "role": actor.role}


def _place_json(place: Place) -> Json:
    return {"name": place.name, "key": place.key}


def _mention_json(mention: Mention) -> Json:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "time": mention.time,
        "rules": list(mention.rules),
    }
