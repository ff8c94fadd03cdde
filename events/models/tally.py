"""How many shown events there are on each day: kept by the database with every write of an event."""

from __future__ import annotations

from django.db import models


class Tally(models.Model):
    """Published events by their middle day, of all or of one type, language or actor.

    Triggers on the table of events keep it (``migrations/0005``); nothing else writes here.
    """

    class Facet(models.TextChoices):
        ALL = "", "all"
        TYPE = "type", "type"
        LANGUAGE = "lang", "language"
        ACTOR = "actor", "actor"

    facet = models.CharField(max_length=5, choices=Facet.choices, blank=True)
    value = models.CharField(max_length=200, blank=True)
    day = models.DateField()
    count = models.IntegerField()

    class Meta:
        constraints = [
            # With the count in the index, the table itself is never read.
            models.UniqueConstraint(fields=["facet", "value", "day"], include=["count"], name="tally_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.facet} {self.value} {self.day}: {self.count}"
