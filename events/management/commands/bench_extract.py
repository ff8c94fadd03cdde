"""``manage.py bench_extract FILE …``: the engine's loading, memory, speed and growth."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from events.extraction.command.benchmark import benchmark


class Command(BaseCommand):
    help = "Measure the engine: loading, memory, KB of UTF-8 a second on one warm core, growth on hostile text."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", metavar="FILE", help="JSON lines as `extract` reads them")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(benchmark(options["files"]))
