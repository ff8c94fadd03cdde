"""The form of all errors: a stable ``code``, a sentence, and for invalid values the faults of each field.

{"code": "invalid", "detail": "…", "errors": {"body": [{"code": "duplicate", "message": "…"}]}}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, RequestDataTooBig, TooManyFieldsSent
from django.core.exceptions import ValidationError as DeskError
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException, ErrorDetail, ValidationError
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import exception_handler


class TooLarge(APIException):
    """The request has more bytes than the limit."""

    status_code = 413
    default_code = "too_large"


class TooManyFields(APIException):
    """The request has more fields or parameters than the limit."""

    status_code = 400
    default_code = "too_many_fields"


def answer_error(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler.  It returns None for unexpected exceptions, which become a 500."""
    if isinstance(error, DeskError):
        error = as_api_error(error)
    elif isinstance(error, RequestDataTooBig):
        error = TooLarge(_("The limit is %(most)s bytes.") % {"most": settings.DATA_UPLOAD_MAX_MEMORY_SIZE})
    elif isinstance(error, TooManyFieldsSent):
        error = TooManyFields(_("The limit is %(most)s fields.") % {"most": settings.DATA_UPLOAD_MAX_NUMBER_FIELDS})
    response = exception_handler(error, context)
    if response is not None and isinstance(error, ValidationError):
        response.data = {
            "code": "invalid", "detail": _("Some values are not valid."), "errors": _by_field(error.detail),
        }  # fmt: skip
    elif response is not None:
        response.data = {"code": _code(error, response), "detail": str(response.data.get("detail", ""))}
    return response


def as_api_error(error: DeskError) -> ValidationError:
    """Convert a Django ValidationError, from the desk or from filters, to DRF's, with the same fields and codes."""
    by_field = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.error_list}
    return ValidationError(
        {
            _field(name): [ErrorDetail(fault.messages[0], fault.code or "invalid") for fault in faults]
            for name, faults in by_field.items()
        }
    )


def _field(name: str) -> str:
    return api_settings.NON_FIELD_ERRORS_KEY if name == NON_FIELD_ERRORS else name


def _by_field(detail: Any) -> dict[str, list[dict[str, str]]]:
    if not isinstance(detail, Mapping):
        detail = {api_settings.NON_FIELD_ERRORS_KEY: detail}
    return {
        name: [{"code": fault.code or "invalid", "message": str(fault)} for fault in _flat(faults)]
        for name, faults in detail.items()
    }


def _flat(faults: Any) -> list[ErrorDetail]:
    if isinstance(faults, Mapping):
        faults = list(faults.values())
    return [deep for fault in faults for deep in _flat(fault)] if isinstance(faults, list) else [faults]


def _code(error: Exception, response: Response) -> str:
    codes = error.get_codes() if isinstance(error, APIException) else None
    return codes if isinstance(codes, str) else {403: "permission_denied", 404: "not_found"}[response.status_code]
