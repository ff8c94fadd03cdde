"""The number of the edition that readers see.  Cached counts are valid as long as it has not changed."""

from __future__ import annotations

from django.db import models


class Edition(models.Model):
    """A single row with a number that grows with every write to published events, in the same transaction.

    Triggers on the table of events update it (``migrations/0002``).
    """

    number = models.BigIntegerField(help_text="Microseconds since 1970 of the last write, or one more than before.")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="edition_is_one")]

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def latest(cls) -> int:
        """The number of the latest edition; 0 if nothing was ever published."""
        return cls.objects.values_list("number", flat=True).first() or 0
