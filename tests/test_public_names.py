"""Names that others hold stay as they are, until somebody decides otherwise and says so in ``public_names.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.public_names import KINDS

LISTED = tomllib.loads(Path(__file__).with_name("public_names.toml").read_text(encoding="utf-8"))


def test_every_kind_of_name_is_listed():
    assert LISTED.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_no_name_that_others_hold_has_vanished(kind):
    vanished = set(LISTED[kind]["names"]) - KINDS[kind]()
    assert not vanished, (
        f"{', '.join(LISTED[kind]['held_by'])} hold these names: answer to the old one too, or say in CHANGELOG.md and "
        f"docs/operations.md what to do, and take it off tests/public_names.toml"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_name_is_put_on_the_list(kind):
    added = KINDS[kind]() - set(LISTED[kind]["names"])
    assert not added, f"others will hold these, so choose them well; then add them to tests/public_names.toml, [{kind}]"


@pytest.mark.parametrize("kind", KINDS)
def test_the_list_is_in_order_and_names_nothing_twice(kind):
    assert LISTED[kind]["names"] == sorted(set(LISTED[kind]["names"]))
