"""Anonymous clients are throttled; the timeline's own requests and users with a token are not."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from redis.exceptions import ConnectionError as RedisAway
from rest_framework.throttling import SimpleRateThrottle

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def counted(uncounted, settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "throttles"}}
    settings.API_ANONYMOUS_RATE = "2/min"
    cache.clear()


def statuses(client, path: str, method: str = "get", times: int = 3, **options) -> list[int]:
    return [getattr(client, method)(f"/api/v1/{path}", **options).status_code for _ in range(times)]


def test_anonymous_client_asking_too_often_is_429(stranger) -> None:
    assert statuses(stranger, "events/") == [200, 200, 429]
    answer = stranger.get("/api/v1/events/")
    assert answer.json()["code"] == "throttled"
    assert int(answer.headers["Retry-After"]) > 0


def test_forged_x_forwarded_for_does_not_evade_the_throttle(stranger) -> None:
    answers = [stranger.get("/api/v1/events/", headers={"X-Forwarded-For": f"10.0.0.{n}"}) for n in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]


@pytest.mark.parametrize("path", ["window/", "facets/"])
def test_window_and_facets_are_never_throttled(stranger, path: str) -> None:
    assert statuses(stranger, path) == [200, 200, 200]


def test_users_with_a_token_are_not_throttled(as_reporter) -> None:
    assert statuses(as_reporter, "events/") == [200, 200, 200]


def test_nobody_is_throttled_while_the_cache_is_down(stranger, monkeypatch, caplog) -> None:
    def away(*args: object) -> None:
        raise RedisAway("connection refused")

    monkeypatch.setattr(SimpleRateThrottle, "cache", type("Away", (), {"get": staticmethod(away)}))
    assert statuses(stranger, "events/") == [200, 200, 200]
    assert "the cache is away" in caplog.text
