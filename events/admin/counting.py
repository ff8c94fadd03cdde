"""Numbers beside the rows of a list, counted for the rows of the page alone."""

from __future__ import annotations

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce


def number_of(rows: QuerySet, *, of: str, counted: str = "pk") -> Coalesce:
    """How many different ``counted`` there are among ``rows`` whose column ``of`` is the row of the list.

    A subquery and not a join: PostgreSQL then counts after it has cut the list into pages.
    """
    mine = rows.filter(**{of: OuterRef("pk")}).order_by().values(of)
    return Coalesce(Subquery(mine.annotate(number=Count(counted, distinct=True)).values("number")), 0,
                    output_field=IntegerField())  # fmt: skip
