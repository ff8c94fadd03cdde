"""Links between the documents lead to existing files and headings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.documentation.shown import PAGES

WITH_CHANGELOG = [*PAGES, PAGES[0].with_name("CHANGELOG.md")]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
DECISION = re.compile(r"\d{4}-[a-z0-9-]+\.md")


def anchors_of(page: Path) -> set[str]:
    """What GitHub makes of a page's headings: small letters, dashes for spaces, no other marks."""
    headings = re.findall(r"(?m)^#+ (.+)$", page.read_text())
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(page: Path, text: str) -> list[str]:
    """The links of the text without a target, resolved as if it stood on this page."""
    broken = []
    for path, anchor in LINK.findall(text):
        target = (page.parent / path) if path else page
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            broken.append(f"{path}#{anchor}")
    return broken


@pytest.mark.parametrize("page", WITH_CHANGELOG, ids=lambda page: page.name)
def test_every_link_has_a_target(page):
    assert broken_links(page, page.read_text()) == []


def test_broken_link_is_noticed():
    page = PAGES[0]
    assert broken_links(page, "[a](docs/nowhere.md) [b](docs/api.md#nothing) [c](#a-tour) [d](LICENSE)") == [
        "docs/nowhere.md#",
        "docs/api.md#nothing",
    ]


def test_every_decision_is_indexed_and_has_a_unique_number():
    folder = PAGES[0].parent / "docs" / "decisions"
    names = sorted(path.name for path in folder.iterdir() if path.name != "README.md")
    assert all(DECISION.fullmatch(name) for name in names)
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
    index = (folder / "README.md").read_text()
    assert re.findall(r"\]\(([\w.-]+)\)", index) == names
