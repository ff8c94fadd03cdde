"""Creating rows of ``Merge`` for merges from before this table, of which only ``merged_into`` and decisions were kept.

What cannot be known stays blank: the editor and the event's visibility if there is no decision, and the event's own
sources if they were detached or deleted since.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Max


def keep_old_merges(apps: Any, schema_editor: Any) -> None:
    Event, Merge = apps.get_model("events", "Event"), apps.get_model("events", "Merge")
    merged = dict(Event.objects.exclude(merged_into=None).values_list("pk", "merged_into"))
    for event, decision in _in_order(merged, _decisions(apps, merged)):
        Merge.objects.create(
            event_id=event, survivor_id=merged[event],
            visibility=decision.before.get("visibility", "proposed") if decision else "proposed",
            published_at=_published_at(apps, event, decision),
            **({"editor_id": decision.editor_id, "at": decision.at} if decision else {}),
        )  # fmt: skip
        if decision:
            _send_home(apps, event, _root(event, merged), decision)
    for event in merged:
        _note_articles(apps, event)
        Event.objects.filter(pk=event).update(merged_into=_root(event, merged))
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _decisions(apps: Any, merged: dict[int, int]) -> dict[int, Any]:
    """Event → the decision that merged it where it is now."""
    Decision = apps.get_model("events", "Decision")
    told = Decision.objects.filter(action="merge", event__in=merged).order_by("at", "pk")
    return {
        decision.event_id: decision
        for decision in told
        if (decision.before.get("event"), decision.after.get("event")) == (decision.event_id, merged[decision.event_id])
    }


def _in_order(merged: dict[int, int], decisions: dict[int, Any]) -> list[tuple[int, Any]]:
    """The earliest first: a source's home is the event that it came from at first."""
    return sorted(
        ((event, decisions.get(event)) for event in merged),
        key=lambda pair: (pair[1].at.timestamp() if pair[1] else 0, pair[1].pk if pair[1] else 0, pair[0]),
    )


def _published_at(apps: Any, event: int, decision: Any) -> Any:
    """Since when readers saw the event that was published when it was merged."""
    if not decision or decision.before.get("visibility") != "published":
        return None
    published = apps.get_model("events", "Decision").objects.filter(event=event, action="publish", at__lt=decision.at)
    return published.aggregate(latest=Max("at"))["latest"] or decision.event.created_at


def _root(event: int, merged: dict[int, int]) -> int:
    while event in merged:
        event = merged[event]
    return event


def _send_home(apps: Any, event: int, root: int, decision: Any) -> None:
    Source, Decision = apps.get_model("events", "Source"), apps.get_model("events", "Decision")
    parted = Decision.objects.filter(action="detach", at__gt=decision.at).values_list("after__source", flat=True)
    moved = set(decision.before.get("sources", ())) - set(parted)
    Source.objects.filter(pk__in=moved, event=root, home=None).update(home=event)


def _note_articles(apps: Any, event: int) -> None:
    Source, Merge = apps.get_model("events", "Source"), apps.get_model("events", "Merge")
    own = Source.objects.filter(home=event)
    others = Source.objects.filter(event__in=own.values("event")).exclude(pk__in=own.values("pk"))
    articles = set(own.values_list("article", flat=True)) - set(others.values_list("article", flat=True))
    Merge.objects.filter(event=event).update(articles=sorted(articles))
