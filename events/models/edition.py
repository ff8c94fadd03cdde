"""The number of the edition that readers see: what was counted of one edition holds for as long as it is the latest."""

from __future__ import annotations

from django.db import models


class Edition(models.Model):
    """One row, at most: a number that grows with every write to published events, in the same transaction.

    Triggers on the table of events keep it (``migrations/0002``).
    """

    number = models.BigIntegerField(help_text="Microseconds since 1970 of the last write, or one more than before.")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="edition_is_one")]

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def latest(cls) -> int:
        """Its number; 0 while nothing was ever published."""
        return cls.objects.values_list("number", flat=True).first() or 0
