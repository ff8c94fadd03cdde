"""Arguments, input files and worker processes of the `extract` command."""

from __future__ import annotations

import argparse
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TextIO

from events.extraction.command.progress import Progress
from events.extraction.command.records import Answer, answer
from events.extraction.version import engine_version

#: Lines in flight for each worker: enough to keep it busy, few enough to keep memory bounded.
_AHEAD = 8


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="JSON lines; standard input where none is given")
    parser.add_argument("--jobs", type=_positive, default=1, metavar="N", help="use N processes")
    parser.add_argument("--explain", action="store_true", help="write for people: why each event has its date")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="extract", description="Dated events of articles, one JSON line each.")
    parser.add_argument("--version", action="version", version=engine_version())
    add_arguments(parser)
    options = parser.parse_args(arguments)
    return run(options.files, jobs=options.jobs, explained=options.explain)


def run(files: list[str], *, jobs: int = 1, explained: bool = False, output: TextIO | None = None) -> int:
    """Answer every line of ``files`` in order; the exit status is 1 if a line or a file was bad."""
    output = output or sys.stdout
    missing = [name for name in files if not Path(name).is_file()]
    for name in missing:
        sys.stderr.write(f"extract: there is no file {name}\n")
    names = [name for name in files if name not in missing]
    lines = _lines_of_files(names) if files else _lines_of_stdin()
    progress = Progress(sum(Path(name).stat().st_size for name in names) or None)
    good = not missing
    for line, reply in _answers(lines, jobs, explained):
        output.write(reply.text + "\n")
        good = good and reply.good
        progress.step(len(line.encode("utf-8", "replace")))
    output.flush()
    progress.close()
    return 0 if good else 1


def _positive(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 4 * (os.cpu_count() or 1):
        raise argparse.ArgumentTypeError("must be 1 or more, and not many times the number of processors")
    return number


def _lines_of_files(names: list[str]) -> Iterator[str]:
    for name in names:
        with Path(name).open(encoding="utf-8", errors="replace") as file:
            yield from _lines(file)


def _lines_of_stdin() -> Iterator[str]:
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    yield from _lines(sys.stdin)


def _lines(file: Iterable[str]) -> Iterator[str]:
    return (line for line in file if line.strip())


def _answers(lines: Iterator[str], jobs: int, explained: bool) -> Iterator[tuple[str, Answer]]:
    work = partial(answer, explained=explained)
    if jobs == 1:
        yield from ((line, work(line)) for line in lines)
        return
    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[tuple[str, Future[Answer]]] = deque()
        for line in lines:
            waiting.append((line, pool.submit(work, line)))
            if len(waiting) >= jobs * _AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        for first, future in waiting:
            yield first, future.result()
