"""The lists' search boxes: by words, as readers search, and by what is no word."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from events.models.search_terms import asked
from events.models.words import matches


def found_by_words(rows: QuerySet, words: str, *others: str, through: str = "") -> QuerySet:
    """Rows that have each word among their terms, among those of what ``through`` leads to, or in one of ``others``.

    ``others`` are lookups ("url__icontains") of columns that hold addresses and keys, which are typed as they are.
    """
    for word in words.split():
        found = Q()
        for lookup in others:
            found |= Q(**{lookup: word})
        if question := asked(word):
            found |= matches(question)
            found |= matches(question, f"{through}__") if through else Q()
        rows = rows.filter(found) if found else rows.none()
    return rows
