"""A tab that nothing but the measuring looks at.

A page of Playwright's own keeps the bodies of all answers within its process, up to 100 MB, for whoever wants to
inspect them; weighed there, a timeline seems to grow by 7 MB a minute.  This tab is opened beside Playwright, through
the DevTools protocol (https://chromedevtools.github.io/devtools-protocol/), and keeps nothing.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: Seconds until an answer of the tab must have come.
_PATIENCE = 180


class RefusedError(Exception):
    """The tab cannot do what it was asked: for one thing, a page between two documents evaluates nothing."""


class Tab:
    """A page in a profile of its own, ``width`` by ``height`` pixels."""

    def __init__(self, browser: Browser, url: str, *, width: int, height: int) -> None:
        self._browser = browser.new_browser_cdp_session()
        self._answers: dict[int, dict[str, Any]] = {}
        self._asked = 0
        self._browser.on("Target.receivedMessageFromTarget", self._receive)
        self._profile = self._browser.send("Target.createBrowserContext")["browserContextId"]
        place = {"browserContextId": self._profile, "width": width, "height": height}
        self._target = self._browser.send("Target.createTarget", {"url": url, **place})["targetId"]
        attached = self._browser.send("Target.attachToTarget", {"targetId": self._target})
        self._session = attached["sessionId"]

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """The tab's answer; RefusedError where it refuses, TimeoutError after three minutes without one."""
        self._asked += 1
        number, end = self._asked, time.monotonic() + _PATIENCE
        message = json.dumps({"id": number, "method": method, "params": params})
        self._browser.send("Target.sendMessageToTarget", {"sessionId": self._session, "message": message})
        while number not in self._answers:
            if time.monotonic() > end:
                raise TimeoutError(f"The tab did not answer {method}.")
            self._browser.send("Target.getTargetInfo", {"targetId": self._target})  # lets messages in
        answer = self._answers.pop(number)
        if "error" in answer:
            raise RefusedError(f"{method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression; a promise is waited for."""
        told = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in told:
            raise RuntimeError(told["exceptionDetails"]["text"])
        return told["result"].get("value")

    def wait_for(self, expression: str) -> Any:
        """The first true value of an expression, also while the page is still on its way."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            try:
                if value := self.evaluate(expression):
                    return value
            except RefusedError as error:
                if "context" not in str(error):
                    raise
            time.sleep(0.05)
        raise TimeoutError(f"Not true within {_PATIENCE} s: {expression}")

    def mouse(self, kind: str, x: float, y: float, **more: Any) -> None:
        """An event of the mouse: ``mouseMoved``, ``mousePressed``, ``mouseReleased`` or ``mouseWheel``."""
        self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def process(self) -> int:
        """The number of the tab's process: of all pages' processes the one that has worked most."""
        processes = self._browser.send("SystemInfo.getProcessInfo")["processInfo"]
        renderers = [one for one in processes if one["type"] == "renderer"]
        return int(max(renderers, key=lambda one: one["cpuTime"])["id"])

    def close(self) -> None:
        self._browser.send("Target.disposeBrowserContext", {"browserContextId": self._profile})
        self._browser.detach()

    def _receive(self, told: dict[str, Any]) -> None:
        message = json.loads(told["message"])
        if "id" in message:
            self._answers[message["id"]] = message
