"""The timeline embedded in another site's sandboxed iframe with scripts only: it loads, moves and opens events."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect

JUNE = "?from=2025-06-01&to=2025-06-30"


class EmbeddingSite(BaseHTTPRequestHandler):
    """Another site whose only page holds an iframe of the address asked for, sandboxed except for scripts."""

    def do_GET(self):
        _, _, address = self.path.partition("?")
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f'<iframe sandbox="allow-scripts" width="960" height="900" src="{address}">'.encode())

    def log_message(self, *_said):
        """Tests are quiet."""


@pytest.fixture
def elsewhere():
    with HTTPServer(("127.0.0.1", 0), EmbeddingSite) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def framed(open_page, site, elsewhere):
    """``framed("en")``: the timeline of June in the page of the other site."""

    def open_(language):
        page = open_page(f"/{language}/about/").page
        # The test's server hands out files without the header that WhiteNoise gives them.
        page.route("**/static/**", _as_whitenoise_does)
        page.goto(f"{elsewhere}?{site.url}/{language}/embed/{JUNE}")
        return page.frame_locator("iframe")

    return open_


def _as_whitenoise_does(route):
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "access-control-allow-origin": "*"})


@pytest.mark.parametrize(("language", "nearer"), [("en", "Zoom in"), ("ar", "تكبير")])
def test_timeline_works_in_a_sandboxed_iframe_of_another_site(busy_month, framed, language, nearer):
    frame = framed(language)
    marks = frame.locator("#timeline-picture [data-event]")
    expect(marks.first).to_be_visible()
    before = frame.locator("#event-list > li").count()
    frame.get_by_role("button", name=nearer).click()
    expect(frame.locator("#event-list > li")).not_to_have_count(before)
    marks.first.click()
    expect(frame.locator("#event-panel .event-card")).to_be_visible()
