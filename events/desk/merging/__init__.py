"""Merging events, unmerging them and detaching sources, with the effects on titles, dates and timelines."""

from events.desk.merging.detach import detach_source
from events.desk.merging.merge import merge_events
from events.desk.merging.unmerge import unmerge_event
from events.desk.merging.words import Choice

__all__ = ["Choice", "detach_source", "merge_events", "unmerge_event"]
