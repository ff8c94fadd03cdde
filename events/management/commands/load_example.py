"""``manage.py load_example``: taking the example articles through the running worker."""

from __future__ import annotations

import os
from typing import Any

from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from events.example.articles import example_articles
from events.example.newsroom import curate, paste, publish, wait
from events.management.commands.ensure_editor import VARIABLE
from events.models import Article
from events.models.choices import ArticleState

EDITOR = "editor"


class Command(BaseCommand):
    help = "Paste the example articles as an editor, wait for the worker, publish what is sure. May be run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--only-if-empty", action="store_true", help="Do nothing where any article is there.")
        parser.add_argument("--wait", type=float, default=120, help="How many seconds the worker may take (120).")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["only_if_empty"] and Article.objects.exists():
            self.stdout.write("there are articles already, the example stays away")
            return
        editor = self._editor()
        articles = [paste(example, editor) for example in example_articles()]
        if unfinished := wait(articles, options["wait"]):
            raise CommandError(_why(unfinished))
        published = publish(articles, editor)
        curate(editor)
        self.stdout.write(f"{len(articles)} example articles read, {published} events published")

    def _editor(self) -> User:
        """The example's editor, created if necessary; raises CommandError if there is no password for that."""
        if not User.objects.filter(username=EDITOR).exists():
            if not os.environ.get(VARIABLE):
                raise CommandError(f"there is no user “{EDITOR}”: set {VARIABLE} to make one")
            call_command("ensure_editor", EDITOR, stdout=self.stdout)
        return User.objects.get(username=EDITOR)


def _why(unfinished: list[Article]) -> str:
    """What went wrong and what to do, in one line."""
    if failed := [article for article in unfinished if article.state == ArticleState.FAILED]:
        return f"“{failed[0]}” could not be read: {failed[0].failure_words}"
    return (
        f"the worker has not read {len(unfinished)} of the example articles in time: "
        "see that worker and Redis run, then run load_example again"
    )
