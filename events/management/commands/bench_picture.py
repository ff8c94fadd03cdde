"""``manage.py bench_picture``: measuring the timeline of a running site in a real browser."""

from __future__ import annotations

import statistics
import time
from functools import partial
from random import Random
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from events.management.chromium import chromium
from events.management.picture import Opening, Reader, frames, open_cold, weigh_memory
from events.management.tab import Tab

#: Seconds after the last movement in which animations, requests and texts beside the picture come to rest.
_REST = 3


class Command(BaseCommand):
    help = "Open, pan and zoom the timeline of a running site in Chromium.  Needs the packages for tests."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--url", default="http://127.0.0.1:8000/en/", help="The page.")
        parser.add_argument("--times", type=int, default=10, help="How often it is opened cold (10).")
        parser.add_argument("--seconds", type=float, default=20, help="How long frames are counted (20).")
        parser.add_argument("--minutes", type=float, default=2, help="How long it is used between weighings (2).")
        parser.add_argument("--weighings", type=int, default=5, help="How often it is weighed after use (5).")

    def handle(
        self,
        *args: Any,
        url: str,
        times: int,
        seconds: float,
        minutes: float,
        weighings: int,
        **options: Any,
    ) -> None:
        with chromium() as browser:
            self._open([open_cold(browser, url) for _ in range(times)])
            tab = Tab(browser, url, width=1280, height=900)
            reader = Reader(tab, Random(1))
            self._move("panning", frames(tab, partial(reader.pans, max(1, int(seconds / 2)))))
            self._move("zooming nearer", frames(tab, partial(reader.zooms, 3, nearer=True)))
            self._move("zooming farther", frames(tab, partial(reader.zooms, 3, nearer=False)))
            self._move("both", frames(tab, partial(reader.use, seconds)))
            self._weigh(tab, "before")
            for weighing in range(1, weighings + 1):
                reader.use(minutes * 60)
                self._weigh(tab, f"after {weighing * minutes:g} minutes")
            tab.close()

    def _open(self, openings: list[Opening]) -> None:
        spent = sorted(one.milliseconds for one in openings)
        sent = ", ".join(f"{kind} {size / 1000:.1f} kB" for kind, size in sorted(openings[0].sent.items()))
        self.stdout.write(f"first picture: median {statistics.median(spent):.0f} ms, longest {spent[-1]:.0f} ms")
        self.stdout.write(f"sent: {sent}")

    def _move(self, name: str, between: list[float]) -> None:
        rate = 1000 * len(between) / sum(between)
        late = sum(one > 100 for one in between)
        self.stdout.write(f"{name}: {rate:.1f} frames/s, longest {max(between):.0f} ms, {late} above 100 ms")

    def _weigh(self, tab: Tab, when: str) -> None:
        time.sleep(_REST)
        memory = weigh_memory(tab)
        figures = f"heap {memory.heap:.1f} MB, process {memory.process:.0f} MB, {memory.nodes} nodes"
        self.stdout.write(f"{when}: {figures}")
