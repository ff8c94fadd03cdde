"""The events merged into an event, what “Unmerge” would bring back, and the button's view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events import desk
from events.admin.cards import in_words
from events.admin.current_user import person
from events.admin.merging.outcome import readable_address
from events.desk.merging.detach import whole_of
from events.desk.merging.tree import below, homes, merges_in
from events.models import Event, Merge, Source, TimelinePick
from events.models.choices import Visibility, label_of


@dataclass(frozen=True, slots=True)
class MergedIn:
    """A merged event and what would come back with it; ``others`` were merged into it before."""

    merge: Merge
    when: str
    sources: int
    picks: list[TimelinePick]
    others: list[Event]
    #: It cannot be unmerged: the survivor is published and would be left without evidence.
    in_the_way: bool
    #: It was published, but no source of it is left, so it would come back as a proposal.
    comes_as_proposal: bool

    @property
    def visibility(self) -> str:
        return label_of(Visibility, Visibility.PROPOSED if self.comes_as_proposal else self.merge.visibility)

    @property
    def address(self) -> str:
        return readable_address(self.merge.event)

    @property
    def edited(self) -> bool:
        """Whether an editor had set any of its values."""
        event = self.merge.event
        return bool(event.set_titles or event.set_edtf or event.set_type or event.set_status or event.set_place_id)


def merged_into(root: Event) -> list[MergedIn]:
    """All events merged into the root, directly or not, the latest merge first."""
    merges = merges_in(root)
    belongs = homes(root, merges)
    return [
        _merged_in(root, merge, below(event, merges), merges, belongs)
        for event, merge in sorted(merges.items(), key=lambda item: (item[1].at, item[1].pk), reverse=True)
    ]


def _merged_in(root: Event, merge: Merge, leaving: set[int], merges: dict[int, Merge], belongs: dict) -> MergedIn:
    sources = sum(home in leaving for home in belongs.values())
    left_alone = sources == len(belongs) and root.added_by_id is None
    return MergedIn(
        merge=merge,
        when=in_words(merge.event.edtf),
        sources=sources,
        picks=list(TimelinePick.objects.filter(event=merge.event, through_merge=False).select_related("timeline")),
        others=[merges[event].event for event in sorted(leaving - {merge.event_id})],
        in_the_way=left_alone and root.visibility == Visibility.PUBLISHED,
        comes_as_proposal=merge.visibility == Visibility.PUBLISHED and not sources and merge.event.added_by_id is None,
    )


def mark_homes(root: Event, sources: Iterable[Source]) -> None:
    """Set on each source ``came_as``, the merged event that it came with, and ``whole``: it is its only source."""
    merges = merges_in(root)
    belongs = homes(root, merges)
    for source in sources:
        merge, whole = merges.get(belongs[source.revises_id or source.pk]), whole_of(source, belongs)
        source.came_as, source.whole = merge and merge.event, whole is not None  # type: ignore[attr-defined]


@require_POST
def unmerge(request: HttpRequest, event_id: int) -> HttpResponse:
    """Unmerge an event, and go to its page."""
    if not request.user.has_perm("events.change_event"):
        raise PermissionDenied
    event = get_object_or_404(Event, pk=event_id)
    try:
        event = desk.unmerge_event(event=event, editor=person(request))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("admin:events_event_change", event.merged_into_id or event_id)
    messages.success(request, _("“%(event)s” is a separate event again.") % {"event": event.title})
    return redirect("admin:events_event_change", event_id)
