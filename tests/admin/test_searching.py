"""The lists' search boxes find words as the readers' search does, and addresses and keys as typed."""

from __future__ import annotations

from typing import Any

import pytest

from events.models import Actor, Article, Outlet, Place, Timeline
from tests import factories

pytestmark = pytest.mark.django_db
MODELS: list[Any] = [Actor, Article, Outlet, Place, Timeline]


@pytest.fixture
def rows() -> None:
    factories.an_actor("SYR", ar="سورية")
    factories.an_actor("LBR", en="Labour Party")
    factories.a_place("p:syria", ar="سوريا")
    outlet = factories.an_outlet("صحيفة أميركية")
    outlet.url = "https://press.example.org/front"
    outlet.save()
    factories.an_article(title="اتفاقيات", author="José", url="https://example.org/2025/x%25y", outlet=outlet)
    factories.an_article(title="Harbour")
    factories.a_timeline("gas-line", title_en="Organisation", title_ar="الغاز")


def listed(browser, model, words: str) -> int:
    answer = browser.get(f"/en/admin/events/{model._meta.model_name}/", {"q": words})
    assert answer.status_code == 200
    return len(answer.context["cl"].result_list)


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize(
    ("model", "words"),
    [
        (Actor, "وسوريا"), (Actor, "labor"), (Actor, "LB"), (Place, "السورية"), (Place, "p:syr"), (Outlet, "صحف"),
        (Outlet, "أمريكي"), (Outlet, "press.example"), (Article, "اتفاقية"), (Article, "jose"), (Article, "2025/x%25y"),
        (Article, "الأمريكية اتفاق"), (Article, "harbors"), (Timeline, "organization"), (Timeline, "بالغاز"),
        (Timeline, "gas-line"),
    ],
)  # fmt: skip
def test_search_finds_the_one_matching_row(as_editor, model, words: str) -> None:
    assert listed(as_editor, model, words) == 1


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("words", ["_", "🙂", "nobody", "اتفاقية nobody"])
def test_search_without_a_match_lists_nothing(as_editor, model, words: str) -> None:
    assert listed(as_editor, model, words) == 0


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("model", MODELS)
def test_blank_search_lists_all_rows(as_editor, model) -> None:
    assert listed(as_editor, model, " ") == model.objects.count()
