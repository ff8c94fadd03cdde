"""An editor's word on events: titles, dates, published or hidden."""

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
from events.desk.settle import fix_all, set_all_free
from events.desk.source_digests import sight_of
from events.models import Article, Decision, Event, Place, Source
from events.models.choices import Visibility
from events.models.dated import read_date
from events.models.lines import line_fault

#: As long as a title that the engine writes may be.
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
    """An event that an editor vouches for without an article.  Raises ValidationError by field."""
    words = {
        "set_titles": any(map(str.strip, titles.values())),
        "set_edtf": edtf.strip(),
        "set_type": type,
        "set_status": status,
    }
    if missing := [field for field, word in words.items() if not word]:
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
    """Set an editor's title, date, type, status or place; "" gives the word back to the engine, None leaves it.

    ``titles`` are the editor's titles by language, all of them.  Raises ValidationError by field.
    """
    event = Event.objects.select_for_update().get(pk=event.pk)
    if event.merged_into_id:
        raise ValidationError(_("This event was merged into another. Edit that one."), code="merged")
    before = editors_word(event)
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
            place.tell_all()
    after = editors_word(event)
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
    """Publish, hide or take back events; returns how many changed.  Raises ValidationError for those without date
    or evidence.

    Publishing an event accepts all its sources as they were read last.  ``seen`` tells what the editor looked at:
    number → ``sight_of_event``; what changed since is not published unseen.
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
        if visibility == Visibility.PUBLISHED and seen and seen.get(event.pk, "") not in ("", sight_of_event(event)):
            message = _("“%(event)s” has changed since you opened this page. Please review it again.")
            raise ValidationError(message, code="overtaken", params={"event": event.title})
        _show(event, visibility, editor)
        changed += 1
    return changed


def sight_of_event(event: Event) -> str:
    """What an editor sees who looks at the event with all its sources."""
    sources = Source.objects.as_read_last().filter(event=event).for_cards()
    return f"{event.updated_at.isoformat()} {sight_of(sources)}"


def _show(event: Event, visibility: str, editor: AbstractBaseUser) -> None:
    """Publishing accepts the event's sources as they stand; one that is published no more is open to new readings."""
    before, event.visibility = event.visibility, visibility
    event.save(update_fields=["visibility"])
    after: dict[str, object] = {"visibility": visibility}
    with forgetting_unnamed(*Article.objects.filter(sources__event=event).distinct()):
        if visibility == Visibility.PUBLISHED:
            after["sources"] = fix_all(event, at=timezone.now())
        elif before == Visibility.PUBLISHED:
            set_all_free(event)
        refresh_events([event.pk])
    Decision.objects.create(
        event=event, editor_id=editor.pk, action=_ACTIONS[Visibility(visibility)],
        before={"visibility": before}, after=after,
    )  # fmt: skip


def _check(event: Event) -> None:
    """Raise ValidationError for what the columns cannot hold, or an event cannot be without."""
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
    """Set an editor's date on the row in memory, "" for none; raises ValidationError by field."""
    if not edtf:
        event.set_edtf, event.set_first_day, event.set_last_day, event.set_precision = "", None, None, ""
        return
    try:
        days = read_date(edtf)
    except ValidationError as fault:
        raise ValidationError({"set_edtf": fault}) from fault
    event.set_edtf, event.set_precision = days.text, days.precision
    event.set_first_day, event.set_last_day = days.first, days.last


def editors_word(event: Event) -> dict[str, object]:
    """What an editor has set so far, as it is kept in the history."""
    word = {
        "titles": event.set_titles, "date": event.set_edtf, "type": event.set_type, "status": event.set_status,
        "place": event.set_place.key if event.set_place else "",
    }  # fmt: skip
    return {column: value for column, value in word.items() if value}
