"""The search boxes of lists: by words, as readers search, and by addresses and keys."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from events.models.search_terms import asked
from events.models.words import matches


def found_by_words(rows: QuerySet, words: str, *others: str, through: str = "") -> QuerySet:
    """Rows that match every word: by their terms, by those of the related row ``through``, or by one of ``others``.

    ``others`` are lookups ("url__icontains") of columns with addresses and keys, which are compared as they are typed.
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
