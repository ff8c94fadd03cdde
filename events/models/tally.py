"""How many published events are counted, begin and end on each day; triggers keep these numbers up to date."""

from __future__ import annotations

from django.db import models

#: Days in a coarse cell.  Cells of every length are counted from the calendar's first day.
CELL = 64


class Tally(models.Model):
    """Numbers of published events in one cell of ``length`` days: of all, or of those with one value of one facet.

    Only triggers on the table of events write here (``migrations/_tallies.py``).  An event is counted on its middle
    day (``count``), its first (``starting``) and its last (``ending``).  One with an open beginning or end is counted
    at the end that is known, and also in ``open_starting`` or ``open_ending``.
    """

    class Facet(models.TextChoices):
        ALL = "", "all"
        TYPE = "type", "type"
        STATUS = "status", "status"
        LANGUAGE = "lang", "language"
        ACTOR = "actor", "actor"
        PLACE = "place", "place"
        OUTLET = "source", "outlet"

    facet = models.CharField(max_length=6, choices=Facet.choices, blank=True)
    value = models.CharField(max_length=200, blank=True)
    length = models.SmallIntegerField(choices=[(1, "a day"), (CELL, "a cell")])
    day = models.DateField(help_text="The cell's first.")
    count = models.IntegerField()
    starting = models.IntegerField()
    ending = models.IntegerField()
    open_starting = models.IntegerField()
    open_ending = models.IntegerField()

    class Meta:
        # Both indexes include the counts, so that the table itself is never read: the first is for questions about a
        # few values, the second for questions about all of them.
        constraints = [
            models.UniqueConstraint(
                fields=["facet", "value", "length", "day"],
                include=["count", "starting", "ending", "open_starting", "open_ending"],
                name="tally_once_a_cell",
            ),
        ]
        indexes = [
            models.Index(
                fields=["facet", "length", "day"],
                include=["value", "starting", "ending", "open_starting", "open_ending"],
                name="tally_by_cell",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.facet} {self.value} {self.day}+{self.length}: {self.count}"
