"""The app: it has no tables of its own, only checks and a task."""

from django.apps import AppConfig


class LoginsConfig(AppConfig):
    name = "newsdesk.logins"

    def ready(self) -> None:
        from newsdesk.logins import checks  # noqa: F401 (registers them)
