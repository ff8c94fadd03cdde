"""Lists come in pages: ``page`` and ``limit``; deep ones are refused, because filters find faster."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response

#: The last row that pages reach.
DEEPEST = 10_000


class Pages(PageNumberPagination):
    page_size = 50
    page_size_query_param = "limit"
    max_page_size = 200

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any] | None:
        page = request.query_params.get(self.page_query_param, "1")
        if page.isdecimal() and int(page[:12]) * (self.get_page_size(request) or 1) > DEEPEST:
            message = _("Pages reach to row %(deepest)s; narrow the list by “from” and “to”.") % {"deepest": DEEPEST}
            raise ValidationError({"page": [ErrorDetail(message, "too_deep")]})
        return super().paginate_queryset(queryset, request, view=view)


def answer_page(view: Any, queryset: Any, shown: Callable[[Sequence[Any]], list[Any]]) -> Response:
    """One page of rows as ``shown`` puts them, with their number and the neighbouring pages."""
    pages = Pages()
    rows = pages.paginate_queryset(queryset, view.request, view=view)
    return pages.get_paginated_response(shown(rows or []))
