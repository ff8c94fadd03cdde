"""Joining and parting events by hand: merge, unmerge, detach, and what each does to sources, words and timelines."""

from events.desk.merging.detach import detach_source
from events.desk.merging.merge import merge_events
from events.desk.merging.unmerge import unmerge_event
from events.desk.merging.words import Choice

__all__ = ["Choice", "detach_source", "merge_events", "unmerge_event"]
