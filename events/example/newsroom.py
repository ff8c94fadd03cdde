"""Taking the example articles through the newsroom: pasting, waiting for the worker, publishing, curating.

Every step can be repeated: it leaves what is there already, and what an editor decided.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User

from events import desk
from events.desk.validation import content_hash
from events.example.articles import ExampleArticle
from events.models import Article, Era, Event, Timeline
from events.models.choices import ArticleState, Visibility

#: Events with at least these scores are published; the others stay proposals.
LEAST_CONFIDENCE = 0.8
LEAST_SALIENCE = 0.6
_PAUSE_SECONDS = 0.2
_TIMELINE: dict[str, Any] = {
    "slug": "syria",
    "title_ar": "سوريا: من الزلزال إلى رفع العقوبات",
    "title_en": "Syria: from the earthquake to the end of sanctions",
    "introduction_ar": "ما ورد في مقالات المثال عن سوريا منذ عام 2023، بالعربية والإنجليزية.",
    "introduction_en": "What the example articles say about Syria since 2023, in Arabic and English.",
    "filter": {"actor": ["SYR"], "from": "2023"},
    "is_published": True,
}
_ERAS: list[dict[str, str]] = [
    {"title_ar": "بعد الزلزال", "title_en": "After the earthquake", "edtf": "2023-02-06/2023-05", "colour": "sand"},
    {"title_ar": "بعد تغيّر الحكم", "title_en": "After the change of power", "edtf": "2024-12-08/..", "colour": "sky"},
]


def paste(example: ExampleArticle, editor: User) -> Article:
    """Paste an article if it is not there yet, or run it again if it failed; returns it."""
    body = example.body.strip()
    known = Article.objects.filter(content_hash=content_hash(body)).first()
    if known is None:
        return desk.submit_article(
            submitted_by=editor, body=body, publication_date=example.published, title=example.title,
            language=example.language, outlet=desk.outlet_named(name=example.outlet, by=editor),
        )  # fmt: skip
    return desk.run_again(article=known) if known.state == ArticleState.FAILED else known


def wait(articles: Sequence[Article], seconds: float) -> list[Article]:
    """Wait until the worker has finished all articles, for at most so many seconds; return those that are not done."""
    late = time.monotonic() + seconds
    unfinished = Article.objects.filter(pk__in=[article.pk for article in articles]).exclude(state=ArticleState.DONE)
    while unfinished.exclude(state=ArticleState.FAILED).exists() and time.monotonic() < late:
        time.sleep(_PAUSE_SECONDS)
    return list(unfinished)


def publish(articles: Sequence[Article], editor: User) -> int:
    """Publish confident and salient events that no editor has decided about yet; return how many."""
    sure = Event.objects.to_review().filter(
        sources__article__in=articles, confidence__gte=LEAST_CONFIDENCE, salience__gte=LEAST_SALIENCE, decisions=None
    )
    return desk.set_visibility(events=sure.distinct(), visibility=Visibility.PUBLISHED, editor=editor)


def curate(editor: User) -> Timeline:
    """Create the example's timeline with its eras, or return it unchanged if it is there already."""
    if known := Timeline.objects.filter(slug=_TIMELINE["slug"]).first():
        return known
    eras = [Era(**era) for era in _ERAS]
    return desk.save_timeline(timeline=Timeline(**_TIMELINE), editor=editor, keep=eras)
