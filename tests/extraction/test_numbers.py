"""Every number of the engine has a name, and says beside it what it counts or why it is what it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from events.extraction import text

ENGINE = Path(text.__file__).resolve().parent.parent
#: Rooms that judge the engine or run it; and the one of a language's own code, whose numbers are letters of its words.
ELSEWHERE = {"evaluation", "training", "command"}
LETTERS = "inflection"
#: Places next to a token, and halves.
SMALL = {-2, -1, 0, 1, 2}
#: Facts of the calendar, whose names say what they count.
FACTS = "timex/calendar_numbers.py"
#: A formula with its source, whose numbers have no meaning one by one.
FORMULAS = {"_easter"}


def engine_files() -> Iterator[tuple[str, ast.Module, list[str]]]:
    for path in sorted(ENGINE.rglob("*.py")):
        if path.relative_to(ENGINE).parts[0] not in ELSEWHERE:
            source = path.read_text(encoding="utf-8")
            yield path.relative_to(ENGINE).as_posix(), ast.parse(source), source.splitlines()


def numbers(node: ast.AST) -> Iterator[ast.Constant]:
    """The numbers below a node, those of formulas left out."""
    if isinstance(node, ast.FunctionDef) and node.name in FORMULAS:
        return
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from numbers(child)


def is_constant(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assign | ast.AnnAssign)


def test_no_number_stands_without_a_name() -> None:
    found = [
        f"{name}:{number.lineno}: {number.value!r}"
        for name, module, _lines in engine_files()
        if LETTERS not in name
        for statement in module.body
        if not is_constant(statement)
        for number in numbers(statement)
        if number.value not in SMALL
    ]
    assert "\n".join(found) == ""


def test_every_named_number_says_what_it_is() -> None:
    """Behind it in its line, or in the lines before it: a group shares its comment."""
    found = []
    for name, module, lines in engine_files():
        explained = False
        for before, statement in zip([None, *module.body], module.body, strict=False):
            if not is_constant(statement) or not list(numbers(statement)):
                explained = False
                continue
            follows = before is not None and before.end_lineno == statement.lineno - 1 and explained
            beside = any("#" in line for line in lines[statement.lineno - 1 : statement.end_lineno])
            explained = beside or lines[statement.lineno - 2].startswith("#") or follows or name == FACTS
            if not explained:
                found.append(f"{name}:{statement.lineno}: {lines[statement.lineno - 1]}")
    assert "\n".join(found) == ""
