"""What editors decided about an event, in sentences."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.admin.cards import in_words, isolate
from events.models import Decision, Event
from events.models.choices import EventStatus, EventType, label_of

Word = dict[str, object]


@dataclass(frozen=True, slots=True)
class Line:
    decision: Decision
    changes: list[str]


def history(event: Event) -> list[Line]:
    """The latest decision first."""
    return [Line(decision, _changes(decision)) for decision in event.decisions.select_related("editor")]


def _changes(decision: Decision) -> list[str]:
    """What an edit changed, column by column; other decisions say all in their name."""
    if decision.action == Decision.Action.MERGE:
        return [
            _("event %(from)s into event %(into)s")
            % {"from": decision.before["event"], "into": decision.after["event"]}
        ]
    if decision.action == Decision.Action.DETACH:
        ids = {"source": decision.after["source"], "from": decision.before["event"], "to": decision.after["event"]}
        return [_("source %(source)s: from event %(from)s to event %(to)s") % ids]
    if decision.action != Decision.Action.EDIT:
        return []
    return [_change(column, decision) for column in _columns(decision)]


def _columns(decision: Decision) -> list[str]:
    both = [*decision.before, *(column for column in decision.after if column not in decision.before)]
    return [column for column in both if decision.before.get(column) != decision.after.get(column)]


def _change(column: str, decision: Decision) -> str:
    names = {"titles": _("title"), "date": _("date"), "type": _("type"), "status": _("status"), "place": _("place")}
    before, after = (_said(column, word.get(column)) for word in (decision.before, decision.after))
    return _("%(what)s: %(before)s → %(after)s") % {"what": names[column], "before": before, "after": after}


def _said(column: str, value: object) -> str:
    """An editor's value as people write it; nothing set means that the engine's word stood."""
    if not value:
        return _("as found")
    if column == "titles" and isinstance(value, dict):
        return " / ".join(f"“{isolate(str(title))}”" for title in value.values())
    text = str(value)
    said = {"date": in_words, "type": lambda v: label_of(EventType, v), "status": lambda v: label_of(EventStatus, v)}
    return said[column](text) if column in said else text
