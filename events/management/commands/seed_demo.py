"""``manage.py seed_demo --events 200000``: a large data set for trying out and measuring."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from events.demo.write import settle, write_demo


class Command(BaseCommand):
    help = "Add invented, published events with articles as their sources, spread and bunched like news."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--events", type=int, default=10_000, help="How many (10000).")
        parser.add_argument("--seed", type=int, default=1, help="Another number invents other ones.")

    def handle(self, *args: Any, events: int, seed: int, **options: Any) -> None:
        started = time.monotonic()

        def progress(done: int) -> None:
            if self.stderr.isatty():
                self.stderr.write(f"\r{done} of {events} events", ending="")

        write_demo(events, seed=seed, progress=progress)
        settle()
        self.stdout.write(f"{events} events in {time.monotonic() - started:.0f} s.")
