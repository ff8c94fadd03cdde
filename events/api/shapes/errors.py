"""Errors, and the responses of an address for the OpenAPI document."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiExample, OpenApiResponse
from rest_framework import serializers


class FaultShape(serializers.Serializer):
    code = serializers.CharField(help_text="Stable code, the same in every language.")
    message = serializers.CharField(help_text="Message for people, in the language of the request.")


class ErrorShape(serializers.Serializer):
    code = serializers.CharField(help_text="Stable code, the same in every language.")
    detail = serializers.CharField(help_text="Message for people, in the language of the request.")

    def get_fields(self) -> dict[str, serializers.Field]:
        """Add ``errors`` here: as an attribute it would hide the one that every serializer has."""
        help_text = "Field or parameter → its errors."
        errors = serializers.DictField(child=FaultShape(many=True), required=False, help_text=help_text)
        return super().get_fields() | {"errors": errors}


_DUPLICATE = OpenApiExample(
    "Duplicate article",
    value={
        "code": "invalid",
        "detail": "Some values are not valid.",
        "errors": {
            "body": [{"code": "duplicate", "message": "This article has already been added: #12 “Harbour talks”."}]
        },
    },
    response_only=True,
    status_codes=["400"],
)

_ERRORS = {
    400: "A value is not valid; `errors` says which and why.",
    401: "Not signed in. Send `Authorization: Token …`.",
    403: "You do not have permission.",
    404: "Not found, or not visible to you.",
    406: "The API only answers in JSON.",
    413: "The request is too large.",
    415: "Send JSON or a form.",
    429: "Too many requests; wait for the seconds in `Retry-After`.",
    503: "The database is not responding; wait for the seconds in `Retry-After`.",
}


def answers(shape: Any, *errors: int, status: int = 200) -> dict[int, Any]:
    """The responses of an address: ``shape`` for a success, and these errors."""
    return {status: shape} | {code: _error(code) for code in (*errors, 406, 503)}


def _error(code: int) -> OpenApiResponse:
    return OpenApiResponse(ErrorShape, description=_ERRORS[code], examples=[_DUPLICATE] if code == 400 else [])
