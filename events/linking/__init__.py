"""Linking mentions to events: deciding which are the same.  Pure Python, no Django, no clock."""

from events.linking.link import THRESHOLD, compare, link
from events.linking.similarity import dates_agree
from events.linking.types import Link, LinkCandidate

__all__ = ["THRESHOLD", "Link", "LinkCandidate", "compare", "dates_agree", "link"]
