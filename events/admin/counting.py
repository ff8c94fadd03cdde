"""Counts beside the rows of a list, made only for the rows of the shown page."""

from __future__ import annotations

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce


def number_of(rows: QuerySet, *, of: str, counted: str = "pk") -> Coalesce:
    """An expression: the number of different values of ``counted`` in those ``rows`` whose column ``of`` is this row.

    It is a subquery and not a join, so that PostgreSQL counts only for the rows of the shown page.
    """
    mine = rows.filter(**{of: OuterRef("pk")}).order_by().values(of)
    return Coalesce(Subquery(mine.annotate(number=Count(counted, distinct=True)).values("number")), 0,
                    output_field=IntegerField())  # fmt: skip
