"""The names that people and machines outside this repository hold, as the running code has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import get_commands
from django.template import engines

from events.extraction import extract
from events.extraction.evaluation.event_cases import event_cases
from events.extraction.evaluation.timex_cases import time_cases
from events.extraction.languages import Language, available, load
from events.extraction.languages.language import FirstFacts
from events.extraction.lexicon import inflection
from events.extraction.timex.normalization import RESOLVERS
from events.extraction.timex.number_shapes import SHAPES
from events.models.search_terms.rules import TABLES, Rules
from newsdesk.celery import app
from tests.addresses import routes
from tests.texts import ARABIC, ENGLISH

CHECKOUT = Path(__file__).resolve().parent.parent
_PARAMETER = re.compile(r"%\((\w+)\)s")
#: A row of a table of settings; those of the last section are other programs' settings.
_SETTING = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)
_OWN_TABLES = "time-words"
_OTHERS_SETTINGS = "## Kept from your environment"


def tasks() -> set[str]:
    app.loader.import_default_modules()
    return {name for name in app.tasks if not name.startswith("celery.")}


def beat() -> set[str]:
    return {f"{name}: {entry['task']}" for name, entry in settings.CELERY_BEAT_SCHEDULE.items()}


def commands() -> set[str]:
    return {name for name, room in get_commands().items() if str(room).split(".")[0] in ("events", "newsdesk")}


def environment() -> set[str]:
    """What docs/settings.md names and a program of ours asks for."""
    ours, _heading, _others = (CHECKOUT / "docs" / "settings.md").read_text().partition(_OTHERS_SETTINGS)
    code = "".join(file.read_text() for room in ("newsdesk", "events", "tests") for file in _python(room))
    return {name for name in _SETTING.findall(ours) if f'"{name}"' in code}


def _python(room: str) -> Iterator[Path]:
    return (file for file in (CHECKOUT / room).rglob("*.py") if file != Path(__file__))


def addresses() -> set[str]:
    """Names, which templates hold, with the paths, which bookmarks hold; the admin's own detours have no name."""
    return {
        f"{route.name or '-'} {_path(route.template, route.language)}"
        for route in routes()
        if route.name or not route.is_admin
    }


def _path(template: str, language: str) -> str:
    path = _PARAMETER.sub(r"{\1}", template)
    return path.replace(f"/{language}/", "/{language}/", 1) if language else path


def template_libraries() -> set[str]:
    engine: Any = engines["django"].engine  # type: ignore[attr-defined]
    ours = {name: module for name, module in engine.libraries.items() if module.startswith(("events.", "newsdesk."))}
    found = {library: engine.template_libraries[library] for library in ours}
    return {f"{name}: tag {tag}" for name, library in found.items() for tag in library.tags} | {
        f"{name}: filter {filter}" for name, library in found.items() for filter in library.filters
    }


def language_folders() -> set[str]:
    """Files, tables and keys that the code asks a folder for, or that a folder has; and what rows may name.

    The tables of time-words are each folder's own: its rules name them, the code does not.
    """
    with pytest.MonkeyPatch.context() as patch:
        asked = _asked_for(patch)
        _read_everything()
    inflections = Path(inflection.__file__).parent.glob("[a-z]*.py")
    return {
        "file language",
        *(f"language: key {name}" for name in _keys(FirstFacts)),
        *asked,
        *(f"search/words: table {table}" for table in TABLES),
        *(f"resolver: {name}" for name in RESOLVERS),
        *(f"class of numbers: {name}" for classes in SHAPES.values() for name in classes),
        *(f"inflection: {file.stem}" for file in inflections),
    }


def _asked_for(patch: pytest.MonkeyPatch) -> set[str]:
    """Filled as languages are read: every file with its keys (rows) or its tables (words)."""
    found: set[str] = set()
    rows, lexicon = Language.rows, Language.lexicon

    def rows_noted(language: Language, stem: str, schema: Any) -> Any:
        found.update({f"file {stem}", *(f"{stem}: key {name}" for name in _keys(schema))})
        return rows(language, stem, schema)

    def lexicon_noted(language: Language, stem: str) -> Any:
        read = lexicon(language, stem)
        found.update({f"file {stem}", *(f"{stem}: table {row.table}" for row in read if stem != _OWN_TABLES)})
        return read

    patch.setattr(Language, "rows", rows_noted)
    patch.setattr(Language, "lexicon", lexicon_noted)
    return found


def _keys(schema: Any) -> set[str]:
    return {field.name for field in fields(schema)} - {"where"}


def _read_everything() -> None:
    """All rooms' data of all languages, from their files."""
    load.cache_clear()
    for text in (ARABIC, ENGLISH):
        extract(text, published="2025-09-01")
    for language in map(load, available()):
        event_cases(language)
        time_cases(language)
        Rules.of(language)


KINDS: dict[str, Callable[[], set[str]]] = {
    "tasks": tasks,
    "beat": beat,
    "commands": commands,
    "environment": environment,
    "addresses": addresses,
    "template_libraries": template_libraries,
    "language_folders": language_folders,
}
