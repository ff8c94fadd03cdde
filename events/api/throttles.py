"""Limiting requests of anonymous clients (setting ``API_ANONYMOUS_RATE``; "" means no limit).

Counts are in the cache.  If the cache is away, requests are not limited, so that articles can still be submitted.
"""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from redis.exceptions import RedisError
from rest_framework.request import Request
from rest_framework.throttling import AnonRateThrottle

from newsdesk.logins.addresses import client_address

logger = logging.getLogger(__name__)


class AnonymousThrottle(AnonRateThrottle):
    """Limits requests by network address, for clients without token or login."""

    def get_rate(self) -> str | None:
        return settings.API_ANONYMOUS_RATE or None

    def get_ident(self, request: Request) -> str:
        return client_address(request) or ""

    def allow_request(self, request: Request, view: Any) -> bool:
        try:
            return super().allow_request(request, view)
        except RedisError as error:
            logger.warning("requests are not counted, the cache is away: %s", error)
            return True
