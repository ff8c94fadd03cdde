"""The `extract` command: JSON lines in, JSON lines out.  Needs no framework; `manage.py extract` is a thin wrapper."""

from events.extraction.command.main import add_arguments, main, run

__all__ = ["add_arguments", "main", "run"]
