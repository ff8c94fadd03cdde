"""Writing what the engine found as rows: time expressions, sources, mentions, actors, places."""

from __future__ import annotations

from collections.abc import Sequence

from events.edtf import parse
from events.extraction.languages import load
from events.extraction.types import Actor as FoundActor
from events.extraction.types import ExtractedEvent, Timex
from events.extraction.types import Place as FoundPlace
from events.models import Actor, ExtractionRun, Mention, Participation, Place, Source, TimeExpression


def write_time_expressions(run: ExtractionRun, timexes: Sequence[Timex]) -> list[TimeExpression]:
    """Write the time expressions in their order and return the rows; a mention's ``time`` is an index into them."""
    return TimeExpression.objects.bulk_create(
        TimeExpression(
            run=run, start=timex.start, end=timex.end, text=timex.text, type=timex.type, value=timex.value,
            edtf=timex.edtf or "", basis=timex.basis or "", anchor=timex.anchor or "", rules=list(timex.rules),
        )
        for timex in timexes
    )  # fmt: skip


def write_source(
    source: Source, run: ExtractionRun, found: ExtractedEvent, expressions: Sequence[TimeExpression]
) -> None:
    """Fill a new or an existing source with what this run found, replacing its mentions and participations."""
    days = parse(found.date)
    language = run.language or source.article.language
    source.run, source.stale = run, False
    source.title = found.title
    source.edtf, source.first_day, source.last_day, source.precision = found.date, days.first, days.last, days.precision
    source.basis, source.anchor = found.basis, found.anchor or ""
    source.type, source.status = found.type, found.status
    source.confidence, source.salience = found.confidence, found.salience
    source.place = _place(found.places[0], language) if found.places else None
    source.place_name = found.places[0].name if found.places else ""
    source.save()
    source.mentions.all().delete()
    Mention.objects.bulk_create(
        Mention(
            source=source, start=mention.start, end=mention.end, quote=mention.text, rules=list(mention.rules),
            time_expression=None if mention.time is None else expressions[mention.time],
        )
        for mention in found.mentions
    )  # fmt: skip
    _write_participations(source, found.actors, language)


def keyed_actors(actors: Sequence[FoundActor], language: str) -> dict[tuple[str, str], FoundActor]:
    """(key, role) → the last actor with that key and role, which has the name that the text used last."""
    return {(actor_key(actor, language), actor.role): actor for actor in actors}


def _write_participations(source: Source, actors: Sequence[FoundActor], language: str) -> None:
    source.participations.all().delete()
    # Always in the same order, because two workers that create the same new actors could otherwise deadlock.
    for (key, role), actor in sorted(keyed_actors(actors, language).items()):
        row = Actor.objects.named(key=key, name=actor.name, language=language)
        Participation.objects.create(source=source, actor=row, role=role, name=actor.name)


def actor_key(found: FoundActor | FoundPlace, language: str) -> str:
    """The engine's key or, where it has none, a key made of the language and the folded name."""
    return found.key or f"name:{language}:{' '.join(load(language).fold(found.name).split())}"[:200]


def _place(found: FoundPlace, language: str) -> Place:
    return Place.objects.named(key=actor_key(found, language), name=found.name, language=language)
