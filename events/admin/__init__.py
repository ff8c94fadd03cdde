"""What reporters and editors work with: Django's admin, in Arabic and English, on the desk's writes."""

from events.admin import articles, names, runs, timelines
from events.admin import events as events_admin

__all__ = ["articles", "events_admin", "names", "runs", "timelines"]
