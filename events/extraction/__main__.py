"""``python -m events.extraction [FILE ...]``: what `manage.py extract` does, without Django."""

import sys

from events.extraction.command import main

sys.exit(main(sys.argv[1:]))
