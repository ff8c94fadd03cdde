"""A newsroom that migrates to the new version finds everything as its readers left it."""

from __future__ import annotations

import pytest

from events.models import Event, Source
from tests.crawl import assert_same, differing
from tests.migrated.answers import kept, read
from tests.migrated.conftest import COMMIT, HERE
from tests.migrated.purposes import BODIES, HEADERS, MENDED, but_for_purposes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("migrated", "plain_static_files")]


@pytest.fixture(scope="module")
def before():
    """What the earlier version answered."""
    return kept(HERE / f"{COMMIT}.json.gz")


@pytest.fixture(scope="module")
def after(before, migrated):
    """What this version answers to the same requests."""
    return read(before)


def test_public_answers_are_the_same_before_and_after_migrating(before, after):
    old, new = (
        {address: but_for_purposes(address, answer) for address, answer in answers.items() if address not in MENDED}
        for answers in (before, after)
    )
    assert_same(old, new)


def test_addresses_listed_as_mended_have_their_new_status(before, after):
    assert {address: (before[address].status, after[address].status) for address in MENDED} == MENDED
    assert not [address for address, answer in after.items() if answer.status >= 500 and answer.status != 501]


@pytest.mark.parametrize("number", range(len(BODIES)), ids=lambda number: BODIES[number].reason)
def test_every_listed_difference_of_bodies_occurs(before, after, number, monkeypatch):
    others = [purpose for at, purpose in enumerate(BODIES) if at != number]
    monkeypatch.setattr("tests.migrated.purposes.BODIES", others)
    old, new = (
        {address: but_for_purposes(address, answer) for address, answer in answers.items()}
        for answers in (before, after)
    )
    assert [address for address in differing(old, new) if address not in MENDED]


@pytest.mark.parametrize("name", HEADERS)
def test_every_listed_difference_of_headers_occurs(before, after, name):
    assert any(dict(before[address].headers).get(name) != dict(after[address].headers).get(name) for address in before)


def test_sources_of_published_events_are_accepted():
    assert Source.objects.filter(event__visibility="published").exists()
    assert not Source.objects.pending().exists()


def test_migrated_newsroom_has_every_kind_of_row():
    """Otherwise the comparison would prove little."""
    assert set(Event.objects.values_list("visibility", flat=True)) == {"published", "proposed", "hidden"}
    assert Event.objects.filter(merged_into__isnull=False).exists()
    assert Event.objects.exclude(added_by=None).exists()
