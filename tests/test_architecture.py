"""The architecture: which package may import which, and which import no framework."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
def test_package_imports_only_packages_upstream_of_it(room: str) -> None:
    allowed = MAY_IMPORT[room] | {room}
    wrong = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "events" / room).rglob("*.py")
        for name in imported_names(path)
        if name.startswith("events.") and name.split(".")[1] in MAY_IMPORT and name.split(".")[1] not in allowed
    }
    assert not wrong


@pytest.mark.parametrize("room", ["edtf", "extraction", "linking"])
def test_engine_imports_no_framework(room: str) -> None:
    """In a fresh interpreter, so that nothing imported by other tests can hide an import."""
    script = (
        f"import sys, pkgutil, importlib, events.{room} as room\n"
        "for found in pkgutil.walk_packages(room.__path__, room.__name__ + '.'):\n"
        "    if not found.name.endswith('__main__'): importlib.import_module(found.name)\n"
        "print('\\n'.join(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not FRAMEWORKS & set(done.stdout.split())


def test_engine_does_not_import_its_evaluation_and_training() -> None:
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


def test_every_package_is_in_the_import_table() -> None:
    rooms = {path.name for path in (ROOT / "events").iterdir() if (path / "__init__.py").exists()}
    assert rooms - set(MAY_IMPORT) <= {"management", "migrations"}


#: The rooms and files of the engine as an article goes through them: each may import those of lines above its own.
ENGINE = [
    {"types"},
    {"text", "languages"},  # the one line whose two rooms know each other: a text is cut as its language says
    {"timex", "entities", "lexicon", "publication"},
    {"triggers"},
    {"candidates"},
    {"clauses"},
    {"temporal_linking"},
    {"mentions"},
    {"coreference"},
    {"titles"},
    {"scoring"},
    {"pipeline"},
    {"engine", "output"},
    {"evaluation", "version"},
    {"training", "command"},
]
KNOW_EACH_OTHER = {"text", "languages"}
LONGEST_FILE, LONGEST_FUNCTION, MOST_METHODS = 300, 60, 15


ENGINE_ROOMS = {room for line in ENGINE for room in line}


def engine_imports(path: Path) -> set[str]:
    """The rooms of the engine that a file imports."""
    parts = (name.split(".") for name in imported_names(path) if name.startswith("events.extraction."))
    return {names[2] for names in parts} & ENGINE_ROOMS


@pytest.mark.parametrize("room", sorted(ENGINE_ROOMS))
def test_room_of_the_engine_imports_only_rooms_before_it(room: str) -> None:
    place = ROOT / "events" / "extraction" / room
    files = list(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    own = next(number for number, line in enumerate(ENGINE) if room in line)
    allowed = {other for line in ENGINE[:own] for other in line} | {room}
    allowed |= KNOW_EACH_OTHER if room in KNOW_EACH_OTHER else set()
    assert files
    assert not {f"{path.name}: {other}" for path in files for other in engine_imports(path) - allowed}


def test_every_room_of_the_engine_is_in_the_import_table() -> None:
    engine = ROOT / "events" / "extraction"
    rooms = {path.relative_to(engine).parts[0].removesuffix(".py") for path in engine.rglob("*.py")}
    assert rooms - {"__init__", "__main__"} == ENGINE_ROOMS


def source_files() -> list[Path]:
    """Every file of code; migrations are Django's."""
    paths = [path for top in ("events", "newsdesk") for path in (ROOT / top).rglob("*.py")]
    return [path for path in paths if "migrations" not in path.parts]


def test_no_file_has_more_than_300_lines() -> None:
    assert not [path for path in source_files() if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE]


def definitions(*kinds: type[ast.AST]) -> Iterator[tuple[str, Any]]:
    """Every function or class of the code, with its file."""
    for path in source_files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, kinds):
                yield str(path.relative_to(ROOT)), node


def test_no_function_has_more_than_60_lines() -> None:
    functions = definitions(ast.FunctionDef, ast.AsyncFunctionDef)
    assert not [(path, node.name) for path, node in functions if node.end_lineno - node.lineno >= LONGEST_FUNCTION]


def test_no_class_has_more_than_15_methods() -> None:
    """The admin's classes are Django's: its hooks are methods, however many a page needs."""
    methods = {
        (path, node.name): [one for one in node.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]
        for path, node in definitions(ast.ClassDef)
        if not path.startswith("events/admin/")
    }
    assert not [found for found, own in methods.items() if len(own) > MOST_METHODS]
