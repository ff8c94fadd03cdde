"""Measuring the timeline in a browser: time to the first picture, frame rate, bytes and memory."""

from __future__ import annotations

import subprocess
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession

    from events.management.tab import Tab

#: A CSS selector for what our picture contains once it is drawn.
READY = "#timeline-picture [data-event]"
#: A script that measures when the first events are in the picture and have been painted.
_WATCH = """
    window.firstPicture = new Promise(done => {
        const look = () => document.querySelector('%s')
            ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
            : requestAnimationFrame(look);
        look();
    });
"""
_COUNT_FRAMES = """(() => {
    window.frames_ = [];
    let last = performance.now();
    window.counting = true;
    const frame = now => {
        window.frames_.push(now - last);
        last = now;
        if (window.counting) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
})()"""
_FRAMES = "(() => { window.counting = false; return window.frames_; })()"
_BOX = "document.querySelector('#timeline-frame').getBoundingClientRect().toJSON()"
_PATIENCE = 180_000  # milliseconds in which a page must have loaded
_PAUSE = 0.014  # seconds; with the time of the message itself, there is an event every 16 ms


@dataclass(frozen=True, slots=True)
class Opening:
    """Milliseconds from the request of the page to its first picture; bytes on the wire, by kind of file."""

    milliseconds: float
    sent: Counter[str]


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes of JavaScript's heap after garbage collection and of the page's own process; DOM nodes of the page."""

    heap: float
    process: float
    nodes: int


def open_cold(browser: Browser, url: str, ready: str = READY) -> Opening:
    """Open the page in a new profile, with nothing cached; ``ready`` is the selector for a drawn picture."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    page.add_init_script(_WATCH % ready)
    sent = _weigh(context.new_cdp_session(page))
    page.goto(url)
    milliseconds = page.evaluate("window.firstPicture")
    page.wait_for_load_state("networkidle")
    context.close()
    return Opening(milliseconds, sent)


def _weigh(session: CDPSession) -> Counter[str]:
    """Bytes on the wire by resource type; the counter is updated while the page loads."""
    kinds: dict[str, str] = {}
    sent: Counter[str] = Counter()
    session.on("Network.responseReceived", lambda message: kinds.update({message["requestId"]: message["type"]}))

    def finished(message: dict[str, Any]) -> None:
        sent[kinds.get(message["requestId"], "Other")] += int(message["encodedDataLength"])

    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    return sent


class Reader:
    """Pans and zooms like a hand at a mouse, with an event of the wheel or the pointer every 16 ms."""

    def __init__(self, tab: Tab, random: Random, ready: str = READY) -> None:
        self._tab, self._random = tab, random
        tab.wait_for(f"document.querySelector('{ready}') !== null")
        box = tab.evaluate(_BOX)
        self._left, self._width, self._middle = box["x"], box["width"], box["y"] + box["height"] / 2

    def pan(self) -> None:
        start = self._left + self._width * self._random.uniform(0.3, 0.7)
        step = self._random.choice([-8, 8])
        self._mouse("mouseMoved", start)
        self._mouse("mousePressed", start, button="left", buttons=1, clickCount=1)
        for number in range(1, 40):
            self._mouse("mouseMoved", start + number * step, button="left", buttons=1)
        self._mouse("mouseReleased", start + 39 * step, button="left", clickCount=1)

    def pans(self, times: int) -> None:
        for _ in range(times):
            self.pan()

    def zooms(self, times: int, *, nearer: bool) -> None:
        for _ in range(times):
            self.zoom(nearer=nearer)

    def zoom(self, *, nearer: bool) -> None:
        x = self._left + self._width * self._random.uniform(0.2, 0.8)
        self._mouse("mouseMoved", x)
        for _ in range(25):
            self._mouse("mouseWheel", x, deltaX=0, deltaY=-40 if nearer else 40)

    def use(self, seconds: float) -> None:
        """Pan and zoom for so many seconds, zooming in and out equally often."""
        end, turn = time.monotonic() + seconds, 0
        while time.monotonic() < end:
            self.pan()
            self.zoom(nearer=turn % 2 == 0)
            turn += 1

    def _mouse(self, kind: str, x: float, **more: Any) -> None:
        self._tab.mouse(kind, x, self._middle, **more)
        time.sleep(_PAUSE)


def frames(tab: Tab, moving: Callable[[], None]) -> list[float]:
    """The milliseconds between frames while ``moving()`` runs."""
    tab.evaluate(_COUNT_FRAMES)
    moving()
    return [float(one) for one in tab.evaluate(_FRAMES)][1:]


def weigh_memory(tab: Tab) -> Memory:
    """The memory that the tab uses, after garbage collection."""
    tab.send("HeapProfiler.collectGarbage")
    tab.send("Performance.enable")
    metrics = {one["name"]: one["value"] for one in tab.send("Performance.getMetrics")["metrics"]}
    tab.send("Performance.disable")
    return Memory(metrics["JSHeapUsedSize"] / 1e6, _own(tab.process()) / 1e6, int(metrics["Nodes"]))


def _own(process: int) -> int:
    """Bytes of memory of a process; on Linux without the program's files, which the browser's processes share."""
    if not Path("/proc/self/status").exists():
        listed = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=True)
        return int(listed.stdout) * 1024
    lines = dict(
        line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    )
    return int(lines["RssAnon"].split()[0]) * 1024
