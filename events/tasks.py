"""What the worker does: an id in, a call, done."""

from celery import shared_task

from events import desk


@shared_task(ignore_result=True)
def extract_article(article_id: int) -> None:
    desk.extract_article(article_id=article_id)


@shared_task(ignore_result=True, expires=30)
def sweep() -> None:
    desk.sweep()
