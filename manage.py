#!/usr/bin/env python
"""Django's command line for Newsdesk."""

import os
import secrets
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
    if sys.argv[1:2] in (["extract"], ["bench_extract"], ["evaluate"]):
        # The engine signs and stores nothing, so it must not ask for the site's secret.
        os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
