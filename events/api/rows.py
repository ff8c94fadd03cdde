"""``/rows/``: all events of a window as a file, JSON or CSV, for readers to download."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from tempfile import SpooledTemporaryFile
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import FileResponse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request

from events.api.asked import choice
from events.api.base import PersonalView
from events.api.parameters import FILTERS, UI
from events.api.shapes.errors import answers
from events.api.shapes.events import EventRowShape
from events.api.windows import shown_by
from events.models import Event
from events.queries.filters import Filters
from events.queries.rows import row_of, row_values, with_row_columns
from events.queries.spreadsheet import csv_lines

#: The most rows of a file; for more there is the paged list of events.
MOST_ROWS = 50_000
#: Rows that are fetched at once.
_AT_ONCE = 2_000
#: A file with more bytes is kept on disk while it is sent.
_IN_MEMORY = 2_000_000
_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
AS = OpenApiParameter("as", enum=[*_TYPES], description="Default: `json`.")
_WORDS = (
    f"In order of time, at most {MOST_ROWS:,} rows. CSV starts with a byte order mark; a cell that a spreadsheet "
    "would read as a formula starts with an apostrophe."
)


def _files(*errors: int) -> dict[Any, Any]:
    """The responses of a view that returns a file, for the OpenAPI document."""
    others = {code: shape for code, shape in answers(None, *errors).items() if code != 200}
    rows = OpenApiResponse(EventRowShape(many=True), description=_WORDS)
    return {(200, "application/json"): rows, (200, "text/csv"): OpenApiResponse(str, description=_WORDS), **others}


class RowsView(PersonalView):
    @extend_schema(
        operation_id="rows",
        tags=["timeline"],
        summary="Download all events of a window",
        description="Every published event that matches the filters, as one file.",
        parameters=[*FILTERS, AS, UI],
        responses=_files(400, 429),
    )
    def get(self, request: Request, slug: str = "") -> FileResponse:
        kind = choice(request, "as", {name: name for name in _TYPES}, "json")
        events = Filters.parse(request.query_params).in_window(shown_by(slug).events)
        rows = with_row_columns(events).in_order()[:MOST_ROWS].iterator(_AT_ONCE)
        site = request.build_absolute_uri("/").rstrip("/")
        lines = csv_lines(rows, self.language, site) if kind == "csv" else _json_lines(rows, self.language)
        return _file(lines, f"newsdesk-events.{kind}", _TYPES[kind])


class TimelineRowsView(RowsView):
    @extend_schema(
        operation_id="timeline_rows",
        tags=["timeline"],
        summary="Download all events of a timeline's window",
        description="Like `/rows/`, for the events that the timeline shows.",
        parameters=[*FILTERS, AS, UI],
        responses=_files(400, 404, 429),
    )
    def get(self, request: Request, slug: str = "") -> FileResponse:
        return super().get(request, slug)


def _file(lines: Iterable[str], name: str, content_type: str) -> FileResponse:
    """A response with the lines as a file.

    All of it is written before the response begins, so that the ETag is that of the whole file, and slow clients do not
    keep a database connection busy.
    """
    written: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 (the answer closes it)
    digest = blake2b(digest_size=16)
    for line in lines:
        some = line.encode()
        written.write(some)
        digest.update(some)
    written.seek(0)
    etag = {"ETag": f'"{digest.hexdigest()}"'}
    return FileResponse(written, as_attachment=True, filename=name, content_type=content_type, headers=etag)


def _json_lines(events: Iterable[Event], language: str) -> Iterator[str]:
    """The lines of a JSON array, one for each event."""
    before, encode = "[\n", DjangoJSONEncoder(ensure_ascii=False).encode
    for event in events:
        yield before + encode(row_values(row_of(event, language)))
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
