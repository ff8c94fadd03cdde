"""JSON from anywhere: whatever is sent, the answer is never a fault of ours."""

from __future__ import annotations

from typing import IO, Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser


class PatientJSONParser(JSONParser):
    """DRF's, which forgets that brackets may be nested without end."""

    def parse(self, stream: IO[Any], media_type: str | None = None, parser_context: Any = None) -> Any:
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError as error:
            raise ParseError(_("The JSON is nested too deeply.")) from error
