"""Rows of events as comma-separated values, for spreadsheets and statistics."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from events.models import Event
from events.queries.rows import EventRow, row_of, row_values

COLUMNS = (
    "id", "date", "first", "last", "precision", "date_words", "title", "lang", "type", "status", "sources",
    "confidence", "salience", "url",
)  # fmt: skip
#: Spreadsheets take cells that begin like this for formulas.  Some also accept the last four, which are full-width.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
#: Tells spreadsheets that the file is UTF-8; without it they garble Arabic.
BYTE_ORDER_MARK = "\ufeff"


class _Line:
    """A file object for ``csv.writer`` whose ``write`` returns the line, and so does ``writerow``."""

    def write(self, line: str) -> str:
        return line


def csv_lines(events: Iterable[Event], language: str, site: str) -> Iterator[str]:
    """A header and a line for each event; ``site`` is put before addresses ("https://desk.example.org")."""
    writer = csv.writer(_Line())
    yield BYTE_ORDER_MARK + writer.writerow(COLUMNS)
    for event in events:
        yield writer.writerow(_cells(row_of(event, language), site))


def _cells(row: EventRow, site: str) -> list[str]:
    values = row_values(row) | {"date": row.edtf, "url": site + row.url}
    return [_safe("" if values[column] is None else str(values[column])) for column in COLUMNS]


def _safe(cell: str) -> str:
    """The cell, with an apostrophe in front if a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
