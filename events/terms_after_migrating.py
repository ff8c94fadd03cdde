"""After every ``migrate``: what is found by words is found by today's rules."""

from __future__ import annotations

import sys
from typing import Any

from django.apps import AppConfig
from django.apps.registry import Apps

#: Rows between two lines of progress.
_TOLD_EVERY = 10_000


def make_terms_anew(*, sender: AppConfig, **signal: Any) -> None:
    """Receives ``post_migrate``; does nothing where the rules are as they were, or nobody asked to migrate."""
    from events import desk

    if "plan" not in signal or not _is_todays(sender, signal["apps"]):
        return
    out = signal.get("stdout") or sys.stdout
    said: dict[str, int] = {}

    def tell(table: str, rows: int) -> None:
        if signal["verbosity"] and rows // _TOLD_EVERY > said.get(table, 0):
            said[table] = rows // _TOLD_EVERY
            out.write(f"  Making search terms anew: {rows} rows of {table}\n")

    desk.make_terms_anew(progress=tell)


def _is_todays(events: AppConfig, migrated: Apps) -> bool:
    """Whether the database has the tables and columns of this version: a migration may stop short of it."""
    then = {
        model._meta.db_table: _columns(model)
        for model in migrated.get_models()
        if model._meta.app_label == events.label
    }
    return then == {model._meta.db_table: _columns(model) for model in events.get_models()}


def _columns(model: type) -> set[str]:
    return {field.column for field in model._meta.local_concrete_fields}  # type: ignore[attr-defined]
