"""Where events take place."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from events.models.naming import NamedManager, NamedModel


class Place(NamedModel):
    """A place, by a language-independent key (ISO country code or GeoNames number) where one is known."""

    objects = NamedManager["Place"]()

    class Meta(NamedModel.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
