"""Finding outlets by name, and creating those that are new."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.models import Outlet
from events.models.lines import check_lines


def outlet_named(*, name: str, by: AbstractUser) -> Outlet | None:
    """The outlet with this name, ignoring case and extra white space; None for a blank name.

    A new name creates an outlet if the user ``by`` may do that.  Raises ValidationError for the field "outlet" if not,
    or if the name is not valid.
    """
    name = " ".join(name.split())
    check_lines(outlet=name)
    if not name:
        return None
    if known := Outlet.objects.filter(name__iexact=name).order_by("pk").first():
        return known
    if not by.has_perm("events.add_outlet"):
        raise ValidationError({"outlet": ValidationError(_("There is no outlet with this name."), code="unknown")})
    outlet = Outlet(name=name)
    try:
        outlet.full_clean(validate_unique=False)
    except ValidationError as error:
        raise ValidationError({"outlet": error.messages}) from error
    return Outlet.objects.get_or_create(name=name)[0]
