"""``manage.py shots FOLDER``: screenshots of the main pages, in both languages and themes, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.core.management.base import BaseCommand, CommandParser

from events.management.chromium import chromium
from events.models import Event, Timeline

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = {"wide": (1280, 900), "narrow": (360, 780)}
THEMES = ("light", "dark")
LANGUAGES = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Shot:
    name: str
    path: str
    language: str
    theme: str
    width: str


class Command(BaseCommand):
    help = "Write screenshots of the main pages of a running site into a folder.  Needs Playwright and Chromium."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--url", default="http://127.0.0.1:8000", help="Where the site runs.")
        parser.add_argument("--only", default="", help="Only pages whose name holds this.")

    def handle(self, *args: Any, folder: Path, url: str, only: str, **options: Any) -> None:
        shots = [shot for shot in _shots(_pages()) if only in shot.name]
        folder.mkdir(parents=True, exist_ok=True)
        _take(shots, folder, url)
        self.stdout.write(f"{len(shots)} pictures in {folder}")


def _pages() -> dict[str, str]:
    """Name → address below the language; the event with most sources is the example for events."""
    pages = {
        "timeline": "/", "collections": "/timelines/", "subscribe": "/subscribe/", "about": "/about/",
        "choices": "/choices/?find=a", "lanes": "/?lanes=type", "embed": "/embed/",
        "not-here": "/nowhere/",
    }  # fmt: skip
    if event := Event.objects.published().filter(source_count__gt=0).order_by("-source_count", "-salience").first():
        source = event.sources.first()
        pages |= {"panel": f"/?event={event.pk}", "event": f"/events/{event.pk}/-/"}
        pages |= {"article": f"/articles/{source.article_id}/"} if source else {}
        if event.found_actors:
            key = quote(event.found_actors[0], safe=":")
            pages |= {"actor": f"/actors/{key}/", "subscribe-chosen": f"/subscribe/?actor={key}"}
        if event.place:
            pages["place"] = f"/places/{quote(event.place.key, safe=':')}/"
    if timeline := Timeline.objects.published().order_by("cover", "slug").first():
        pages["collection"] = f"/timelines/{timeline.slug}/"
    return pages


def _shots(pages: dict[str, str]) -> Iterator[Shot]:
    for name, path in pages.items():
        for language in LANGUAGES:
            for theme in THEMES:
                for width in WIDTHS:
                    yield Shot(f"{name}-{language}-{theme}-{width}", f"/{language}{path}", language, theme, width)


def _take(shots: list[Shot], folder: Path, url: str) -> None:
    def take(browser: Browser, shot: Shot) -> None:
        width, height = WIDTHS[shot.width]
        context = browser.new_context(
            locale=shot.language, viewport={"width": width, "height": height}, color_scheme=shot.theme,  # type: ignore[arg-type]
        )  # fmt: skip
        page = context.new_page()
        page.goto(f"{url}{shot.path}", wait_until="networkidle")
        page.screenshot(path=folder / f"{shot.name}.png", full_page=True)
        context.close()

    with chromium() as browser:
        for shot in shots:
            take(browser, shot)
