"""A check of ``manage.py check --deploy`` for the ids of feed and calendar entries."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register

from events.site.feeds.entry_ids import chosen_host


@register(Tags.urls, deploy=True)
def check_entry_id_host(**_asked: Any) -> list[CheckMessage]:
    """Warn if no host can be chosen for the ids of feed and calendar entries, because every host is allowed."""
    if settings.ENTRY_ID_HOST or chosen_host(settings.ALLOWED_HOSTS):
        return []
    hint = "Set ENTRY_ID_HOST to the host under which readers know the site, and never change it."
    message = "The ids of feed and calendar entries are made of the host that is asked: ALLOWED_HOSTS names none."
    return [Warning(message, hint=hint, id="newsdesk.W001")]
