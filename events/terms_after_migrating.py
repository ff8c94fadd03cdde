"""Bringing search terms up to date after every ``migrate``."""

from __future__ import annotations

import sys
from typing import Any

from django.apps import AppConfig
from django.apps.registry import Apps

#: Rows between two lines of progress.
_REPORT_EVERY = 10_000


def make_terms_anew(*, sender: AppConfig, **signal: Any) -> None:
    """A receiver of ``post_migrate``.

    Does nothing if the rules have not changed, or if this is not ``migrate`` (other commands send the signal too).
    """
    from events import desk

    if "plan" not in signal or not _is_current(sender, signal["apps"]):
        return
    out = signal.get("stdout") or sys.stdout
    reported: dict[str, int] = {}

    def report(table: str, rows: int) -> None:
        if signal["verbosity"] and rows // _REPORT_EVERY > reported.get(table, 0):
            reported[table] = rows // _REPORT_EVERY
            out.write(f"  Making search terms anew: {rows} rows of {table}\n")

    desk.make_terms_anew(progress=report)


def _is_current(events: AppConfig, migrated: Apps) -> bool:
    """Whether the database has all tables and columns of this version; ``migrate`` may stop at an earlier one."""
    then = {
        model._meta.db_table: _columns(model)
        for model in migrated.get_models()
        if model._meta.app_label == events.label
    }
    return then == {model._meta.db_table: _columns(model) for model in events.get_models()}


def _columns(model: type) -> set[str]:
    return {field.column for field in model._meta.local_concrete_fields}  # type: ignore[attr-defined]
