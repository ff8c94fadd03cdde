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
def test_no_public_name_has_vanished(kind):
    vanished = set(LISTED[kind]["names"]) - KINDS[kind]()
    assert not vanished, (
        f"{', '.join(LISTED[kind]['held_by'])} hold these names: answer to the old one too, or say in CHANGELOG.md and "
        f"docs/operations.md what to do, and take it off tests/public_names.toml"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_public_name_is_on_the_list(kind):
    added = KINDS[kind]() - set(LISTED[kind]["names"])
    assert not added, f"others will hold these, so choose them well; then add them to tests/public_names.toml, [{kind}]"


@pytest.mark.parametrize("kind", KINDS)
def test_list_is_sorted_and_has_no_duplicate(kind):
    assert LISTED[kind]["names"] == sorted(set(LISTED[kind]["names"]))
