"""The rows of a window as comma-separated values, for spreadsheets and statistics."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from events.models import Event
from events.queries.rows import EventRow, row_of, row_values

COLUMNS = (
    "id", "date", "first", "last", "precision", "date_words", "title", "lang", "type", "status", "sources",
    "confidence", "salience", "url",
)  # fmt: skip
#: A spreadsheet takes a cell that begins so for a formula; the last four are the wide forms, which some take too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
#: Tells spreadsheets that the file is UTF-8; without it they spoil Arabic.
BYTE_ORDER_MARK = "\ufeff"


class _Line:
    """A file for the writer of ``csv`` that hands each line back."""

    def write(self, line: str) -> str:
        return line


def csv_lines(events: Iterable[Event], language: str, site: str) -> Iterator[str]:
    """A header and a line for each event; ``site`` is the beginning of absolute addresses."""
    writer = csv.writer(_Line())
    yield BYTE_ORDER_MARK + writer.writerow(COLUMNS)
    for event in events:
        yield writer.writerow(_cells(row_of(event, language), site))


def _cells(row: EventRow, site: str) -> list[str]:
    values = row_values(row) | {"date": row.edtf, "url": site + row.url}
    return [_safe("" if values[column] is None else str(values[column])) for column in COLUMNS]


def _safe(cell: str) -> str:
    """No formula, whatever an article's words begin with."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
