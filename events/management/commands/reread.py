"""``manage.py reread --older``: after an update, running the new engine over articles that an older one has read."""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from events.extraction import engine_version
from events.extraction.command.progress import INTERRUPTED, Progress
from events.management.rereading import RereadingStoppedError, reread
from events.models import Article
from events.models.choices import ArticleState


class Command(BaseCommand):
    help = (
        "Send articles to the worker again, the latest first, and show how far it is. What somebody pastes meanwhile "
        "goes first. Editors' decisions stay; of published events the changes are proposed. "
        "May be broken off and run again: it goes on where it stopped."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--older", action="store_true", required=True,
            help="Those that another engine read than this one, articles that it failed at included.",
        )  # fmt: skip
        parser.add_argument("--limit", type=_positive, metavar="N", help="No more than N articles.")
        parser.add_argument("--dry-run", action="store_true", help="Say how many there are, and send none.")
        parser.add_argument(
            "--wait", type=_seconds, default=120, metavar="SECONDS",
            help="How long the worker may begin no article before this ends with an error (120).",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        older = Article.objects.read_by_another_engine(engine_version()).order_by("-pk")
        states = dict(older.values_list("pk", "state")[: options["limit"]])
        failed = sum(state == ArticleState.FAILED for state in states.values())
        self.stdout.write(f"This engine is {engine_version()}.")
        self.stdout.write(f"Articles to read again: {len(states)}, of which {failed} could not be read before.")
        if not options["dry_run"]:
            self._reread(list(states), options["wait"])

    def _reread(self, articles: list[int], patience: float) -> None:
        ended = Counter[str]()
        progress = Progress(len(articles))
        try:
            for state in reread(articles, patience=patience):
                ended[state] += 1
                progress.step(1)
        except RereadingStoppedError as error:
            raise CommandError(f"{error}; then run this again. {_so_far(ended)}") from error
        except KeyboardInterrupt:
            self.stderr.write(
                f"\nStopped. {_so_far(ended)} The worker reads what was sent; run this again for the rest."
            )
            sys.exit(INTERRUPTED)
        finally:
            progress.close()
        self.stdout.write(_so_far(ended))


def _so_far(ended: Counter[str]) -> str:
    summary = f"Read again: {ended.total() - ended['']}, of which {ended[ArticleState.FAILED]} could not be read."
    return summary + (f" Not sent, for others were faster or they are gone: {ended['']}." if ended[""] else "")


def _positive(text: str) -> int:
    number = int(text)
    if not 1 <= number <= sys.maxsize:
        raise argparse.ArgumentTypeError(f"must be from 1 to {sys.maxsize}")
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError("must be a number of seconds above 0")
    return number
