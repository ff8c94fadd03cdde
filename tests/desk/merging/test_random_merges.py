"""After any sequence of merges and unmerges, readers and clients see what they would had nobody merged anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from django.contrib.auth.models import User
from django.db import connection
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from events.desk.preview import rolled_back
from events.models import Source, TimelinePick
from tests.desk.merging.world import Plan, World
from tests.long_forms import long_form

Answer = TypeVar("Answer")
Seen = dict[str, tuple[object, ...]]
PLANS = st.lists(
    st.builds(
        Plan, by_hand=st.booleans(), articles=st.integers(0, 2),
        visibility=st.sampled_from(["published", "published", "proposed", "hidden"]), edited=st.booleans(),
        picks=st.tuples(*[st.sampled_from(["", "pinned", "hidden"])] * 2),
    ),
    min_size=3, max_size=4,
)  # fmt: skip


@st.composite
def scripts(draw: st.DrawFn) -> tuple[list[Plan], list[tuple], list[tuple]]:
    """How the events are made, a random script with merges, and the same without; in the end nothing is merged."""
    plans = draw(PLANS)
    parents: dict[int, int] = {}
    script: list[tuple] = []
    otherwise = otherwise_while_merged = False
    for number in range(draw(st.integers(2, 8))):
        roots = [event for event in range(len(plans)) if event not in parents]
        steps = (
            ["merge"] * 3 * (len(roots) > 1) + ["unmerge"] * bool(parents) + ["edit", "decide", "pick", "read_again"]
        )
        match draw(st.sampled_from(steps)):
            case "merge":
                chosen = draw(st.permutations(roots))[: draw(st.integers(2, 3))]
                script.append(("merge", chosen, draw(st.sampled_from(chosen)), draw(st.sampled_from(chosen))))
                parents |= dict.fromkeys(chosen[1:], chosen[0])
            case "unmerge":
                event = draw(st.sampled_from(sorted(parents)))
                script.append(("unmerge", event, draw(st.booleans())))
                del parents[event]
            case "edit":
                script.append(("edit", draw(st.sampled_from(roots)), number))
            case "decide":
                event = draw(st.sampled_from(roots))
                # Who publishes the survivor accepts what is read otherwise of those merged into it, too.
                may_publish = not (otherwise and event in parents.values())
                script.append(("decide", event, draw(st.sampled_from(["hidden", *["published"] * may_publish]))))
            case "pick":
                kind = draw(st.sampled_from(["", "pinned", "hidden"]))
                script.append(("pick", draw(st.sampled_from(roots)), draw(st.integers(0, 1)), kind))
            case "read_again":
                otherwise = draw(st.booleans()) or otherwise
                otherwise_while_merged |= otherwise and bool(parents)
                script.append(("read_again", draw(st.integers(0, 7)), number if otherwise else None))
    script += [("unmerge", event, draw(st.booleans())) for event in draw(st.permutations(sorted(parents)))]
    if otherwise_while_merged:
        plans = [_decided(plan) for plan in plans]
    return plans, script, [step for step in script if step[0] not in ("merge", "unmerge")]


def _decided(plan: Plan) -> Plan:
    """The plan with an edit, where its sources could part.

    A source whose new date contradicts the others leaves a proposal that no editor worked on, but not a merged one,
    since merging it was an editor's work (``events.desk.event_linking.parts_ways``).
    """
    return replace(plan, edited=True) if plan.articles == 2 and plan.visibility == "proposed" else plan


def apart(work: Callable[[], Answer]) -> Answer:
    """What ``work`` returns; its writes are checked by every deferred constraint, then rolled back."""
    with rolled_back():
        answer = work()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return answer


def differing(
    editor: User, read: Callable, plans: list[Plan], script: list[tuple], without_merges: list[tuple]
) -> list:
    """Addresses that answer otherwise after the script than had only the steps without merges been done."""

    def seen_after(world: World, steps: list[tuple]) -> Seen:
        for step in steps:
            world.do(step)
        assert not Source.objects.exclude(home=None).exists()
        assert not TimelinePick.objects.filter(through_merge=True).exists()
        return world.seen()

    def both() -> tuple[Seen, Seen]:
        world = World.of(plans, editor, read)
        return apart(lambda: seen_after(world, without_merges)), apart(lambda: seen_after(world, script))

    undisturbed, merged_and_unmerged = apart(both)
    return [address for address, answer in undisturbed.items() if merged_and_unmerged[address] != answer]


@pytest.fixture(autouse=True)
def _nobody_asks_too_often(settings) -> None:
    settings.API_ANONYMOUS_RATE = ""


_IN_ONE_TRANSACTION = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.mark.django_db
@examples(max_examples=12, suppress_health_check=_IN_ONE_TRANSACTION)
@given(scripts())
def test_random_merges_and_unmerges_leave_what_readers_and_clients_see(editor, read, told):
    assert differing(editor, read, *told) == []


@pytest.mark.load
@pytest.mark.django_db
@examples(max_examples=long_form(300, in_ci=30), suppress_health_check=_IN_ONE_TRANSACTION)
@given(scripts())
def test_hundreds_of_random_merges_and_unmerges_leave_what_readers_see(editor, read, told):
    assert differing(editor, read, *told) == []
