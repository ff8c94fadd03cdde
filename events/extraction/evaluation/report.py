"""What was counted, as tables for people and as values for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from events.extraction.evaluation.annotations import AnnotationError
from events.extraction.evaluation.calibration import Bins, calibration_error, total_bins
from events.extraction.evaluation.events_f1 import EventCounts
from events.extraction.evaluation.fields import FieldCounts
from events.extraction.evaluation.run import EvaluatedArticle
from events.extraction.evaluation.timex_f1 import TimexCounts

#: The row of all articles, and of those that lack the label by which the table is parted.
ALL, WITHOUT = "all", "–"
#: What differs from article to article makes no groups.
_OWN_LABELS = {"id", "published"}
Json = dict[str, Any]


def groups_by(label: str, evaluated: Sequence[EvaluatedArticle]) -> dict[str, list[EvaluatedArticle]]:
    """The articles by what they say under the label ("file", "lang", "source", "kind" …), then all together."""
    groups: dict[str, list[EvaluatedArticle]] = {}
    for one in evaluated:
        groups.setdefault(one.article.labels.get(label, WITHOUT), []).append(one)
    if len(groups) == 1:
        return groups
    if ALL in groups:  # some label is called like the row of the total
        groups[f"“{ALL}”"] = groups.pop(ALL)
    return groups | {ALL: list(evaluated)}


def event_figures(evaluated: Iterable[EvaluatedArticle]) -> Json:
    """Figures between 0 and 1, None where there is nothing to count, beside the numbers they are made of."""
    rows = list(evaluated)
    counts = EventCounts.total(one.events for one in rows)
    fields = FieldCounts.total(one.fields for one in rows)
    return {
        "articles": counts.articles,
        "core": counts.core,
        "P": counts.precision,
        "R": counts.recall,
        "F1": counts.f1,
        "placed R": counts.placed_recall,
        "date F1": counts.date_f1,
        "rank": counts.rank,
        "hits": counts.hits,
        **fields.figures(),
        "calibration": calibration_figures(total_bins(one.confidence for one in rows)),
    }


def calibration_figures(bins: Bins) -> Json:
    """``ECE`` and, for each tenth of confidence by its lower end, the number of events and the share that is right."""
    return {
        "events": sum(one.events for one in bins),
        "ECE": calibration_error(bins),
        "bins": {
            f"{place / len(bins):.1f}": {"events": one.events, "right": one.right / one.events}
            for place, one in enumerate(bins)
            if one.events
        },
    }


def timex_figures(evaluated: Iterable[EvaluatedArticle]) -> Json:
    """Of all expressions, and of DATE and TIME alone."""
    rows = list(evaluated)
    return {
        "all types": _timexes(TimexCounts.total(one.timexes for one in rows)),
        "DATE and TIME": _timexes(TimexCounts.total(one.dates_and_times for one in rows)),
    }


def report_json(label: str, evaluated: Sequence[EvaluatedArticle], *, errors: bool = False) -> Json:
    """``{"by", "events": {group: figures}, "timexes": {group: figures}}``, and the errors if they are wanted.

    Raises AnnotationError where no article has the label.
    """
    _refuse_unknown(label, evaluated)
    report: Json = {"by": label}
    if with_events := [one for one in evaluated if one.article.events is not None]:
        report["events"] = {name: event_figures(rows) for name, rows in groups_by(label, with_events).items()}
    if with_timexes := [one for one in evaluated if one.article.timexes is not None]:
        report["timexes"] = {name: timex_figures(rows) for name, rows in groups_by(label, with_timexes).items()}
    if errors:
        report["errors"] = [error for one in evaluated for error in one.errors]
    return report


def report_text(report: Json) -> str:
    """The same for people, ending with a line feed; errors, if there are any, stand first."""
    parts = ["\n".join(report["errors"])] if report.get("errors") else []
    if "events" in report:
        parts += _event_tables(report["by"], report["events"])
    if "timexes" in report:
        parts += [_timex_table(report["by"], kind, report["timexes"]) for kind in ("all types", "DATE and TIME")]
    return "\n\n".join(parts) + "\n"


def _refuse_unknown(label: str, evaluated: Sequence[EvaluatedArticle]) -> None:
    known = {name for one in evaluated for name in one.article.labels}
    if label not in known:
        names = ", ".join(sorted(known - _OWN_LABELS))
        raise AnnotationError(f"No article has the field “{label}”; there are {names}.")


def _timexes(counts: TimexCounts) -> Json:
    return {
        "articles": counts.articles,
        "annotated": counts.annotated,
        "found": counts.found,
        **counts.figures(),
    }


def _event_tables(label: str, groups: Mapping[str, Json]) -> list[str]:
    calibrations = {name: figures["calibration"] for name, figures in groups.items()}
    return [
        _table("Events", label, groups, ("articles", "core", "P", "R", "F1", "placed R", "date F1", "rank")),
        _table("Fields of the core events that were found", label, groups, ("hits", *FieldCounts().figures())),
        _calibration_table(label, calibrations),
    ]


def _calibration_table(label: str, groups: Mapping[str, Json]) -> str:
    """A column for each tenth that holds events in any group: the share that is right, and of how many."""
    tenths = sorted({tenth for figures in groups.values() for tenth in figures["bins"]})
    rows = {
        name: {"events": figures["events"], "ECE": figures["ECE"]}
        | {
            f"from {tenth}": f"{one['right']:.2f} of {one['events']}" if (one := figures["bins"].get(tenth)) else None
            for tenth in tenths
        }
        for name, figures in groups.items()
    }
    title = "Confidence: how many are right"
    return _table(title, label, rows, ("events", "ECE", *(f"from {tenth}" for tenth in tenths)))


def _timex_table(label: str, kind: str, groups: Mapping[str, Json]) -> str:
    rows = {name: figures[kind] for name, figures in groups.items()}
    columns = ("articles", "annotated", "found", *TimexCounts().figures())
    return _table(f"Time expressions, {kind}", label, rows, columns)


def _table(title: str, label: str, rows: Mapping[str, Json], columns: Sequence[str]) -> str:
    """Lines of equal columns, the first with the groups' names."""
    cells = [[label, *columns], *([name, *(_cell(row[column]) for column in columns)] for name, row in rows.items())]
    widths = [max(len(line[column]) for line in cells) for column in range(len(columns) + 1)]
    lines = [
        "  ".join(
            [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]
        )
        for line in cells
    ]
    return "\n".join([title, *lines])


def _cell(value: float | str | None) -> str:
    if value is None:
        return WITHOUT
    return f"{value:.3f}" if isinstance(value, float) else str(value)
