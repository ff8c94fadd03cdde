"""Which rules the stored search terms of a table were made by.  When the rules change, all terms are made again."""

from __future__ import annotations

from django.db import models


class TermsMade(models.Model):
    """One row for each table that can be searched by words."""

    table = models.CharField(max_length=63, primary_key=True)
    rules = models.CharField(max_length=64, help_text="The digest of the rules.")
    reached = models.BigIntegerField(null=True, help_text="The last row made by these rules; null once all are.")

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(rules=""), name="terms_made_by_rules")]

    def __str__(self) -> str:
        return f"{self.table}: {'all' if self.reached is None else self.reached}"
