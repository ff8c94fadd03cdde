"""Who takes part in events."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.naming import NamedManager, NamedModel
from events.models.source import Source


class Actor(NamedModel):
    """A country, organisation or person, with one key for texts of all languages."""

    objects = NamedManager["Actor"]()

    class Meta(NamedModel.Meta):
        verbose_name = _("actor")
        verbose_name_plural = _("actors")


class Participation(models.Model):
    """The role of one actor in one event, according to one article."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="participations")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="participations")
    role = models.CharField(_("role"), max_length=12, default="actor")
    name = models.CharField(_("name in the text"), max_length=300)

    class Meta:
        ordering = ["id"]
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        constraints = [
            models.UniqueConstraint(fields=["source", "actor", "role"], name="participation_told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.role})"
