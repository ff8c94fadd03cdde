"""How many shown events stand, begin and end on each day: kept by the database itself."""

from __future__ import annotations

from django.db import models

#: Days of a coarse cell.  Cells of every length are counted from the calendar's first day.
CELL = 64


class Tally(models.Model):
    """Published events in one cell of ``length`` days: all, or those of one kind's value.

    Triggers on the table of events keep it (``migrations/_tallies.py``); nothing else writes here.  An event stands
    on its middle day (``count``), begins on its first (``starting``) and ends on its last (``ending``); one whose
    beginning or end is open is counted at its known end, and again in ``open_starting`` or ``open_ending``.
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
        # With the rest in the indexes, the table itself is never read: one for a few values, one for all of them.
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
