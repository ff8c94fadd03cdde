"""How fast is the engine?  Loading, memory, warm speed on one core, and growth on hostile text.

    python -m events.extraction.command.benchmark FILE ...      JSON lines, as `extract` reads them

Times are processor time of this process, so that a busy machine changes them little.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from events.extraction.engine import extract
from events.extraction.languages import available

_PASSES = 3
_PUBLISHED = "2025-09-01"
#: Short texts, repeated; each once made some tool's time explode.
HOSTILE = {
    "brackets": "((((",
    "one word": "a",
    "dates": "1 September 2015, ",
    "Arabic dates": "1 سبتمبر 2015، ",
    "weekdays": "Monday ",
    "quotes": '" ',
    "full stops": "a. ",
    "clause words": "that ",
}
_SMALL, _TIMES, _TURNS = 20_000, 10, 5


def benchmark(files: Iterable[str]) -> str:
    """The measurements as lines for people."""
    texts = _texts_by_language(files)
    lines = [f"loading {', '.join(available())}: {_seconds(_load):.2f} s, {_megabytes():.0f} MB in all"]
    for language, texts_of_it in sorted(texts.items()):
        size = sum(len(body.encode()) for body, _ in texts_of_it) / 1000
        spent = min(_seconds(partial(_read_all, texts_of_it)) for _ in range(_PASSES))
        lines.append(f"{language}: {len(texts_of_it)} articles, {size:.0f} KB, {size / spent:.0f} KB/s")
    lines += [f"{name}: {_TIMES} times the text takes {growth:.1f} times as long" for name, growth in _growths()]
    return "\n".join([*lines, f"memory at the end: {_megabytes():.0f} MB"])


def _texts_by_language(files: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """(body, publication date) of every line, by the language the line names or the engine tells."""
    texts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in files:
        for line in Path(name).read_text(encoding="utf-8").splitlines():
            if line.strip():
                record = json.loads(line)
                language = record.get("lang") or extract(record["body"], published=record["published"]).language
                texts[language].append((record["body"], record["published"]))
    return texts


def _load() -> None:
    for code in available():
        extract("2025", published=_PUBLISHED, language=code)


def _read_all(texts: list[tuple[str, str]]) -> None:
    for body, published in texts:
        extract(body, published=published)


def _growths() -> Iterable[tuple[str, float]]:
    for name, piece in HOSTILE.items():
        language = "en" if piece.isascii() else "ar"
        small = piece * (_SMALL // len(piece))
        yield name, _growth(small, small * _TIMES, language)


def _growth(small: str, large: str, language: str) -> float:
    """The costs' ratio.  The two take turns, so that a machine that slows down or speeds up does so for both, and
    rubbish of the one is not collected at the other's cost."""
    costs = [(_cost(small, language), _cost(large, language)) for _ in range(_TURNS)]
    return min(of_large for _, of_large in costs) / min(of_small for of_small, _ in costs)


def _cost(body: str, language: str) -> float:
    gc.collect()
    return _seconds(lambda: extract(body, published=_PUBLISHED, language=language))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _megabytes() -> float:
    """The most memory this process has used."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.stdout.write(benchmark(sys.argv[1:]) + "\n")
