"""``manage.py bench_peer``: comparing our timeline, with all events, and vis-timeline, with some, in one browser."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandParser

from events.management import peer
from events.management.chromium import chromium
from events.management.picture import READY, Reader, frames, open_cold, weigh_memory
from events.management.tab import Tab
from events.models import Event

if TYPE_CHECKING:
    from playwright.sync_api import Browser


class Command(BaseCommand):
    help = "Time our timeline beside vis-timeline's, which is shown the latest of the published events."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("package", type=Path, help="The folder of the npm package vis-timeline.")
        parser.add_argument("--url", default="http://127.0.0.1:8000/en/", help="Our page.")
        parser.add_argument(
            "--events", type=int, nargs="+", default=[1_000, 5_000, 20_000], help="How many it is shown."
        )
        parser.add_argument("--moves", type=int, default=3, help="How often each is pulled and zoomed (3).")

    def handle(self, *args: Any, package: Path, url: str, events: list[int], moves: int, **options: Any) -> None:
        self.stdout.write(f"{'':32}{'first picture':>14}{'pulling':>10}{'zooming':>10}{'longest':>10}{'memory':>9}")
        self.stdout.write(f"{'':32}{'ms':>14}{'frames/s':>10}{'frames/s':>10}{'ms':>10}{'MB':>9}")
        with TemporaryDirectory() as folder:
            ours = (f"Newsdesk, {Event.objects.published().count():,}", url, READY)
            pages = [ours, *_peers(Path(folder), package, events)]  # before the browser starts: this reads the database
            with chromium() as browser:
                for name, page, ready in pages:
                    self._measure(browser, name, page, ready, moves)

    def _measure(self, browser: Browser, name: str, url: str, ready: str, moves: int) -> None:
        opening = open_cold(browser, url, ready)
        tab = Tab(browser, url, width=1280, height=900)
        reader = Reader(tab, Random(1), ready)
        pulling = frames(tab, partial(reader.pans, moves))
        zooming = [
            between for nearer in (True, False) for between in frames(tab, partial(reader.zooms, moves, nearer=nearer))
        ]
        memory = weigh_memory(tab)
        tab.close()
        self.stdout.write(
            f"{name:32}{opening.milliseconds:14.0f}{_rate(pulling):10.1f}{_rate(zooming):10.1f}"
            f"{max(pulling + zooming):10.0f}{memory.process:9.0f}"
        )


def _peers(folder: Path, package: Path, counts: list[int]) -> Iterator[tuple[str, str, str]]:
    """(name, address, selector for a drawn picture) of each page of vis-timeline."""
    for count in counts:
        latest = list(Event.objects.published().order_by("-middle_day", "-pk")[:count])
        for how in ("", "clustered"):
            page = peer.write_peer(folder / f"{count}{how}.html", package, latest, clustered=bool(how))
            yield f"vis-timeline, {count:,} {how}", page, peer.READY


def _rate(between: list[float]) -> float:
    return 1000 * len(between) / sum(between)
