"""Columns and constraints of a date as exact as its source, for whatever table has one."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


def ordered_days(first: str, last: str, *, name: str) -> models.CheckConstraint:
    """First day ≤ last day; an open end is null."""
    both = Q(**{f"{first}__isnull": True}) | Q(**{f"{last}__isnull": True}) | Q(**{f"{first}__lte": F(last)})
    return models.CheckConstraint(condition=both, name=name)


def share(column: str, *, name: str) -> models.CheckConstraint:
    """A number from 0 to 1."""
    return models.CheckConstraint(condition=Q(**{f"{column}__gte": 0, f"{column}__lte": 1}), name=name)
