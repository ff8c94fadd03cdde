"""The example's way through the newsroom: pasted by an editor, read by the worker, published, curated.

Every step may be done again: what is there already is left as it is, and what an editor decided stays.
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

#: What an editor in a hurry would publish; the rest stays proposed, to be reviewed.
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
    """The article, pasted unless it is in already; one that failed is read again."""
    body = example.body.strip()
    known = Article.objects.filter(content_hash=content_hash(body)).first()
    if known is None:
        return desk.submit_article(
            submitted_by=editor, body=body, publication_date=example.published, title=example.title,
            language=example.language, outlet=desk.outlet_named(name=example.outlet, by=editor),
        )  # fmt: skip
    return desk.run_again(article=known) if known.state == ArticleState.FAILED else known


def wait(articles: Sequence[Article], seconds: float) -> list[Article]:
    """Wait until the worker is done with all of them, for so many seconds at most; return those it is not done with."""
    late = time.monotonic() + seconds
    unfinished = Article.objects.filter(pk__in=[article.pk for article in articles]).exclude(state=ArticleState.DONE)
    while unfinished.exclude(state=ArticleState.FAILED).exists() and time.monotonic() < late:
        time.sleep(_PAUSE_SECONDS)
    return list(unfinished)


def publish(articles: Sequence[Article], editor: User) -> int:
    """Publish what is sure and matters, where no editor has decided yet; return how many."""
    sure = Event.objects.to_review().filter(
        sources__article__in=articles, confidence__gte=LEAST_CONFIDENCE, salience__gte=LEAST_SALIENCE, decisions=None
    )
    return desk.set_visibility(events=sure.distinct(), visibility=Visibility.PUBLISHED, editor=editor)


def curate(editor: User) -> Timeline:
    """The example's timeline before its eras; one that is there, changed by an editor or not, stays as it is."""
    if known := Timeline.objects.filter(slug=_TIMELINE["slug"]).first():
        return known
    eras = [Era(**era) for era in _ERAS]
    return desk.save_timeline(timeline=Timeline(**_TIMELINE), editor=editor, keep=eras)
