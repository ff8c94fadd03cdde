"""Real Chromium against a live server.  A page that writes an error to its console fails its test."""

from __future__ import annotations

import os
import shutil

import pytest

from tests import factories
from tests.browser.reader import Reader

# Playwright's loop runs in the test's thread, where Django would then refuse the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
#: How long anything may take to show, in milliseconds: machines that run tests are busy.
PATIENCE = 20_000


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)

    path = os.environ.get("NEWSDESK_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def site(live_server, plain_static_files):
    """A live server with the site."""
    return live_server


@pytest.fixture
def open_page(chromium, site):
    """``open_page("/ar/", width=360)``: a reader at that address; a new browser profile each."""
    contexts, troubles = [], []

    def open_(path="/en/", *, width=1280, height=900, theme="light", script=True, touch=False):
        language = "ar" if path.startswith("/ar") else "en"
        context = chromium.new_context(
            base_url=site.url, locale=language, viewport={"width": width, "height": height},
            color_scheme=theme, java_script_enabled=script, has_touch=touch, reduced_motion="reduce",
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        reader = Reader(page)

        def trouble(kind, words):
            if kind == "error" and not reader.expects_trouble:
                troubles.append(words)

        page.on("console", lambda message: trouble(message.type, message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(path)
        return reader

    yield open_
    for context in contexts:
        context.close()
    assert troubles == []


#: Every kind of date, told by one event each.
KINDS = {
    "2025-06-10": "A single day",
    "2025-06-08T12:00": "A minute at noon",
    "2025-06": "Some time in June",
    "2025": "Some time in the year",
    "2025-05~": "About May",
    "2025-07?": "Possibly July",
    "2025-06-20/2025-06-24": "Five days in June",
    "2025-06-15/..": "Since the middle of June",
    "../2025-06-05": "Until early June",
}


@pytest.fixture
def kinds_of_dates(transactional_db):
    """Title → event, one for every kind of date, and a planned one."""
    events = {
        title: factories.an_event(title=title, edtf=edtf, quote=f"{title}: it was told so.")
        for edtf, title in KINDS.items()
    }
    planned = factories.an_event(title="Planned for July", edtf="2025-07-12", status="planned")
    return {**events, "Planned for July": planned}


@pytest.fixture
def busy_month(transactional_db):
    """A month with more than any frame can show: three events every third day, in both languages."""
    kinds = (
        ("CONSULT", "en", "Council meets"),
        ("PROTEST", "en", "Farmers protest"),
        ("ECONOMY", "ar", "أسعار القمح تهبط"),
    )
    return [
        factories.an_event(
            title=f"{title} {day}", edtf=f"2025-06-{day:02}", type=kind, language=language,
            salience=round(0.2 + 0.02 * day + 0.1 * number, 2), actors=[("JOR", "Jordan", "actor")] if day % 2 else [],
        )
        for day in range(1, 31, 3)
        for number, (kind, language, title) in enumerate(kinds)
    ]  # fmt: skip
