"""``manage.py bench_paste``: how long it takes from saving an article until its events are there."""

from __future__ import annotations

import json
import statistics
import time
import uuid
from datetime import date
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from events import desk
from events.models import Article
from events.models.choices import ArticleState

_PATIENCE_SECONDS = 60
_PAUSE_SECONDS = 0.005


class Command(BaseCommand):
    help = "Paste an article again and again through the running worker and print how long each took; leaves nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="JSON lines as `extract` reads them; the first line is pasted.")
        parser.add_argument("--times", type=int, default=100)

    def handle(self, *args: Any, file: str, times: int, **options: Any) -> None:
        with Path(file).open(encoding="utf-8") as lines:
            given = json.loads(next(lines))
        user = User.objects.create(username=f"bench-{uuid.uuid4()}", is_active=False)
        try:
            spent = sorted(self._milliseconds(user, given, number) for number in range(times))
        finally:
            user.delete()
        p95 = spent[min(len(spent) - 1, int(len(spent) * 0.95))]
        self.stdout.write(
            f"{times} pastes: median {statistics.median(spent):.0f} ms, p95 {p95:.0f} ms, longest {spent[-1]:.0f} ms"
        )

    def _milliseconds(self, user: User, given: dict[str, Any], number: int) -> float:
        """Milliseconds from before the save until the events are in the database.

        Articles differ by their last line, because the same text is accepted only once.
        """
        started = time.perf_counter()
        article = desk.submit_article(
            submitted_by=user, body=f"{given['body']}\n\n({user.username} {number})", title=given.get("title", ""),
            publication_date=date.fromisoformat(given["published"][:10]),
        )  # fmt: skip
        try:
            while (state := Article.objects.values_list("state", flat=True).get(pk=article.pk)) != ArticleState.DONE:
                if state == ArticleState.FAILED or time.perf_counter() - started > _PATIENCE_SECONDS:
                    raise CommandError(f"the article is {state}; is the worker running?")
                time.sleep(_PAUSE_SECONDS)
            spent = (time.perf_counter() - started) * 1000
            if not article.sources.exists():
                raise CommandError("the article has no events; take another")
            return spent
        finally:
            desk.delete_article(article=article)
