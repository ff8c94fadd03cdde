"""Read rows of language data from TOML and TSV, each with the line it stands on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+))\s*=""")
_ITEM_SEPARATOR = " | "


class LanguageError(ValueError):
    """Language data that cannot be right; the message begins with file and line."""


class RawRow(NamedTuple):
    """One row as its file gives it; ``where`` is "ar/months.toml:12"."""

    where: str
    table: str
    fields: dict[str, Any]


def read_rows(path: Path, apart: Collection[str] = ()) -> Iterator[RawRow]:
    """The rows of a .toml (array tables) or .tsv file, in order, without plain tables of the names ``apart``."""
    text = path.read_text(encoding="utf-8")
    name = short_name(path)
    return _tsv_rows(text, name) if path.suffix == ".tsv" else _toml_rows(text, name, apart)


def read_tables(path: Path) -> Iterator[tuple[str, str, str, Any]]:
    """(where, table, key, value) for every row of a .toml file with plain tables."""
    text, name = path.read_text(encoding="utf-8"), short_name(path)
    lines = _lines_of_keys(text)
    for table, rows in _parse(text, name).items():
        if not isinstance(rows, dict):
            raise LanguageError(f"{name}:{lines.get(('', table), 1)}: “{table}” stands outside any [TABLE]")
        for key, value in rows.items():
            yield f"{name}:{lines.get((table, key), 1)}", table, key, value


def read_table(path: Path, table: str) -> tuple[str, dict[str, tuple[str, Any]]]:
    """One plain table of a .toml file that holds array tables too: where it begins, and its keys with (where, value).

    LanguageError where it is missing or no plain table.
    """
    text, name = path.read_text(encoding="utf-8"), short_name(path)
    found = _parse(text, name).get(table)
    if not isinstance(found, dict):
        raise LanguageError(f"{name}:1: the table [{table}] is missing")
    lines = _lines_of_keys(text)
    keys = {key: (f"{name}:{lines.get((table, key), 1)}", value) for key, value in found.items()}
    return f"{name}:{_line_of_header(text, table)}", keys


def short_name(path: Path) -> str:
    """The file's name from its language's folder on."""
    parts = path.parts
    return "/".join(parts[parts.index("languages") + 1 :] if "languages" in parts else parts[-2:])


def _parse(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise LanguageError(f"{name}:{line[1] if line else 1}: {error}") from error


def _toml_rows(text: str, name: str, apart: Collection[str]) -> Iterator[RawRow]:
    headers: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("[[") and (header := _HEADER.match(line)):
            headers.setdefault(header[1], []).append(number)
    rows: list[tuple[int, str, dict[str, Any]]] = []
    for table, entries in _parse(text, name).items():
        if table in apart and isinstance(entries, dict):
            continue
        if not isinstance(entries, list):
            raise LanguageError(f"{name}:1: “{table}” must be an array table, [[{table}]]")
        rows += [(number, table, entry) for number, entry in zip(headers[table], entries, strict=True)]
    for number, table, entry in sorted(rows, key=lambda row: row[0]):
        yield RawRow(f"{name}:{number}", table, entry)


def _tsv_rows(text: str, name: str) -> Iterator[RawRow]:
    columns: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not columns:
            columns = cells
            continue
        if len(cells) > len(columns):
            raise LanguageError(f"{name}:{number}: {len(cells)} cells for {len(columns)} columns")
        fields = {column: cell for column, cell in zip(columns, cells, strict=False) if cell}
        yield RawRow(f"{name}:{number}", "", fields)


def split_items(cell: str) -> list[str]:
    """The items of a tuple in a .tsv cell."""
    return [item.strip() for item in cell.split(_ITEM_SEPARATOR)]


def _lines_of_keys(text: str) -> dict[tuple[str, str], int]:
    lines: dict[tuple[str, str], int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = header[1]
        elif key := _KEY.match(line):
            lines.setdefault((table, next(part for part in key.groups() if part is not None)), number)
    return lines


def _line_of_header(text: str, table: str) -> int:
    headers = ((number, _HEADER.match(line)) for number, line in enumerate(text.splitlines(), 1))
    return next((number for number, header in headers if header and header[1] == table), 1)
