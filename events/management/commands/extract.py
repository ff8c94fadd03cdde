"""``manage.py extract``: running the engine over JSON lines; needs no database and no broker."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from events.extraction import engine_version
from events.extraction.command import add_arguments, run


class Command(BaseCommand):
    help = "Extract dated events from articles: JSON lines in, JSON lines out."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def get_version(self) -> str:
        """The engine's version, for ``--version``."""
        return engine_version()

    def add_arguments(self, parser: CommandParser) -> None:
        add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        status = run(options["files"], jobs=options["jobs"], explained=options["explain"])
        if status:
            sys.exit(status)
