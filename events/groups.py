"""The groups of reporters and editors with their permissions, which every ``migrate`` updates."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission

#: Reporters paste articles and see what was found in them; editors decide what readers see.
_REPORTER = {
    "add_article", "view_article", "rerun_article", "add_outlet", "view_outlet",
    "view_event", "view_source", "view_actor", "view_place", "view_timeline", "view_timelinepick", "view_era",
    "view_curation", "view_extractionrun",
}  # fmt: skip
PERMISSIONS = {
    "reporter": _REPORTER,
    "editor": _REPORTER
    | {
        "change_article", "delete_article", "change_outlet", "delete_outlet",
        "add_event", "change_event", "publish_event", "view_decision", "change_actor", "change_place",
        "add_timeline", "change_timeline", "delete_timeline",
        "add_timelinepick", "change_timelinepick", "delete_timelinepick", "add_era", "change_era", "delete_era",
    },
}  # fmt: skip


def ensure_groups(**signal: Any) -> None:
    """Create both groups with exactly these permissions; a receiver of ``post_migrate``.

    Raises LookupError if a permission does not exist.
    """
    for name, codenames in PERMISSIONS.items():
        group, _ = Group.objects.get_or_create(name=name)
        allowed = Permission.objects.filter(content_type__app_label="events", codename__in=codenames)
        if missing := codenames - set(allowed.values_list("codename", flat=True)):
            raise LookupError(f"no such permissions: {', '.join(sorted(missing))}")
        group.permissions.set(allowed)
