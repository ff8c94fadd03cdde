"""Pending sources of published events: showing what they would change, accepting and refusing them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from events import desk
from events.admin.cards import SourceCard, source_card
from events.admin.current_user import person
from events.admin.history import change_line
from events.admin.visibility import back
from events.desk.pending import what_it_changes
from events.desk.source_digests import review_digest
from events.models import Source


@dataclass(frozen=True, slots=True)
class PendingCard:
    """A pending source: why it is pending, its changes for readers as sentences, and in ``seen`` its digest."""

    card: SourceCard
    kind: str
    changes: list[str]
    seen: str


def pending_cards(sources: Iterable[Source]) -> list[PendingCard]:
    return [
        PendingCard(
            source_card(source), source.pending_kind,
            [change_line(change.column, change.before, change.after) for change in what_it_changes(source)],
            review_digest([source]),
        )
        for source in sources
    ]  # fmt: skip


@require_POST
def accept(request: HttpRequest, source_id: int) -> HttpResponse:
    """Accept one source, and go back to the page with the button."""
    source = _source(request, source_id)
    accept_all(request, [source], seen={source.pk: request.POST.get("seen", "")})
    return back(request, source.event_id)


@require_POST
def refuse(request: HttpRequest, source_id: int) -> HttpResponse:
    source = _source(request, source_id)
    event_id = source.event_id
    try:
        desk.refuse_source(source=source, editor=person(request))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("Source rejected. Readers will not see it."))
    return back(request, event_id)


def accept_all(request: HttpRequest, sources: Iterable[Source], seen: Mapping[int, str] | None = None) -> None:
    """Accept the sources, and show the editor a message; ``seen`` as in ``desk.accept_sources``."""
    try:
        count = desk.accept_sources(sources=sources, editor=person(request), seen=seen)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        text = ngettext("%(count)d pending source accepted.", "%(count)d pending sources accepted.", count)
        messages.success(request, text % {"count": count})


def _source(request: HttpRequest, source_id: int) -> Source:
    if not request.user.has_perm("events.publish_event"):
        raise PermissionDenied
    return get_object_or_404(Source, pk=source_id)
