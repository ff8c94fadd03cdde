"""Punctuation stands in one place, and every room takes the same marks the same way."""

from __future__ import annotations

import ast
import unicodedata
from pathlib import Path

import pytest

from events.extraction import extract
from events.extraction.languages import load
from events.extraction.text import marks, parse

ENGINE = Path(marks.__file__).resolve().parent.parent
#: Not text: the little language of time patterns, data files and names of files have marks of their own.
NOTATION = {"timex/pattern_syntax.py", "languages/loading.py", "command/benchmark.py", "version.py"}


def sets_of_marks(path: Path) -> set[str]:
    """String constants of two marks or more and nothing else, as a set of punctuation is written."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    parts = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    texts = {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts
    }
    return {text for text in texts if len(text) > 1 and all(unicodedata.category(mark)[0] == "P" for mark in text)}


def test_no_other_file_of_the_engine_lists_marks() -> None:
    paths = {path.relative_to(ENGINE).as_posix(): path for path in ENGINE.rglob("*.py")}
    listing = {name for name, path in paths.items() if any(map(lists_several, sets_of_marks(path)))}
    assert listing - NOTATION == {"text/marks.py"}


def lists_several(text: str) -> bool:
    """Different marks, that are neither EDTF's open end nor a pattern of `re`."""
    return len(set(text)) > 1 and text not in {"/..", "(?!)", "[-/.]"}


def test_opening_mark_separates_as_its_closing_mark_does() -> None:
    for opening, closing in marks.PAIRS.items():
        assert {opening, closing} <= marks.PARTING
        assert closing in marks.CLOSING
        assert opening == closing or opening in marks.OPENING


def test_hyphen_and_apostrophe_separate_nothing() -> None:
    assert not marks.PARTING_PHRASES & {marks.HYPHEN, marks.APOSTROPHE}


@pytest.mark.parametrize(("written", "folded"), [("’", "'"), ("“", '"'), ("„", '"'), ("‑", "-"), ("―", "—")])
def test_marks_that_look_alike_are_folded_to_one(written: str, folded: str) -> None:
    assert parse(f"a {written} b", load("en")).words == ["a", folded, "b"]


@pytest.mark.parametrize("mark", sorted(marks.PARTING - {marks.FULL_STOP, "۔", marks.QUOTE, "!", "?", "؟", "…"}))
def test_supposition_ends_at_a_mark(mark: str) -> None:
    """ "Whether" belongs to its own side of a bracket, a dash, a colon, in whichever script the mark is."""
    found = extract(
        f"The board did not say whether or how {mark} Acme bought Bolt on Monday.",
        published="2025-09-03",
        language="en",
    )
    assert [event.date for event in found.events] == ["2025-09-01"]


@pytest.mark.parametrize("comma", sorted(marks.COMMAS))
def test_commas_of_both_scripts_separate_clauses(comma: str) -> None:
    clauses = parse(f"ten died{comma} twenty were hurt", load("en")).clauses
    assert [clause.last - clause.first for clause in clauses] == [3, 3]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Orchard Growers' Union met on Monday.", "Orchard Growers' Union"),
        ("Police said the Teal Weavers' Summer line closed on Monday.", "Teal Weavers"),
    ],
)
def test_genitive_is_part_of_a_name_only_before_its_head(text: str, name: str) -> None:
    actors = {actor.name for event in extract(text, published="2025-09-03").events for actor in event.actors}
    assert name in actors
