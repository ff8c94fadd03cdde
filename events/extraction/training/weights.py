"""Learn the weights of judgement.py from annotated articles.

    python -m events.extraction.training.weights --scorer events_f1.py GOLD.jsonl... [--write]

GOLD are articles with their events, one JSON object a line; the scorer is the module that says which predictions hit
(its ``score(article, predicted)``).  Prints cross-validated figures: every article is judged by weights that have not
seen it (nor the articles of the same story).  ``--write`` puts the weights of all articles into weights.toml.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from events.extraction.engine import publication_day
from events.extraction.languages import load
from events.extraction.output import event_json
from events.extraction.pipeline import judge_events
from events.extraction.scoring.model import WEIGHTS, Features, worth
from events.extraction.text import parse
from events.extraction.timex import find_timexes

_FOLDS, _STEPS, _RATE, _DECAY = 6, 400, 0.5, 0.008
_BARS, _STRETCH = 40, 4  # bars tried between 0 and 1, and how many on each side count


@dataclass
class Example:
    """One candidate event: is it right, does it matter?"""

    features: Features
    prediction: dict[str, Any]
    right: bool
    core: bool


@dataclass
class Annotated:
    article: dict[str, Any]
    fold: int
    examples: list[Example]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    scorer = _module(options.scorer)
    lines = [line for path in options.gold for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    annotated = _annotate([json.loads(line) for line in lines], scorer)
    bars = _cross_validate(annotated, scorer)
    if options.write:
        WEIGHTS.write_text(_toml(*_learn(annotated), bars), encoding="utf-8")
    return 0


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _annotate(articles: list[dict[str, Any]], scorer: ModuleType) -> list[Annotated]:
    stories: dict[str, int] = {}
    annotated = []
    for article in articles:
        fold = stories.setdefault(article.get("story") or article["id"], len(stories)) % _FOLDS
        document = parse(article["body"], load(article["lang"]))
        day = publication_day(article["published"])
        judged = judge_events(document, find_timexes(document, day), day, title=article.get("title", ""))
        annotated.append(Annotated(article, fold, _examples(article, judged, scorer)))
    return annotated


def _examples(article: dict[str, Any], judged: list[Any], scorer: ModuleType) -> list[Example]:
    """Label candidates by the scorer's own matching; optional hits are found by leaving the core events out."""
    predictions = [event_json(one.event) for one in judged]
    spurious = {id(one) for one in scorer.score(article, predictions)["spurious"]}
    optional_only = article | {"events": [event for event in article["events"] if not event["core"]]}
    not_optional = {id(one) for one in scorer.score(optional_only, predictions)["spurious"]}
    core_only = article | {"events": [event for event in article["events"] if event["core"]]}
    not_core = {id(one) for one in scorer.score(core_only, predictions)["spurious"]}
    return [
        Example(one.features, prediction, id(prediction) not in spurious, id(prediction) not in not_core)
        if id(prediction) not in not_core or id(prediction) not in not_optional or id(prediction) in spurious
        else Example(one.features, prediction, True, False)
        for one, prediction in zip(judged, predictions, strict=True)
    ]


def _learn(annotated: Sequence[Annotated]) -> tuple[Features, Features]:
    examples = [example for one in annotated for example in one.examples]
    right = _logistic([(example.features, example.right) for example in examples])
    core = _logistic([(example.features, example.core) for example in examples])
    return right, core


def _logistic(examples: Sequence[tuple[Features, bool]]) -> Features:
    """Weights by gradient descent on the log loss with quadratic decay; the same examples give the same weights."""
    weights = dict.fromkeys(sorted({name for known, _ in examples for name in known}), 0.0)
    rows = [(list(known.items()), float(label)) for known, label in examples]
    for step in range(_STEPS):
        gradient = dict.fromkeys(weights, 0.0)
        for known, label in rows:
            error = 1.0 / (1.0 + math.exp(-sum(weights[name] * value for name, value in known))) - label
            for name, value in known:
                gradient[name] += error * value
        rate = _RATE * 8 / (1 + step / 100)
        for name in weights:
            weights[name] -= rate * (gradient[name] / len(rows) + _DECAY * weights[name] * (name != "bias"))
    return weights


def _apply(weights: Features, known: Features) -> float:
    return 1.0 / (1.0 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in known.items())))


def _cross_validate(annotated: list[Annotated], scorer: ModuleType) -> dict[str, float]:
    """Print figures for articles judged by the weights of other folds; return the best bar, of all ("worth") and of
    each language."""
    for fold in range(_FOLDS):
        right, core = _learn([one for one in annotated if one.fold != fold])
        for one in annotated:
            if one.fold == fold:
                for example in one.examples:
                    example.prediction["confidence"] = _apply(right, example.features)
                    example.prediction["salience"] = _apply(core, example.features)
    bars = {"worth": _best_bar(annotated, scorer)}
    print(f"all, bar {bars['worth']}", _line(_figures(annotated, scorer, bars["worth"])))
    for language in sorted({one.article["lang"] for one in annotated}):
        some = [one for one in annotated if one.article["lang"] == language]
        bars[language] = _best_bar(some, scorer)
        print(f"{language}, bar {bars[language]}", _line(_figures(some, scorer, bars[language])))
    _print_calibration(annotated, bars["worth"])
    return bars


def _best_bar(annotated: Sequence[Annotated], scorer: ModuleType) -> float:
    """The middle of the stretch of bars that serves best: a single best one owes too much to chance."""
    uses = [_use(_figures(annotated, scorer, step / _BARS)) for step in range(_BARS)]
    around = [sum(uses[max(step - _STRETCH, 0) : step + _STRETCH + 1]) for step in range(_STRETCH, _BARS - _STRETCH)]
    return (around.index(max(around)) + _STRETCH) / _BARS


def _use(figures: dict[str, float]) -> float:
    """What a timeline gains: right events first of all, but also their order, by which a reader finds them."""
    return figures["F1"] + figures["rank"] / 4


def _worth(example: Example) -> float:
    return worth(example.prediction["confidence"], example.prediction["salience"])


def _figures(annotated: Sequence[Annotated], scorer: ModuleType, threshold: float) -> dict[str, float]:
    rows = []
    for one in annotated:
        kept = [example.prediction for example in one.examples if _worth(example) >= threshold]
        rows.append(scorer.score(one.article, kept))
    figures: dict[str, float] = scorer.summary(rows)
    return figures


def _line(figures: dict[str, float]) -> str:
    return " ".join(f"{name} {figures[name]:.3f}" for name in ("P", "R", "F1", "placed_R", "rank"))


def _print_calibration(annotated: Sequence[Annotated], threshold: float) -> None:
    """Of the events shown at a confidence, how many are right?"""
    shown = [
        (example.prediction["confidence"], example.right)
        for one in annotated
        for example in one.examples
        if _worth(example) >= threshold
    ]
    for low in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        bucket = [right for confidence, right in shown if low <= confidence < low + 0.1]
        if bucket:
            print(f"confidence {low:.1f} to {low + 0.1:.1f}: {sum(bucket) / len(bucket):.2f} right of {len(bucket)}")


def _toml(right: Features, core: Features, bars: dict[str, float]) -> str:
    lines = ["# Made by `python -m events.extraction.training.weights --write`; see docs/accuracy.md.", "", "[show]"]
    lines += [f"{name} = {bar}" for name, bar in bars.items()]
    for question, weights in (("confidence", right), ("salience", core)):
        lines += ["", f"[{question}]", *(f'"{name}" = {weight:.3f}' for name, weight in weights.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
