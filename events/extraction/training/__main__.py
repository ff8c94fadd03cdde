"""Learn the weights of weights.toml from annotated articles: ``python -m events.extraction.training FILE ...``.

Prints figures by cross-validation: every article is judged by weights that have seen neither it nor another article of
its story.  ``--write`` puts the weights of all articles into weights.toml, with the files that they were learned from.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from events.extraction.evaluation.annotations import AnnotationError
from events.extraction.evaluation.article_files import read_articles, refuse_counting_only
from events.extraction.evaluation.whole_files import write_whole
from events.extraction.scoring import model
from events.extraction.scoring.model import WEIGHTS
from events.extraction.training.cross_validation import FOLDS, calibration_lines, cross_validate, figures_by_language
from events.extraction.training.examples import JudgedArticle, judge_articles
from events.extraction.training.weights import learn
from events.extraction.training.weights_file import DataSet, data_set, written
from events.extraction.version import version_without


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m events.extraction.training",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="articles with their events, JSON lines")
    parser.add_argument("--write", action="store_true", help=f"write {WEIGHTS.name}")
    options = parser.parse_args(arguments)
    try:
        articles, sets = _read(options.files)
        if options.write and (stories := len({article.story for article in articles})) < FOLDS:
            raise AnnotationError(f"There are {stories} stories; weights are written from {FOLDS} at least.")
    except AnnotationError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    _train(articles, sets, write=options.write)
    return 0


def _read(files: Sequence[Path]) -> tuple[list[JudgedArticle], list[DataSet]]:
    refuse_counting_only(files, "nothing is learned from it")
    by_file = {path: read_articles(path) for path in files}
    for path, articles in by_file.items():
        if articles[0].events is None:
            raise AnnotationError(f"{path}: it has no events, and weights are learned from events.")
    sets = [data_set(path, len(articles)) for path, articles in by_file.items()]
    return judge_articles([article for articles in by_file.values() for article in articles]), sets


def _train(articles: list[JudgedArticle], sets: list[DataSet], *, write: bool) -> None:
    judged, bars = cross_validate(articles)
    figures = figures_by_language(judged, bars)
    for name, row in figures.items():
        words = " ".join(f"{figure} {value:.3f}" for figure, value in row.items())
        sys.stdout.write(f"{name}, bar {bars[name]}: {words}\n")
    sys.stdout.write("\n".join(calibration_lines(judged, bars)) + "\n")
    if write:
        # Without the weights themselves: else the same articles would give another file each time.
        engine = version_without(model.WEIGHTS)
        write_whole(WEIGHTS, written(learn(articles), bars, sets, figures, date.today(), engine))


if __name__ == "__main__":
    sys.exit(main())
