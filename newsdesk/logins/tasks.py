"""The worker's tasks for logins."""

from __future__ import annotations

from axes.handlers.proxy import AxesProxyHandler
from celery import shared_task
from django.contrib.auth.forms import PasswordResetForm
from django.utils import translation

from newsdesk.logins.guard import KNOWN_DAYS


@shared_task(ignore_result=True, expires=3600)
def send_reset_mail(address: str, *, host: str, secure: bool, language: str) -> None:
    """Mail a link for a new password to this address, if it belongs to an account."""
    form = PasswordResetForm({"email": address})
    if form.is_valid():
        with translation.override(language):
            form.save(
                domain_override=host,
                use_https=secure,
                subject_template_name="registration/new_password_subject.txt",
                email_template_name="registration/new_password_mail.txt",
            )


@shared_task(ignore_result=True, expires=3600)
def forget_old_logins() -> None:
    """Delete records of logins that are too old for the guard to use."""
    AxesProxyHandler.reset_logs(age_days=KNOWN_DAYS)
