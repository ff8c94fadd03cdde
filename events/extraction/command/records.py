"""One input line: read it, extract, and write the answer; a bad line becomes an error of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from events.extraction.command.explain import explain
from events.extraction.engine import extract
from events.extraction.output import extraction_json
from events.extraction.types import ExtractionError


@dataclass(frozen=True, slots=True)
class Answer:
    """What one input line gives: text for the output, and whether it was a good line."""

    text: str
    good: bool


class BadRecordError(ValueError):
    """The line is not an article."""


def answer(line: str, explained: bool = False) -> Answer:
    """Extract the article of one JSON line; ``explained`` writes for people."""
    identity: Any = None
    try:
        record = _read(line)
        identity = record.get("id")
        article = _article(record)
        extraction = extract(**article)
    except (BadRecordError, ExtractionError) as error:
        message = f"{identity}: {error}\n" if explained else _line({"id": identity, "error": str(error)})
        return Answer(message, good=False)
    if explained:
        return Answer(explain(identity, article["body"], extraction), good=True)
    return Answer(_line({"id": identity, **extraction_json(extraction)}), good=True)


def _line(value: dict[str, Any]) -> str:
    """JSON as people read it; escaped where the text holds half of a surrogate pair, which UTF-8 cannot."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value)
    return text


def _read(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise BadRecordError(f"The line is not JSON: {error}") from error
    if not isinstance(record, dict):
        raise BadRecordError("The line is not a JSON object.")
    return record


def _article(record: dict[str, Any]) -> dict[str, Any]:
    """The arguments of ``extract``."""
    if record.get("id") is None:
        raise BadRecordError("“id” is missing.")
    for key in ("published", "body"):
        if not isinstance(record.get(key), str):
            raise BadRecordError(f"“{key}” is missing." if record.get(key) is None else f"“{key}” must be a text.")
    for key in ("title", "lang"):
        if not isinstance(record.get(key, ""), str | None):
            raise BadRecordError(f"“{key}” must be a text.")
    return {
        "body": record["body"],
        "published": record["published"],
        "title": record.get("title") or "",
        "language": record.get("lang") or None,
    }
