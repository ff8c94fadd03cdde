"""The numeric constants of the engine: where each stands, and the same source with one of them changed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: Rooms that judge the engine or run it; what it finds does not rest on them.
NOT_THE_ENGINE = {"evaluation", "training", "command"}


@dataclass(frozen=True, slots=True, order=True)
class Constant:
    """A number that a module of the engine names; ``path`` is relative to the checkout, columns are of UTF-8 bytes."""

    path: str
    name: str
    line: int
    first: int
    last: int
    value: float

    @property
    def changed(self) -> float:
        """A whole number and one, anything else half as much again."""
        return self.value + 1 if isinstance(self.value, int) else round(self.value * 1.5, 6)

    def mutate(self, checkout: Path) -> None:
        """Write the changed number into the file of that checkout."""
        file = checkout / self.path
        lines = file.read_bytes().splitlines(keepends=True)
        line = lines[self.line - 1]
        lines[self.line - 1] = line[: self.first] + repr(self.changed).encode() + line[self.last :]
        file.write_bytes(b"".join(lines))


def engine_constants(checkout: Path) -> list[Constant]:
    """All of them, in a fixed order."""
    engine = checkout / "events" / "extraction"
    return sorted(
        constant
        for file in engine.rglob("*.py")
        if file.relative_to(engine).parts[0] not in NOT_THE_ENGINE
        for constant in _constants(file, checkout)
    )


def _constants(file: Path, checkout: Path) -> Iterator[Constant]:
    path = str(file.relative_to(checkout))
    for statement in ast.parse(file.read_bytes()).body:
        if isinstance(statement, ast.Assign):
            pairs = [pair for target in statement.targets for pair in _pairs(target, statement.value)]
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            pairs = _pairs(statement.target, statement.value)
        else:
            continue
        for name, number in pairs:
            assert number.end_col_offset is not None
            yield Constant(path, name, number.lineno, number.col_offset, number.end_col_offset, number.value)  # type: ignore[arg-type]


def _pairs(target: ast.expr, value: ast.expr) -> list[tuple[str, ast.Constant]]:
    """Names with their numbers; those of a tuple one by one."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        return [pair for each, its in zip(target.elts, value.elts, strict=True) for pair in _pairs(each, its)]
    if not isinstance(target, ast.Name):
        return []
    if isinstance(value, ast.Constant) and type(value.value) in (int, float):
        return [(target.id, value)]
    if isinstance(value, ast.Tuple | ast.List):  # a table of numbers: each of them
        return [(f"{target.id}[{number}]", each) for number, each in enumerate(value.elts)
                if isinstance(each, ast.Constant) and type(each.value) in (int, float)]  # fmt: skip
    return []
