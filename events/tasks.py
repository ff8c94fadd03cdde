"""The worker's tasks, which only call the desk."""

from datetime import date

from celery import shared_task
from celery.signals import worker_init

from events import desk
from events.extraction import engine_version, extract
from events.extraction.languages import available


@shared_task(ignore_result=True)
def extract_article(article_id: int) -> None:
    desk.extract_article(article_id=article_id)


@shared_task(ignore_result=True, expires=30)
def sweep() -> None:
    desk.sweep()


@worker_init.connect
def load_languages(**signal: object) -> None:
    """Load all languages before the worker forks, so that its children share them and no article waits for loading.

    The engine's version is computed now as well, because the files may be replaced while the worker is running.
    """
    engine_version()
    for language in available():
        extract("2025", published=date(2025, 1, 1), language=language)
