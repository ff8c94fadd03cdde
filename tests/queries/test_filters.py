"""Filters are checked once, whoever asks."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from events.models import Event
from events.queries.filters import Filters
from tests import factories


def faults(asked: str | dict) -> dict[str, list[str | None]]:
    """Parameter → codes of what is wrong with it."""
    params = QueryDict(asked) if isinstance(asked, str) else asked
    with pytest.raises(ValidationError) as caught:
        Filters.parse(params)
    return {name: [fault.code for fault in found] for name, found in caught.value.error_dict.items()}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", Filters()),
        ("q=&type=&from=", Filters()),
        ("from=2025-09-01&to=2025-09-03", Filters(first=date(2025, 9, 1), last=date(2025, 9, 3))),
        ("from=2025-09&to=2025-09", Filters(first=date(2025, 9, 1), last=date(2025, 9, 30))),
        ("from=199X&to=2025", Filters(first=date(1990, 1, 1), last=date(2025, 12, 31))),
        ("type=AGREE&type=CONSULT&type=AGREE", Filters(types=("AGREE", "CONSULT"))),
        ("actor=RUS&actor=CHN", Filters(actors=("RUS", "CHN"))),
        ("lang=ar&lang=en&place=JO", Filters(languages=("ar", "en"), place="JO")),
        ("status=planned&q=+%D9%85%D8%B9%D8%A7%D9%87%D8%AF%D8%A9+", Filters(statuses=("planned",), words="معاهدة")),
        ("limit=5&ui=ar", Filters()),
    ],
)
def test_query_string_is_parsed(query: str, expected: Filters) -> None:
    assert Filters.parse(QueryDict(query)) == expected


def test_saved_filter_is_parsed_like_a_query_string() -> None:
    saved = {"type": ["AGREE"], "actor": "RUS", "q": "gas", "from": "2020-01-01"}
    assert Filters.parse(saved) == Filters.parse(QueryDict("type=AGREE&actor=RUS&q=gas&from=2020-01-01"))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("type=WAR", {"type": ["unknown"]}),
        ("lang=fr&status=perhaps", {"lang": ["unknown"], "status": ["unknown"]}),
        ("from=yesterday", {"from": ["date"]}),
        ("from=2025-02-30", {"from": ["date"]}),
        ("to=2022/..", {"to": ["date"]}),
        ("from=2026&to=2025", {"to": ["order"]}),
        ("q=" + "a" * 201, {"q": ["too_long"]}),
        ("place=" + "a" * 201, {"place": ["too_long"]}),
        ("&".join(f"actor=A{n}" for n in range(9)), {"actor": ["too_many"]}),
        ("q=a%00b", {"q": ["null_characters_not_allowed"]}),
        ({"type": 5}, {"type": ["invalid"]}),
        ({"actor": [["RUS"]]}, {"actor": ["invalid"]}),
    ],
)
def test_fault_is_reported_beside_its_parameter(asked: str | dict, expected: dict) -> None:
    assert faults(asked) == expected


@pytest.mark.parametrize(
    "query",
    [
        "from=2025-09-01&to=2025-09-30&type=AGREE&type=AID&actor=A&actor=B&place=P&lang=ar&status=planned&q=gas+field",
        "",
    ],
)
def test_filters_give_back_their_query_string(query: str) -> None:
    assert Filters.parse(QueryDict(query)).query() == query


@pytest.mark.django_db
class TestNarrowing:
    """One event that each filter lets through, and one that it does not."""

    @pytest.fixture(autouse=True)
    def rows(self, db) -> None:
        harbour = factories.a_place("JO-AQ", en="Aqaba")
        factories.an_event(
            title="Signed the harbour treaty", type="AGREE", edtf="2025-01", place=harbour,
            actors=[("JOR", "Jordan", "actor"), ("SAU", "Saudi Arabia", "target")],
        )  # fmt: skip
        factories.an_event(
            title="يزور الوفد المصنع", language="ar", edtf="2026-03-02", status="planned",
            actors=[("JOR", "الأردن", "actor")],
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("", {"2025-01", "2026-03-02"}),
            ("type=AGREE", {"2025-01"}),
            ("type=AGREE&type=CONSULT", {"2025-01", "2026-03-02"}),
            ("actor=JOR", {"2025-01", "2026-03-02"}),
            ("actor=JOR&actor=SAU", {"2025-01"}),
            ("actor=nobody", set()),
            ("place=JO-AQ", {"2025-01"}),
            ("lang=ar", {"2026-03-02"}),
            ("lang=ar&lang=en", {"2025-01", "2026-03-02"}),
            ("status=planned", {"2026-03-02"}),
            ("q=treaties", {"2025-01"}),
            ("q=مصنع", {"2026-03-02"}),
            ("q=treaty مصنع", set()),
            ("q=!!!", set()),
            ("from=2025-01-31&to=2025-02", {"2025-01"}),
            ("from=2025-02", {"2026-03-02"}),
        ],
    )
    def test_only_matching_events_remain(self, query: str, found: set[str]) -> None:
        events = Filters.parse(QueryDict(query)).in_window(Event.objects.published())
        assert set(events.values_list("edtf", flat=True)) == found


@pytest.mark.django_db
def test_event_with_sources_in_two_languages_is_found_under_both() -> None:
    event = factories.an_event(title="Opened the bridge", language="en")
    factories.a_source(event=event, title="افتتح الجسر", language="ar")
    for language in ("ar", "en"):
        assert Event.objects.in_languages(language).get() == event
