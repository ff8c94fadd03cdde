"""What would change for readers if an editor accepted a pending source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from events.desk.aggregate import Columns, told_by
from events.models import Event, Source
from events.models.evidence import with_all_evidence, with_evidence

#: What an editor is told of, in this order: name → the event's found column, and the editor's own that hides it.
_COLUMNS = {
    "titles": ("found_titles", "set_titles"),
    "date": ("found_edtf", "set_edtf"),
    "type": ("found_type", "set_type"),
    "status": ("found_status", "set_status"),
    "place": ("found_place", "set_place"),
    "actors": ("found_actors", ""),
    "salience": ("salience", ""),
    "sources": ("source_count", ""),
}
Word = str | int | float | list[str] | dict[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A column of what is shown (``titles``, ``date``, …), as it is kept in the history; quotes have no column."""

    column: str
    before: Word
    after: Word


def what_it_changes(source: Source) -> list[Change]:
    """Column by column; none where an editor's own words hide all that the source says otherwise."""
    event = with_evidence(Event.objects.all()).get(pk=source.event_id)
    shown = list(event.sources.all())
    before, after = told_by(event, shown), told_by(event, _after(source, shown))
    words = [Change(name, _shown(event, name, before), _shown(event, name, after)) for name in _COLUMNS]
    return [change for change in words if change.before != change.after]


def _after(source: Source, shown: Sequence[Source]) -> list[Source]:
    """What would be shown: without what goes or is revised, with what comes."""
    others = [one for one in shown if one.pk not in (source.pk, source.revises_id)]
    if source.gone:
        return others
    everything = with_all_evidence(Event.objects.filter(pk=source.event_id)).get().sources.all()
    [coming] = [one for one in everything if one.pk == source.pk]
    # A revision goes up in what it revises, under whose number it will be ranked.
    coming.pk = source.revises_id or source.pk
    return [*others, coming]


def _shown(event: Event, name: str, columns: Columns) -> Word:
    found, decided = _COLUMNS[name]
    word = columns.get(found, getattr(event, found))
    if name == "titles":
        return {**word, **event.set_titles}
    word = (getattr(event, decided) if decided else None) or word
    if name == "place":
        return word.key if word else ""
    return round(word, 2) if isinstance(word, float) else word
