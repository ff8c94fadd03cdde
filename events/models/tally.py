"""How many shown events there are on each day and how far they reach: kept by the database itself."""

from __future__ import annotations

from django.db import models


class Tally(models.Model):
    """Published events by their middle day: all, or those of one type, status, language or actor.

    Triggers on the table of events keep it (``migrations/0007``); nothing else writes here.  ``begins`` and
    ``ends`` are the outermost days that any of the day's events had since there last was none.
    """

    class Facet(models.TextChoices):
        ALL = "", "all"
        TYPE = "type", "type"
        STATUS = "status", "status"
        LANGUAGE = "lang", "language"
        ACTOR = "actor", "actor"

    facet = models.CharField(max_length=6, choices=Facet.choices, blank=True)
    value = models.CharField(max_length=200, blank=True)
    day = models.DateField()
    count = models.IntegerField()
    begins = models.DateField()
    ends = models.DateField()

    class Meta:
        constraints = [
            # With the rest in the index, the table itself is never read.
            models.UniqueConstraint(
                fields=["facet", "value", "day"], include=["count", "begins", "ends"], name="tally_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.facet} {self.value} {self.day}: {self.count}"
