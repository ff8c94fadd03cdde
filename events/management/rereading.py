"""Sending articles to the worker again, no faster than it reads them.

Articles that were sent are queued in the database, so nothing is lost if this is stopped or killed: they will be read,
and the others can be sent by another call.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from time import monotonic, sleep

from django.db.models import Max

from events import desk
from events.extraction import engine_version
from events.models import Article, ExtractionRun
from events.models.choices import ArticleState

#: The most articles that wait in the queue, whoever sent them; few enough that the sweep takes none of them for lost.
AHEAD = 20
_PAUSE_SECONDS = 0.1
_UNDER_WAY = (ArticleState.QUEUED, ArticleState.EXTRACTING)


class RereadingStoppedError(Exception):
    """The worker does not read articles, or has another version of the engine; the message says what to look at."""


def reread(articles: Iterable[int], *, patience: float) -> Iterator[str]:
    """Have the worker read articles, by primary key, again; yields the state of each when it ends.

    The state is "" for an article that was not sent, because it was deleted, or sent or read by somebody else in the
    meantime.  Raises RereadingStoppedError if the worker begins no article for ``patience`` seconds, or has another
    version of the engine.
    """
    left, sent, worker = deque(articles), set[int](), _Worker(patience)
    while left or sent:
        offered = [left.popleft() for _ in range(min(_room(), len(left)))]
        queued = desk.reread_articles(articles=offered)
        yield from [""] * (len(offered) - len(queued))
        sent.update(queued)
        ended = _ended(sent)
        _check_engine(ended)
        yield from ended.values()
        sent -= ended.keys()
        if not ended and not offered:
            worker.wait()


def _room() -> int:
    return max(0, AHEAD - Article.objects.filter(state=ArticleState.QUEUED).count())


def _ended(sent: set[int]) -> dict[int, str]:
    """Article → state, of those that are neither queued nor extracting any more; "" for a deleted one."""
    states = dict(Article.objects.filter(pk__in=sent).values_list("pk", "state"))
    return {number: states.get(number, "") for number in sorted(sent) if states.get(number) not in _UNDER_WAY}


def _check_engine(ended: Iterable[int]) -> None:
    older = Article.objects.filter(pk__in=list(ended)).read_by_another_engine(engine_version()).first()
    if older is not None:
        raise RereadingStoppedError(
            f"the worker reads with the engine {older.read_by}, here it is {engine_version()}: restart the worker"  # type: ignore[attr-defined]
        )


class _Worker:
    """Watches whether the worker is alive: whether it begins any articles."""

    def __init__(self, patience: float) -> None:
        self._patience, self._latest, self._since = patience, _latest_run(), monotonic()

    def wait(self) -> None:
        """Wait a moment; raises RereadingStoppedError if no article was begun for too long."""
        if self._latest != (latest := _latest_run()):
            self._latest, self._since = latest, monotonic()
        if monotonic() - self._since > self._patience:
            raise RereadingStoppedError(
                f"the worker has begun no article for {self._patience:.0f} seconds: see that worker and Redis run"
            )
        sleep(_PAUSE_SECONDS)


def _latest_run() -> int:
    return ExtractionRun.objects.aggregate(latest=Max("pk"))["latest"] or 0
