"""Replacing a forgotten password by mail, without revealing whether an address has an account.

The answer is the same for every address and takes the same time: it only sends a message to the worker, which looks the
address up and mails a link if there is an account.
"""

from __future__ import annotations

import logging
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm, SetPasswordForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

from newsdesk.celery import app
from newsdesk.logins.addresses import client_address

logger = logging.getLogger(__name__)


class MailsAskedFor(SimpleRateThrottle):
    """Limits how many mails one network address may ask for, or how many one mailbox gets."""

    scope = "reset-mail"

    def __init__(self, whose: str) -> None:
        self._whose = whose
        super().__init__()

    def get_rate(self) -> str:
        return str(settings.RESET_MAIL_RATE)

    def get_cache_key(self, request: Request, view: APIView) -> str:
        return self.cache_format % {"scope": self.scope, "ident": self._whose}

    def allows(self, request: HttpRequest) -> bool:
        """Count one more mail; returns False, without counting it, if that would be too many."""
        return self.allow_request(Request(request), APIView())


class InAdminsFrame(views.PasswordContextMixin):
    """Shows the page in the layout of the admin, with its titles and its language switch."""

    request: HttpRequest

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        frame = {**admin.site.each_context(self.request), "has_permission": False, "is_nav_sidebar_enabled": False}
        return {**frame, **super().get_context_data(**context)}


class Ask(InAdminsFrame, views.PasswordResetView):
    """The page where somebody asks for a mail."""

    def form_valid(self, form: PasswordResetForm) -> HttpResponse:
        mailbox: str = form.cleaned_data["email"]
        try:
            if not MailsAskedFor(f"by-{client_address(self.request)}").allows(self.request):
                return self._refuse(form, 429, _("Too many emails were requested. Try again later."))
            if MailsAskedFor(f"to-{mailbox.casefold()}").allows(self.request):
                self._send(mailbox)
        except (OperationalError, RedisError) as error:
            logger.warning("no mail for a new password, the broker does not answer: %s", error)
            return self._refuse(form, 503, _("Emails cannot be sent right now. Try again later."))
        # Without calling the parent, which would look the address up now and so take longer if there is an account.
        return HttpResponseRedirect(self.get_success_url())

    def _send(self, mailbox: str) -> None:
        about = {"host": self.request.get_host(), "secure": self.request.is_secure(), "language": get_language()}
        app.send_task("newsdesk.logins.tasks.send_reset_mail", args=[mailbox], kwargs=about)

    def _refuse(self, form: PasswordResetForm, status: int, why: str) -> HttpResponse:
        form.add_error("email", why)
        answer = self.form_invalid(form)
        answer.status_code = status
        return answer


class Asked(InAdminsFrame, views.PasswordResetDoneView):
    """The page that says that a mail is on its way if the address has an account."""


class Choose(InAdminsFrame, views.PasswordResetConfirmView):
    """The page behind the link in the mail, where the new password is chosen."""

    def form_valid(self, form: SetPasswordForm) -> HttpResponse:
        answer = super().form_valid(form)
        # The owner of the mailbox should not be locked out by wrong passwords that somebody else tried.
        AxesProxyHandler.reset_attempts(username=form.user.get_username())
        return answer


class Chosen(InAdminsFrame, views.PasswordResetCompleteView):
    """The page that says that the password was changed, with a link to the login."""


def addresses() -> list[URLPattern]:
    """The URL patterns of these pages; none if mail is not set up, and then the login page has no link to them."""
    if not settings.MAIL_IS_SET_UP:
        return []
    return [
        path("admin/new-password/", Ask.as_view(), name="admin_password_reset"),
        path("admin/new-password/asked/", Asked.as_view(), name="password_reset_done"),
        path("admin/new-password/<uidb64>/<token>/", Choose.as_view(), name="password_reset_confirm"),
        path("admin/new-password/chosen/", Chosen.as_view(), name="password_reset_complete"),
    ]
