"""What a reader does on a page and sees there, in the words of the tests."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import parse_qs, urlsplit


class Reader:
    """A page and the timeline on it."""

    def __init__(self, page):
        self.page = page
        #: Set where a test makes the server fail: browsers write that to their console.
        self.expects_trouble = False

    # --- the parts

    @property
    def timeline(self):
        return self.page.get_by_role("application")

    @property
    def panel(self):
        return self.page.locator("#event-panel")

    @property
    def listed(self):
        return self.page.locator("#event-list > li")

    def listed_titles(self):
        return self.page.locator("#event-list > li > a").all_inner_texts()

    def mark(self, event):
        """The event's group in the picture."""
        return self.page.locator(f'#timeline-picture [data-event="{event.pk}"]')

    # --- what stands in the address

    def query(self):
        return parse_qs(urlsplit(self.page.url).query)

    def window(self):
        """First and last moment in the address; None before anything was moved."""
        query = self.query()
        if "from" not in query:
            return None
        return tuple(datetime.fromisoformat(query[name][0]) for name in ("from", "to"))

    def days_shown(self):
        first, last = self.window()
        return (last - first).total_seconds() / 86_400

    def does(self, action):
        """Carry out ``action``, wait until the address tells the new window, and return it."""
        before = self.page.url
        action()
        self.page.wait_for_function("before => location.href !== before", arg=before)
        return self.window()

    def presses(self, key):
        self.timeline.focus()
        return self.does(lambda: self.page.keyboard.press(key))

    # --- gestures

    def middle(self):
        """The axis in the middle of the frame, where no event is in the way."""
        box = self.timeline.bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + 40

    def wheels(self, delta_y=0, delta_x=0, at=None):
        x, y = at or self.middle()
        self.page.mouse.move(x, y)
        return self.does(lambda: self.page.mouse.wheel(delta_x, delta_y))

    def drags(self, pixels):
        x, y = self.middle()

        def drag():
            self.page.mouse.move(x, y)
            self.page.mouse.down()
            self.page.mouse.move(x + pixels / 2, y)
            self.page.mouse.move(x + pixels, y)
            self.page.mouse.up()

        return self.does(drag)

    def touches(self, *steps):
        """Each step is the list of points where fingers are; the last one lifts them."""
        session = self.page.context.new_cdp_session(self.page)

        def touch():
            for number, points in enumerate(steps):
                kind = "touchStart" if number == 0 else "touchMove"
                fingers = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]
                session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})
            session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

        return self.does(touch)
