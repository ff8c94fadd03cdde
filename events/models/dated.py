"""Reading dates that people type, and constraints that tables with dates and scores share."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.edtf import EdtfDate, EdtfError, parse

#: ``EdtfError.code`` → the message for the person who typed the date.
_FAULTS = {
    "parts": _("“%(date)s” has more than one “/”."),
    "open": _("“%(date)s” needs a start or an end."),
    "order": _("“%(date)s” ends before it begins."),
    "form": _("“%(date)s” is not a date: write 2025-09-01, 2025-09, 2025, 2025-09~ (about) or 2022/.. (since)."),
    "calendar": _("“%(date)s” does not exist in the calendar."),
    "clock": _("“%(date)s” has a time that does not exist."),
}
_LONGEST_QUOTED = 64


def read_date(text: str, *, code: str = "edtf") -> EdtfDate:
    """Parse a date that somebody typed, in EDTF.

    Raises ValidationError, with this ``code`` and a message in the active language, where it is no valid date.
    """
    try:
        return parse(text)
    except EdtfError as error:
        quoted = {"date": error.text[:_LONGEST_QUOTED]}
        raise ValidationError(_FAULTS[error.code], code=code, params=quoted) from error


def ordered_days(first: str, last: str, *, name: str) -> models.CheckConstraint:
    """A constraint: the first day is not after the last.  A null column is an open end and always allowed."""
    both = Q(**{f"{first}__isnull": True}) | Q(**{f"{last}__isnull": True}) | Q(**{f"{first}__lte": F(last)})
    return models.CheckConstraint(condition=both, name=name)


def share(column: str, *, name: str) -> models.CheckConstraint:
    """A constraint: the column is between 0 and 1."""
    return models.CheckConstraint(condition=Q(**{f"{column}__gte": 0, f"{column}__lte": 1}), name=name)
