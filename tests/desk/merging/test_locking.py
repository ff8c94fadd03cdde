"""Two editors at once."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from events import desk
from events.models import Event, Merge
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*works: Callable[[], object]) -> list[str]:
    """Run the functions at the same moment; gives "done" or "refused" for each, sorted."""
    ready = threading.Barrier(len(works), timeout=10)
    outcomes: list[str] = []

    def do(work: Callable[[], object]) -> None:
        ready.wait()
        try:
            work()
            outcomes.append("done")
        except ValidationError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    return sorted(outcomes)


def test_two_editors_merging_two_events_into_each_other_do_not_deadlock():
    one, other, editor = factories.an_event(), factories.an_event(), factories.an_editor()
    outcomes = at_once(
        lambda: desk.merge_events(into=one, others=[other], editor=editor),
        lambda: desk.merge_events(into=other, others=[one], editor=editor),
    )
    assert outcomes == ["done", "refused"]
    assert sorted(Event.objects.values_list("source_count", flat=True)) == [0, 2]


def test_merge_undone_by_two_editors_at_once_is_undone_once():
    one, other, editor = factories.an_event(), factories.an_event(), factories.an_editor()
    desk.merge_events(into=one, others=[other], editor=editor)
    undo = lambda: desk.unmerge_event(event=Event.objects.get(pk=other.pk), editor=editor)  # noqa: E731
    assert at_once(undo, undo) == ["done", "refused"]
    assert sorted(Event.objects.values_list("source_count", flat=True)) == [1, 1]


def test_unmerging_while_another_editor_merges_the_survivor_is_safe():
    first, second, third, editor = *(factories.an_event() for _ in range(3)), factories.an_editor()
    desk.merge_events(into=second, others=[third], editor=editor)
    outcomes = at_once(
        lambda: desk.unmerge_event(event=third, editor=editor),
        lambda: desk.merge_events(into=first, others=[second], editor=editor),
    )
    assert outcomes == ["done", "done"]
    assert Merge.objects.live().get().event == second
    counts = dict(Event.objects.values_list("pk", "source_count"))
    assert counts == {first.pk: 2, second.pk: 0, third.pk: 1}
