"""A browser tab for measuring memory, opened without Playwright's help.

Playwright's own pages keep the bodies of all responses in their process, up to 100 MB, for inspection; measured there,
a timeline seems to grow by 7 MB a minute.  This tab is opened through the DevTools protocol
(https://chromedevtools.github.io/devtools-protocol/) and keeps nothing.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: Seconds in which the tab must answer.
_PATIENCE = 180


class RefusedError(Exception):
    """The tab refused a command; for example, nothing can be evaluated between two documents."""


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
        """Send a command and return its result; raises RefusedError, and TimeoutError after three minutes."""
        self._asked += 1
        number, end = self._asked, time.monotonic() + _PATIENCE
        message = json.dumps({"id": number, "method": method, "params": params})
        self._browser.send("Target.sendMessageToTarget", {"sessionId": self._session, "message": message})
        while number not in self._answers:
            if time.monotonic() > end:
                raise TimeoutError(f"The tab did not answer {method}.")
            self._browser.send("Target.getTargetInfo", {"targetId": self._target})  # gives messages a chance to arrive
        answer = self._answers.pop(number)
        if "error" in answer:
            raise RefusedError(f"{method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression, awaited if it is a promise; raises RuntimeError if it throws."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return answer["result"].get("value")

    def wait_for(self, expression: str) -> Any:
        """Wait until an expression is true and return its value, even while the page is still loading."""
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
        """Send an event of the mouse: ``mouseMoved``, ``mousePressed``, ``mouseReleased`` or ``mouseWheel``."""
        self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def process(self) -> int:
        """The id of the tab's process, which is the page process that has used most CPU time."""
        processes = self._browser.send("SystemInfo.getProcessInfo")["processInfo"]
        renderers = [one for one in processes if one["type"] == "renderer"]
        return int(max(renderers, key=lambda one: one["cpuTime"])["id"])

    def close(self) -> None:
        self._browser.send("Target.disposeBrowserContext", {"browserContextId": self._profile})
        self._browser.detach()

    def _receive(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        if "id" in message:
            self._answers[message["id"]] = message
