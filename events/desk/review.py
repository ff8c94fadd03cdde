"""Editors' decisions about events: adding and editing them, publishing and hiding them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.desk.aggregate import refresh_events
from events.desk.forgetting import forgetting_unnamed
from events.desk.locking import in_turn
from events.desk.settle import freeze_all, unfreeze_all
from events.desk.source_digests import review_digest
from events.models import Article, Decision, Event, Place, Source
from events.models.choices import Visibility
from events.models.dated import read_date
from events.models.lines import line_fault

#: The same limit as for titles that the engine writes (``Source.title``).
TITLE_MAX_CHARACTERS = 200
_ACTIONS = {
    Visibility.PUBLISHED: Decision.Action.PUBLISH,
    Visibility.HIDDEN: Decision.Action.HIDE,
    Visibility.PROPOSED: Decision.Action.WITHDRAW,
}


@in_turn
def add_event(
    *, editor: AbstractBaseUser, titles: dict[str, str], edtf: str, type: str, status: str, place: Place | None = None
) -> Event:
    """Create an event without an article, vouched for by the editor.  Raises ValidationError by field.

    ``titles`` are by language, at least one; ``edtf`` is the date; ``type`` and ``status`` are codes.
    """
    given = {
        "set_titles": any(map(str.strip, titles.values())),
        "set_edtf": edtf.strip(),
        "set_type": type,
        "set_status": status,
    }
    if missing := [field for field, value in given.items() if not value]:
        raise ValidationError({field: ValidationError(_REQUIRED[field], code="required") for field in missing})
    event = Event(added_by_id=editor.pk)
    event.save()
    Decision.objects.create(event=event, editor_id=editor.pk, action=Decision.Action.ADD)
    return edit_event(event=event, editor=editor, titles=titles, edtf=edtf, type=type, status=status, place=place)


_REQUIRED = {
    "set_titles": _("Enter a title in at least one language."),
    "set_edtf": _("Enter the date, as precisely as it is known."),
    "set_type": _("Choose a type."),
    "set_status": _("Choose a status."),
}


@in_turn
def edit_event(
    *,
    event: Event,
    editor: AbstractBaseUser,
    titles: dict[str, str] | None = None,
    edtf: str | None = None,
    type: str | None = None,
    status: str | None = None,
    place: Place | Literal[""] | None = None,
) -> Event:
    """Set an editor's titles, date, type, status or place.  None leaves a value, "" returns to what the engine found.

    ``titles`` are all of the editor's titles, by language.  Raises ValidationError by field, and for an event that was
    merged into another.
    """
    event = Event.objects.select_for_update().get(pk=event.pk)
    if event.merged_into_id:
        raise ValidationError(_("This event was merged into another. Edit that one."), code="merged")
    before = set_values(event)
    if titles is not None:
        event.set_titles = {language: title.strip() for language, title in titles.items() if title.strip()}
    if edtf is not None:
        set_date(event, edtf.strip())
    if type is not None:
        event.set_type = type
    if status is not None:
        event.set_status = status
    if place is not None:
        event.set_place = place or None
        if place:
            place.show_found_names()
    after = set_values(event)
    if after == before:
        return event
    _check(event)
    event.save()
    Decision.objects.create(event=event, editor_id=editor.pk, action=Decision.Action.EDIT, before=before, after=after)
    refresh_events([event.pk])
    event.refresh_from_db()
    return event


@in_turn
def set_visibility(
    *, events: Iterable[Event], visibility: str, editor: AbstractBaseUser, seen: Mapping[int, str] | None = None
) -> int:
    """Publish or hide events, or make them proposals again.  Returns how many changed.

    Publishing an event accepts the latest versions of all its sources.  ``seen`` maps an event's primary key to the
    ``event_review_digest`` of what the editor saw.  Raises ValidationError when an event to be published has no date or
    no evidence, or has changed since the editor saw it.
    """
    changed = 0
    ids = [event.pk for event in events]
    for event in Event.objects.select_for_update().filter(pk__in=ids, merged_into=None).order_by("pk"):
        if event.visibility == visibility:
            continue
        if visibility == Visibility.PUBLISHED and not event.edtf:
            raise ValidationError(_("“%(event)s” has no date yet."), code="undated", params={"event": event.title})
        if visibility == Visibility.PUBLISHED and not (event.added_by_id or event.sources.exists()):
            message = _("“%(event)s” has no source left.")
            raise ValidationError(message, code="no_evidence", params={"event": event.title})
        known = seen.get(event.pk, "") if seen else ""
        if visibility == Visibility.PUBLISHED and known and known != event_review_digest(event):
            message = _("“%(event)s” has changed since you opened this page. Please review it again.")
            raise ValidationError(message, code="overtaken", params={"event": event.title})
        _show(event, visibility, editor)
        changed += 1
    return changed


def event_review_digest(event: Event) -> str:
    """A digest of everything that an editor sees of the event and its sources."""
    sources = Source.objects.latest_versions().filter(event=event).for_cards()
    return f"{event.updated_at.isoformat()} {review_digest(sources)}"


def _show(event: Event, visibility: str, editor: AbstractBaseUser) -> None:
    """Change the visibility of one event: freeze its sources if it is published now, unfreeze them if it was before."""
    before, event.visibility = event.visibility, visibility
    event.save(update_fields=["visibility"])
    after: dict[str, object] = {"visibility": visibility}
    with forgetting_unnamed(*Article.objects.filter(sources__event=event).distinct()):
        if visibility == Visibility.PUBLISHED:
            after["sources"] = freeze_all(event, at=timezone.now())
        elif before == Visibility.PUBLISHED:
            unfreeze_all(event)
        refresh_events([event.pk])
    Decision.objects.create(
        event=event, editor_id=editor.pk, action=_ACTIONS[Visibility(visibility)],
        before={"visibility": before}, after=after,
    )  # fmt: skip


def _check(event: Event) -> None:
    """Raise ValidationError, by field, for invalid titles or values, and for an event without title or date."""
    too_long = [title for title in event.set_titles.values() if len(title) > TITLE_MAX_CHARACTERS]
    if too_long:
        message = _("Titles can have at most %(limit)s characters.")
        fault = ValidationError(message, code="max_length", params={"limit": TITLE_MAX_CHARACTERS})
        raise ValidationError({"set_titles": fault})
    if unreadable := [unread for title in event.set_titles.values() if (unread := line_fault(title))]:
        raise ValidationError({"set_titles": unreadable[:1]})
    if not (event.set_edtf or event.found_edtf):
        raise ValidationError({"set_edtf": ValidationError(_REQUIRED["set_edtf"], code="required")})
    if not (event.set_titles or event.found_titles):
        raise ValidationError({"set_titles": ValidationError(_REQUIRED["set_titles"], code="required")})
    event.clean_fields(exclude=["found_titles"])


def set_date(event: Event, edtf: str) -> None:
    """Set an editor's date on the instance without saving it; "" removes it.  Raises ValidationError by field."""
    if not edtf:
        event.set_edtf, event.set_first_day, event.set_last_day, event.set_precision = "", None, None, ""
        return
    try:
        days = read_date(edtf)
    except ValidationError as fault:
        raise ValidationError({"set_edtf": fault}) from fault
    event.set_edtf, event.set_precision = days.text, days.precision
    event.set_first_day, event.set_last_day = days.first, days.last


def set_values(event: Event) -> dict[str, object]:
    """The values that editors have set, in the form in which decisions are stored; blank ones are left out."""
    values = {
        "titles": event.set_titles, "date": event.set_edtf, "type": event.set_type, "status": event.set_status,
        "place": event.set_place.key if event.set_place else "",
    }  # fmt: skip
    return {column: value for column, value in values.items() if value}
