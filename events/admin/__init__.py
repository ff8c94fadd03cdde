"""The pages of reporters and editors: Django's admin in Arabic and English, with all writes through the desk."""

from events.admin import articles, names, runs, timelines
from events.admin import events as events_admin

__all__ = ["articles", "events_admin", "names", "runs", "timelines"]
