"""The admin site: its titles, the language switch in its header, and the editor's start page.

It is outside ``events`` because Django creates it before models may be imported.
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
    """Wrap an admin view, so that addresses and forms made by hand reach it in a form that it can handle."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        request.GET, request.POST = _sensible(request.GET), _sensible(request.POST)  # type: ignore[assignment]
        return view(request, *args, **kwargs)

    return asked


def _sensible(asked: QueryDict) -> QueryDict:
    """Drop parameters that Django's admin does not check: chosen rows that are not numbers, and a blank column."""
    from events.admin.rows import row_number

    if ACTION_CHECKBOX_NAME not in asked and TO_FIELD_VAR not in asked:
        return asked
    kept = asked.copy()
    kept.setlist(ACTION_CHECKBOX_NAME, [one for one in asked.getlist(ACTION_CHECKBOX_NAME) if row_number(one)])
    if not kept.get(TO_FIELD_VAR):
        kept.pop(TO_FIELD_VAR, None)
    return kept


def _other_languages(request: HttpRequest) -> list[dict[str, str]]:
    """Links to the same page in the other languages of the interface, each with its name in itself."""
    return [
        {
            "code": code,
            "name": get_language_info(code)["name_local"],
            "url": translate_url(request.get_full_path(), code),
        }
        for code, _name in settings.LANGUAGES
        if code != get_language()
    ]
