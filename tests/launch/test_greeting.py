"""The first and the last lines of ``./run``."""

from __future__ import annotations

import pytest

from newsdesk.launch.greeting import closing, opening


@pytest.mark.parametrize(
    ("first", "only_setup", "what", "after"),
    [
        (
            True,
            False,
            "Setting up Newsdesk in this folder: about half a minute",
            "The address to open comes at the end.",
        ),
        (True, True, "Setting up Newsdesk in this folder: about half a minute", "Then ./run starts it."),
        (False, False, "Starting Newsdesk: a few seconds", "The address to open comes at the end."),
        (False, True, "Setting up Newsdesk: a few seconds", "Then ./run starts it."),
    ],
)
def test_first_line_says_what_happens_and_what_comes_next(first, only_setup, what, after):
    line = opening(first=first, only_setup=only_setup)
    assert line.startswith(what)
    assert line.endswith(after)


def test_last_lines_give_address_login_logs_and_ctrl_c():
    lines = closing(8123, "editor", "s3cret", "var/log")
    for said in (
        "http://127.0.0.1:8123/\n",
        "http://127.0.0.1:8123/admin/  as editor, password s3cret",
        "var/log/",
        "Ctrl-C",
    ):
        assert said in lines
