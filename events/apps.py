"""The configuration of the Django application."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Newsdesk")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from events.groups import ensure_groups
        from events.models import day_ranges
        from events.site import checks  # noqa: F401 (registered by being imported)
        from events.terms_after_migrating import make_terms_anew

        day_ranges.register()
        post_migrate.connect(ensure_groups, sender=self, dispatch_uid="events.groups")
        post_migrate.connect(make_terms_anew, sender=self, dispatch_uid="events.terms")
