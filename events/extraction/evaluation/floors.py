"""The figures of the project's own corpus below which the engine may not fall: tests/extraction/floors.toml.

    python -m events.extraction.evaluation.floors [--lower]

measures every file of the corpus and writes its figures, with the counts of each article, so that the test that holds
them can say which articles changed.  Figures that fell are refused without ``--lower``.  A floor is lowered only in a
commit of its own that names the articles and says what was won.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from events.extraction.evaluation.annotations import AnnotationError
from events.extraction.evaluation.article_files import OWN_CORPUS, own_corpus, read_articles
from events.extraction.evaluation.report import event_figures, timex_figures
from events.extraction.evaluation.run import EvaluatedArticle, evaluate
from events.extraction.evaluation.whole_files import write_whole

FLOORS = OWN_CORPUS.with_name("floors.toml")
#: So far a figure may lie below its floor: less than one event of the smallest file, more than rounding.
TOLERANCE = 0.005
_OF_EVENTS = (
    "F1", "date F1", "rank", "type", "status",
    "actors recall", "actors precision", "places recall", "places precision",
)  # fmt: skip
_HEAD = """\
# The figures of tests/extraction/corpus, and what each article gave.  Written by
#
#     python -m events.extraction.evaluation.floors
#
# A floor is lowered (--lower) only in a commit of its own that names the articles and says what was won.
"""


@dataclass(frozen=True, slots=True)
class FileFloors:
    """One file of the corpus: its hash, its figures (three decimals) and, article by article, its counts."""

    sha256: str
    figures: Mapping[str, float]
    articles: Mapping[str, Mapping[str, float]]


def measure(path: Path) -> FileFloors:
    """What the engine reaches on a file now."""
    evaluated = evaluate(read_articles(path))
    return FileFloors(
        hashlib.sha256(path.read_bytes()).hexdigest(),
        {name: round(value, 3) for name, value in _figures(evaluated) if value is not None},
        {one.article.id: _counts(one) for one in evaluated},
    )


def read_floors(path: Path = FLOORS) -> dict[str, FileFloors]:
    """By the name of the file; empty where none were written yet."""
    if not path.exists():
        return {}
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: FileFloors(**table) for name, table in tables.items() if isinstance(table, dict)}


def fallen(floors: FileFloors, now: FileFloors, tolerance: float = TOLERANCE) -> list[str]:
    """The figures that fell by more than the tolerance, in words."""
    return [
        f"{name} fell from {floor:.3f} to {now.figures.get(name, 0.0):.3f}"
        for name, floor in floors.figures.items()
        if round(floor - now.figures.get(name, 0.0), 6) > tolerance
    ]


def changed_articles(floors: FileFloors, now: FileFloors) -> list[str]:
    """The articles whose counts are not what they were, each with the counts that changed."""
    return [
        f"{article}: {', '.join(changes)}"
        for article in dict(floors.articles) | dict(now.articles)
        if (changes := list(_changes(floors.articles.get(article, {}), now.articles.get(article, {}))))
    ]


def main(arguments: Sequence[str] | None = None, *, files: Sequence[Path] = (), path: Path = FLOORS) -> int:
    """Measure ``files`` (by default the whole corpus) and write their floors to ``path``."""
    parser = argparse.ArgumentParser(
        prog="python -m events.extraction.evaluation.floors",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--lower", action="store_true", help="write figures that fell as well")
    options = parser.parse_args(arguments)
    try:
        now = {file.name: measure(file) for file in files or own_corpus()}
    except AnnotationError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    lower = list(_lowered(read_floors(path), now))
    sys.stderr.writelines(f"{line}\n" for line in lower)
    if lower and not options.lower:
        sys.stderr.write("Nothing is written: floors are lowered only with --lower, in a commit that says why.\n")
        return 1
    write_whole(path, _written(now))
    return 0


def _figures(evaluated: Sequence[EvaluatedArticle]) -> Iterator[tuple[str, float | None]]:
    if evaluated[0].article.events is not None:
        figures = event_figures(evaluated)
        yield from ((name, figures[name]) for name in _OF_EVENTS)
    if evaluated[0].article.timexes is not None:
        by_types = timex_figures(evaluated)
        yield from ((name, by_types["all types"][name]) for name in ("strict F1", "relaxed F1", "value F1"))
        yield "value F1 of DATE and TIME", by_types["DATE and TIME"]["value F1"]


def _counts(one: EvaluatedArticle) -> dict[str, float]:
    """What is not zero of an article's counts."""
    dates_and_times = {f"{name} of DATE and TIME": value for name, value in asdict(one.dates_and_times).items()}
    counts = asdict(one.fields) | asdict(one.events) | asdict(one.timexes) | dates_and_times
    return {name: value for name, value in counts.items() if value and not name.startswith("articles")}


def _changes(before: Mapping[str, float], now: Mapping[str, float]) -> Iterator[str]:
    for name in dict(before) | dict(now):
        if before.get(name, 0) != now.get(name, 0):
            yield f"{name} {before.get(name, 0):g} → {now.get(name, 0):g}"


def _lowered(before: Mapping[str, FileFloors], now: Mapping[str, FileFloors]) -> Iterator[str]:
    for name, floors in before.items():
        if name not in now:
            yield f"{name}: it is gone"
            continue
        if gone := [article for article in floors.articles if article not in now[name].articles]:
            yield f"{name}: articles are gone: {', '.join(gone)}"
        if falls := fallen(floors, now[name], tolerance=0.0):
            yield f"{name}: {'; '.join([*falls, *changed_articles(floors, now[name])])}"


def _written(floors: Mapping[str, FileFloors]) -> str:
    parts = [f'{_HEAD}\ndate = "{date.today().isoformat()}"\ncommit = "{_commit()}"']
    for name, one in floors.items():
        parts.append(f'["{name}"]\nsha256 = "{one.sha256}"')
        parts.append(_table(f'"{name}".figures', (f"{value:.3f}" for value in one.figures.values()), one.figures))
        parts.append(_table(f'"{name}".articles', map(_inline, one.articles.values()), one.articles))
    return "\n\n".join(parts) + "\n"


def _table(name: str, values: Iterable[str], keys: Iterable[str]) -> str:
    return "\n".join([f"[{name}]", *(f'"{key}" = {value}' for key, value in zip(keys, values, strict=True))])


def _inline(counts: Mapping[str, float]) -> str:
    return "{ " + ", ".join(f'"{name}" = {value:g}' for name, value in counts.items()) + " }"


def _commit() -> str:
    """The commit on which the figures were measured, and whether code or corpus were changed since."""
    try:
        said = [
            subprocess.run(
                ["git", *words], cwd=FLOORS.parent, capture_output=True, text=True, check=True
            ).stdout.strip()
            for words in (
                ["rev-parse", "--short", "HEAD"],
                ["status", "--porcelain", "--", ":/events", str(OWN_CORPUS)],
            )
        ]
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return f"{said[0]} with changes" if said[1] else said[0]


if __name__ == "__main__":
    sys.exit(main())
