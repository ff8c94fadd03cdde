"""Request bodies up to the size that is taken in; DRF's own parsers read without end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from django.utils.translation import gettext as _
from rest_framework.parsers import FormParser, JSONParser

from events.api.errors import TooLarge


def check_length(context: Mapping[str, Any]) -> None:
    """Refuse by the announced length; without one, the server gives no body to read."""
    length = int(context["request"].META.get("CONTENT_LENGTH") or 0)
    if length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        raise TooLarge(_("At most %(most)s bytes are taken.") % {"most": settings.DATA_UPLOAD_MAX_MEMORY_SIZE})


class BoundedJSONParser(JSONParser):
    def parse(self, stream: IO[Any], media_type: str | None = None, parser_context: Any = None) -> Any:
        check_length(parser_context)
        return super().parse(stream, media_type, parser_context)


class BoundedFormParser(FormParser):
    def parse(self, stream: IO[Any], media_type: str | None = None, parser_context: Any = None) -> Any:
        check_length(parser_context)
        return super().parse(stream, media_type, parser_context)
