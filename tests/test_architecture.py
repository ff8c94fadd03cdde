"""The house keeps its shape: which room may import which, and who knows no framework."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
#: Room → rooms of ``events`` it may import; data walks from top to bottom.
MAY_IMPORT = {
    "edtf": set(),
    "extraction": {"edtf"},
    "linking": set(),
    "models": {"edtf", "extraction"},
    "desk": {"edtf", "extraction", "linking", "models"},
    "queries": {"edtf", "models"},
    "site": {"edtf", "models", "queries"},
    "api": {"edtf", "models", "queries", "desk"},
    "admin": {"edtf", "models", "queries", "desk"},
    "example": {"models", "desk"},
    "demo": {"edtf", "extraction", "models"},
}
FRAMEWORKS = {"django", "rest_framework", "celery", "kombu", "psycopg", "redis"}


def imported_names(path: Path) -> set[str]:
    """Every absolute module that the file imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_rooms_upstream_of_it(room: str) -> None:
    allowed = MAY_IMPORT[room] | {room}
    wrong = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "events" / room).rglob("*.py")
        for name in imported_names(path)
        if name.startswith("events.") and name.split(".")[1] in MAY_IMPORT and name.split(".")[1] not in allowed
    }
    assert not wrong


@pytest.mark.parametrize("room", ["edtf", "extraction", "linking"])
def test_the_engine_knows_no_framework(room: str) -> None:
    """In a fresh interpreter, so that nothing imported by other tests can hide an import."""
    script = (
        f"import sys, pkgutil, importlib, events.{room} as room\n"
        "for found in pkgutil.walk_packages(room.__path__, room.__name__ + '.'):\n"
        "    if not found.name.endswith('__main__'): importlib.import_module(found.name)\n"
        "print('\\n'.join(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not FRAMEWORKS & set(done.stdout.split())


def test_nothing_that_reads_articles_knows_how_it_is_evaluated() -> None:
    """Evaluation and training look at the engine from outside: only commands import them."""
    inside = [ROOT / "events" / "extraction" / room for room in ("evaluation", "training")]
    modules = tuple(f"events.extraction.{room.name}" for room in inside)
    wrong = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "events").rglob("*.py")
        if not any(path.is_relative_to(room) for room in [*inside, ROOT / "events" / "management"])
        for name in imported_names(path)
        if name.startswith(modules)
    }
    assert not wrong


def test_every_room_is_in_the_plan() -> None:
    rooms = {path.name for path in (ROOT / "events").iterdir() if (path / "__init__.py").exists()}
    assert rooms - set(MAY_IMPORT) <= {"management", "migrations"}
