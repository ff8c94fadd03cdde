"""Computing what readers would see change if an editor accepted a pending source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from events.desk.aggregate import Columns, found_columns
from events.models import Event, Source
from events.models.evidence import with_all_evidence, with_evidence

#: The changes that an editor sees, in this order: name → (the event's found column, the set column that overrides it).
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
Value = str | int | float | list[str] | dict[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A shown value (``titles``, ``date``, …) before and after, in the form in which decisions are stored."""

    column: str
    before: Value
    after: Value


def what_it_changes(source: Source) -> list[Change]:
    """What would change for readers, in the order of ``_COLUMNS``.

    Empty if the source differs only in quotes, or only in values that an editor has overridden.
    """
    event = with_evidence(Event.objects.all()).get(pk=source.event_id)
    shown = list(event.sources.all())
    before, after = found_columns(event, shown), found_columns(event, _after(source, shown))
    columns = [Change(name, _shown(event, name, before), _shown(event, name, after)) for name in _COLUMNS]
    return [change for change in columns if change.before != change.after]


def _after(source: Source, shown: Sequence[Source]) -> list[Source]:
    """The sources that would be shown after accepting: without the one that is gone or revised, with the new one."""
    others = [one for one in shown if one.pk not in (source.pk, source.revises_id)]
    if source.gone:
        return others
    everything = with_all_evidence(Event.objects.filter(pk=source.event_id)).get().sources.all()
    [coming] = [one for one in everything if one.pk == source.pk]
    # A revision takes over the primary key of what it revises, and the ranking of sources depends on that.
    coming.pk = source.revises_id or source.pk
    return [*others, coming]


def _shown(event: Event, name: str, columns: Columns) -> Value:
    found, decided = _COLUMNS[name]
    value = columns.get(found, getattr(event, found))
    if name == "titles":
        return {**value, **event.set_titles}
    value = (getattr(event, decided) if decided else None) or value
    if name == "place":
        return value.key if value else ""
    return round(value, 2) if isinstance(value, float) else value
