"""The admin's frame: its names, the language switch in its header, and the editor's start page.

It stands outside ``events`` because Django makes it before any model may be imported.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import TO_FIELD_VAR
from django.http import HttpRequest, QueryDict
from django.template.response import TemplateResponse
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from newsdesk.logins.locked import LoginForm


class NewsroomAdminSite(AdminSite):
    site_header = _("Newsdesk")
    site_title = _("Newsdesk")
    index_title = _("Home")
    index_template = "admin/start.html"
    login_form = LoginForm

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().each_context(request), "other_languages": _other_languages(request)}

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        return super().admin_view(_asked_by_hand(view), cacheable)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        from events.admin.start_page import start_page

        return super().index(request, {**start_page(request), **(extra_context or {})})


def _asked_by_hand(view: Callable[..., Any]) -> Callable[..., Any]:
    """The view is given what a page of the admin can ask, whatever a hand-made address or form asks."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        request.GET, request.POST = _sensible(request.GET), _sensible(request.POST)  # type: ignore[assignment]
        return view(request, *args, **kwargs)

    return asked


def _sensible(asked: QueryDict) -> QueryDict:
    """Django looks for every chosen row, also for one whose number is none, and for a column of no name."""
    from events.admin.rows import row_number

    if ACTION_CHECKBOX_NAME not in asked and TO_FIELD_VAR not in asked:
        return asked
    kept = asked.copy()
    kept.setlist(ACTION_CHECKBOX_NAME, [one for one in asked.getlist(ACTION_CHECKBOX_NAME) if row_number(one)])
    if not kept.get(TO_FIELD_VAR):
        kept.pop(TO_FIELD_VAR, None)
    return kept


def _other_languages(request: HttpRequest) -> list[dict[str, str]]:
    """The same page in the languages that it is not shown in, each under its own name."""
    return [
        {
            "code": code,
            "name": get_language_info(code)["name_local"],
            "url": translate_url(request.get_full_path(), code),
        }
        for code, _name in settings.LANGUAGES
        if code != get_language()
    ]
