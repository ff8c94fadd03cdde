"""``manage.py bench_picture``: the timeline of a running site in a real browser, timed and weighed."""

from __future__ import annotations

import statistics
from functools import partial
from random import Random
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from events.management.chromium import chromium
from events.management.picture import Opening, Reader, frames, open_cold, weigh_memory


class Command(BaseCommand):
    help = "Open, pan and zoom the timeline of a running site in Chromium.  Needs the packages for tests."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--url", default="http://127.0.0.1:8000/en/", help="The page.")
        parser.add_argument("--times", type=int, default=10, help="How often it is opened cold (10).")
        parser.add_argument("--seconds", type=float, default=20, help="How long frames are counted (20).")
        parser.add_argument("--minutes", type=float, default=1, help="How long it is used between weighings (1).")

    def handle(self, *args: Any, url: str, times: int, seconds: float, minutes: float, **options: Any) -> None:
        with chromium() as browser:
            self._open([open_cold(browser, url) for _ in range(times)])
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.goto(url, wait_until="networkidle")
            reader = Reader(page, Random(1))
            self._move("panning", frames(page, partial(reader.pans, max(1, int(seconds / 2)))))
            self._move("zooming nearer", frames(page, partial(reader.zooms, 3, nearer=True)))
            self._move("zooming farther", frames(page, partial(reader.zooms, 3, nearer=False)))
            self._move("both", frames(page, partial(reader.use, seconds)))
            for used in (0, minutes, minutes):
                reader.use(used * 60)
                page.wait_for_load_state("networkidle")
                memory = weigh_memory(browser, page)
                self.stdout.write(
                    f"after {used:g} minutes more: heap {memory.heap:.1f} MB, renderer {memory.renderer:.0f} MB, "
                    f"{memory.nodes} nodes"
                )
            context.close()

    def _open(self, openings: list[Opening]) -> None:
        spent = sorted(one.milliseconds for one in openings)
        sent = ", ".join(f"{kind} {size / 1000:.1f} kB" for kind, size in sorted(openings[0].sent.items()))
        self.stdout.write(f"first picture: median {statistics.median(spent):.0f} ms, longest {spent[-1]:.0f} ms")
        self.stdout.write(f"sent: {sent}")

    def _move(self, name: str, between: list[float]) -> None:
        rate = 1000 * len(between) / sum(between)
        late = sum(one > 100 for one in between)
        self.stdout.write(f"{name}: {rate:.1f} frames/s, longest {max(between):.0f} ms, {late} above 100 ms")
