"""Read annotated articles, one JSON object a line, and say with file and line what cannot be right.

    {"id": "…", "lang": "en", "published": "2025-09-01", "title": "…", "body": "…", "events": […], "timexes": […]}

An article has ``events`` or ``timexes`` or both, and what the first of a file has the others have as well.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from events.extraction.evaluation.annotations import AnnotationError, optional_text, read_event, read_timex, text_of
from events.extraction.evaluation.articles import AnnotatedArticle
from events.extraction.languages import available
from events.extraction.publication import publication_day
from events.extraction.types import ExtractionError

#: Articles of our own, read where no file is named; they stand with the tests of a checkout.
OWN_CORPUS = Path(__file__).resolve().parents[3] / "tests" / "extraction" / "corpus"
#: What stands in the name of files that are for counting only: nobody reads their errors or learns from them.
_COUNTING_ONLY = "-2b"
_ANNOTATIONS = ("events", "timexes")


def own_corpus() -> list[Path]:
    """The files of the project's own corpus; AnnotationError where there are none (an installation without tests)."""
    files = sorted(OWN_CORPUS.glob("*.jsonl"))
    if not files:
        raise AnnotationError(f"There are no annotated articles in {OWN_CORPUS}; name the files to evaluate.")
    return files


def refuse_counting_only(files: Iterable[Path], purpose: str) -> None:
    """Raise AnnotationError where a file, a folder above it, or what it is a link to, is for counting only.

    What is no file (a pipe) has no name to tell by, and is refused as well.  It is a reminder, not a lock.
    """
    for path in files:
        if any(_COUNTING_ONLY in str(name).lower() for name in _names(path)):
            raise AnnotationError(f"{path} is for counting only (“{_COUNTING_ONLY}” in its name): {purpose}.")
        if path.exists() and not path.is_file():
            raise AnnotationError(f"{path} is no file, so nothing says whether it is for counting only: {purpose}.")


def _names(path: Path) -> Iterator[Path]:
    """The path, and each that it leads to as a link."""
    seen: set[Path] = set()
    while path not in seen:
        seen.add(path)
        yield path.absolute()
        if path.is_symlink():
            path = path.parent / path.readlink()
    yield path.resolve()


def row_names(files: Iterable[Path]) -> dict[Path, str]:
    """File → what its row of a table is called: its name, or the whole path where several have that name.

    Raises AnnotationError for a file that is named twice: its articles would count double.
    """
    files = list(files)
    if repeated := [path for path, times in Counter(path.resolve() for path in files).items() if times > 1]:
        raise AnnotationError(f"{repeated[0]} is named twice.")
    names = Counter(path.name for path in files)
    return {path: path.name if names[path.name] == 1 else str(path) for path in files}


def read_articles(path: Path, name: str = "") -> list[AnnotatedArticle]:
    """The articles of a file, at least one; raises AnnotationError, whose message begins with file and line.

    ``name`` is the articles' label "file"; by default the file's name.
    """
    articles: list[AnnotatedArticle] = []
    places: dict[str, str] = {}
    annotated: set[str] = set()
    for where, line in _lines(path):
        record = _record(line, where)
        annotated = annotated or _annotated(record, where)
        for missing in sorted(annotated - record.keys()):
            raise AnnotationError(f"{where}: “{missing}” is missing, which the file's first article has.")
        article = _article(record, name or path.name, where)
        if article.id in places:
            raise AnnotationError(f"{where}: the article “{article.id}” stands already at {places[article.id]}.")
        places[article.id] = where
        articles.append(article)
    if not articles:
        raise AnnotationError(f"{path}: there is no article in it.")
    return articles


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Lines that are not blank, each with "file:line"."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise AnnotationError(f"{path}: it cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise AnnotationError(f"{path}: it is not UTF-8 (byte {error.start}).") from error
    # Not splitlines(): bodies may hold separators that JSON leaves as they are.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield f"{path}:{number}", line


def _record(line: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:  # ValueError: bad JSON, or a number of thousands of figures
        raise AnnotationError(f"{where}: the line is not JSON: {error}") from error
    if not isinstance(record, dict):
        raise AnnotationError(f"{where}: the line is not a JSON object.")
    return record


def _annotated(record: dict[str, Any], where: str) -> set[str]:
    annotated = record.keys() & set(_ANNOTATIONS)
    if not annotated:
        raise AnnotationError(f"{where}: neither “events” nor “timexes” are there, so nothing is annotated.")
    return annotated


def _article(record: dict[str, Any], file: str, where: str) -> AnnotatedArticle:
    name, body, language = (text_of(record, key, where) for key in ("id", "body", "lang"))
    if language not in available():
        raise AnnotationError(f"{where}: the language “{language}” is not supported ({', '.join(available())} are).")
    published = text_of(record, "published", where)
    try:
        publication_day(published)
    except ExtractionError as error:
        raise AnnotationError(f"{where}: {error}") from error
    title = optional_text(record, "title", where)
    for key in ("body", "title", "id"):
        if any("\ud800" <= letter <= "\udfff" for letter in record.get(key) or ""):
            raise AnnotationError(f"{where}: “{key}” holds half a letter (a lone surrogate).")
    labels = {key: value for key, value in record.items() if isinstance(value, str) and key not in ("body", "title")}
    events, timexes = (_rows(record, key, where) for key in _ANNOTATIONS)
    if events is not None:
        _refuse_repeated_keys(events, where)
    return AnnotatedArticle(
        id=name,
        lang=language,
        published=published,
        title=title,
        body=body,
        events=None if events is None else tuple(read_event(row, title, body, where) for row in events),
        timexes=None if timexes is None else tuple(read_timex(row, body, where) for row in timexes),
        labels=labels | {"file": file},
    )


def _rows(record: dict[str, Any], key: str, where: str) -> list[dict[str, Any]] | None:
    if key not in record:
        return None
    rows = record[key]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise AnnotationError(f"{where}: “{key}” must be a list of objects.")
    return rows


def _refuse_repeated_keys(events: list[dict[str, Any]], where: str) -> None:
    seen: set[Any] = set()
    for event in events:
        key = str(event.get("key"))
        if key in seen:
            raise AnnotationError(f"{where}: two events have the key “{key}”.")
        seen.add(key)
