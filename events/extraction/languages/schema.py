"""Turn raw rows into the dataclass a room declared, and complain with file and line."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterable
from typing import Any, TypeVar

from events.extraction.languages.loading import LanguageError, RawRow, split_items

T = TypeVar("T")
_READABLE = {str, int, float, bool}


def build_rows(raw_rows: Iterable[RawRow], schema: type[T]) -> tuple[T, ...]:
    """Rows of type ``schema``; LanguageError for the first that does not fit, or that repeats another."""
    rows: list[T] = []
    seen: dict[tuple[str, object], str] = {}
    fields = _fields(schema)
    for raw in raw_rows:
        row = _build(raw, schema, *fields)
        for complaint in getattr(row, "faults", tuple)():
            raise LanguageError(f"{raw.where}: {complaint}")
        _refuse_duplicates(row, raw.where, seen)
        rows.append(row)
    return tuple(rows)


def _build(raw: RawRow, schema: type[T], types: dict[str, Any], required: set[str]) -> T:
    unknown = raw.fields.keys() - types.keys() | (raw.fields.keys() & {"where"})
    if unknown:
        known = ", ".join(sorted(types.keys() - {"where"}))
        raise LanguageError(f"{raw.where}: unknown key “{sorted(unknown)[0]}” (known: {known})")
    missing = required - raw.fields.keys()
    if missing:
        raise LanguageError(f"{raw.where}: key “{sorted(missing)[0]}” is missing")
    values = {key: _coerce(value, types[key], f"{raw.where}: “{key}”") for key, value in raw.fields.items()}
    if "where" in types:
        values["where"] = raw.where
    return schema(**values)


def _fields(schema: type) -> tuple[dict[str, Any], set[str]]:
    """Type of every key, and the keys that must be there."""
    if not dataclasses.is_dataclass(schema):
        raise TypeError(f"{schema.__name__} must be a dataclass")
    hints = typing.get_type_hints(schema)
    fields = dataclasses.fields(schema)
    needed = {
        field.name
        for field in fields
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    return {field.name: hints[field.name] for field in fields}, needed - {"where"}


def _coerce(value: Any, wanted: Any, what: str) -> Any:
    if typing.get_origin(wanted) is tuple:
        items = split_items(value) if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) and item for item in items):
            raise LanguageError(f"{what} must be a list of texts")
        return tuple(items)
    if wanted not in _READABLE:
        raise TypeError(f"{what}: a field of type {wanted} cannot be read from language data")
    if isinstance(value, str) and wanted is not str:
        return _read_cell(value, wanted, what)
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not wanted:
        raise LanguageError(f"{what} must be of type {wanted.__name__}")
    return value


def _read_cell(cell: str, wanted: type, what: str) -> Any:
    """A .tsv cell as a number or a truth."""
    if wanted is bool:
        if cell not in ("yes", "no", "true", "false"):
            raise LanguageError(f"{what} must be yes or no")
        return cell in ("yes", "true")
    try:
        return wanted(cell)
    except ValueError as error:
        raise LanguageError(f"{what} must be of type {wanted.__name__}") from error


def _refuse_duplicates(row: object, where: str, seen: dict[tuple[str, object], str]) -> None:
    for name in getattr(row, "UNIQUE", ()):
        value = getattr(row, name)
        for item in value if isinstance(value, tuple) else (value,):
            if item in ("", None):
                continue
            if (name, item) in seen:
                raise LanguageError(f"{where}: “{item}” stands already at {seen[name, item]}")
            seen[name, item] = where
