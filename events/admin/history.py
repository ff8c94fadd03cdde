"""The history of an event, in sentences."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.admin.cards import in_words, isolate, moment, percent
from events.models import Actor, Decision, Event, Place
from events.models.choices import EventStatus, EventType, label_of

Word = dict[str, object]
_NAMES = {
    "titles": gettext_lazy("title"), "date": gettext_lazy("date"), "type": gettext_lazy("type"),
    "status": gettext_lazy("status"), "place": gettext_lazy("place"), "actors": gettext_lazy("actors"),
    "salience": gettext_lazy("importance"), "sources": gettext_lazy("sources"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    decision: Decision
    changes: list[str]

    @property
    def when(self) -> str:
        return moment(self.decision.at)


def history(event: Event) -> list[Line]:
    """The decisions about an event, the latest first."""
    return [Line(decision, _changes(decision)) for decision in event.decisions.select_related("editor")]


def _changes(decision: Decision) -> list[str]:
    """What a decision changed, in sentences; empty for decisions whose name says everything."""
    if decision.action == Decision.Action.MERGE:
        return [
            _("event %(from)s into event %(into)s")
            % {"from": decision.before["event"], "into": decision.after["event"]}
        ]
    if decision.action == Decision.Action.UNMERGE:
        ids = {"event": decision.after["event"], "of": decision.before["event"]}
        return [_("event %(event)s from event %(of)s") % ids]
    if decision.action == Decision.Action.DETACH:
        ids = {"source": decision.after["source"], "from": decision.before["event"], "to": decision.after["event"]}
        return [_("source %(source)s: from event %(from)s to event %(to)s") % ids]
    if decision.action == Decision.Action.ACCEPT:
        before, after = decision.before, decision.after
        return [_waited(decision), *(change_line(column, before[column], after[column]) for column in before)]
    if decision.action == Decision.Action.REFUSE:
        return [_waited(decision)]
    if decision.action != Decision.Action.EDIT:
        return []
    return [_change(column, decision) for column in _columns(decision)]


def _waited(decision: Decision) -> str:
    """Which source an editor accepted or refused, and why it was pending."""
    texts = {
        "new": _("source %(source)s: new"),
        "revision": _("source %(source)s: changed by a later extraction"),
        "gone": _("source %(source)s: no longer found by a later extraction"),
    }
    return texts[str(decision.after["kind"])] % {"source": decision.after["source"]}


def change_line(column: str, before: object, after: object) -> str:
    """A change of what readers see, as a sentence; ``column`` is a ``Change.column`` of ``desk.pending``."""
    said = {"what": _NAMES[column], "before": _shown(column, before), "after": _shown(column, after)}
    return _("%(what)s: %(before)s → %(after)s") % said


def _shown(column: str, value: object) -> str:
    """A shown value as text."""
    if column == "salience":
        return percent(float(str(value)))
    if column == "sources":
        return str(value)
    if column == "place":
        return str(Place.objects.filter(key=value).first() or "–")
    if column == "actors" and isinstance(value, list):
        return _(", ").join(isolate(str(actor)) for actor in Actor.objects.filter(key__in=value)) or "–"
    return _said(column, value) if value else "–"


def _columns(decision: Decision) -> list[str]:
    both = [*decision.before, *(column for column in decision.after if column not in decision.before)]
    return [column for column in both if decision.before.get(column) != decision.after.get(column)]


def _change(column: str, decision: Decision) -> str:
    before, after = (_said(column, word.get(column)) for word in (decision.before, decision.after))
    return _("%(what)s: %(before)s → %(after)s") % {"what": _NAMES[column], "before": before, "after": after}


def _said(column: str, value: object) -> str:
    """An editor's value as text; nothing set means that the engine's value was shown."""
    if not value:
        return _("as extracted")
    if column == "titles" and isinstance(value, dict):
        return " / ".join(f"“{isolate(str(title))}”" for title in value.values())
    text = str(value)
    said = {"date": in_words, "type": lambda v: label_of(EventType, v), "status": lambda v: label_of(EventStatus, v)}
    return said[column](text) if column in said else text
