"""What is told to who sets up a server, by ``manage.py check --deploy``."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register

from events.site.feeds.entry_ids import chosen_host


@register(Tags.urls, deploy=True)
def ids_of_entries_hang_on_no_host(**_asked: Any) -> list[CheckMessage]:
    """Where every host is allowed, none can be chosen for the ids of feed and calendar entries."""
    if settings.ENTRY_ID_HOST or chosen_host(settings.ALLOWED_HOSTS):
        return []
    hint = "Set ENTRY_ID_HOST to the host under which readers know the site, and never change it."
    message = "The ids of feed and calendar entries are made of the host that is asked: ALLOWED_HOSTS names none."
    return [Warning(message, hint=hint, id="newsdesk.W001")]
