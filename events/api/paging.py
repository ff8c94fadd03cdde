"""Pages of lists, with the parameters ``page`` and ``limit``; deep pages are refused, because they are slow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ErrorDetail, NotFound, ValidationError
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response

from events.api.asked import number
from events.edtf import plain_figures

#: The last row that can be reached by pages; filters reach the others.
DEEPEST = 10_000


class Pages(PageNumberPagination):
    page_size = 50
    page_size_query_param = "limit"
    max_page_size = 200

    def get_page_size(self, request: Request) -> int:
        """The parameter ``limit``; raises ValidationError where DRF would silently use its default."""
        return number(request, self.page_size_query_param, default=self.page_size, least=1, most=self.max_page_size)

    def get_page_number(self, request: Request, paginator: Any) -> int:
        """The parameter ``page``; raises NotFound if it is not a number."""
        asked = plain_figures(request.query_params.get(self.page_query_param, "")) or "1"
        if not (asked.isascii() and asked.isdecimal()):
            raise NotFound(_("This page does not exist."))
        return int(asked[:12])

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any] | None:
        if self.get_page_number(request, None) * self.get_page_size(request) > DEEPEST:
            message = _("Pages end at row %(deepest)s. Narrow the list with “from” and “to”.") % {"deepest": DEEPEST}
            raise ValidationError({"page": [ErrorDetail(message, "too_deep")]})
        return super().paginate_queryset(queryset, request, view=view)


def answer_page(view: Any, queryset: Any, shown: Callable[[Sequence[Any]], list[Any]]) -> Response:
    """A response with one page of the rows, converted by ``shown``, their total number, and links to other pages."""
    pages = Pages()
    rows = pages.paginate_queryset(queryset, view.request, view=view)
    return pages.get_paginated_response(shown(rows or []))
