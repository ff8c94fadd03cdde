"""The settings of logins and mail, imported by ``newsdesk.settings``."""

from __future__ import annotations

from datetime import timedelta

import environ
from django.core.exceptions import ImproperlyConfigured

_env = environ.Env()

# The first one is used for new hashes; a password with another hash is hashed again at its owner's next login.
PASSWORD_HASHERS = [
    f"django.contrib.auth.hashers.{name}PasswordHasher" for name in ("Argon2", "PBKDF2", "PBKDF2SHA1", "Scrypt")
]
LOGIN_URL = "admin:login"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
# How many proxies in front append to X-Forwarded-For.  With none the header is ignored, as anybody can send it.
PROXIES = _env.int("PROXIES", default=0)
# After so many wrong passwords logins have to wait: for one account from one address, and for one of the two alone
# (newsdesk.logins.guard).
LOGIN_FAILURES = _env.int("LOGIN_FAILURES", default=5)
LOGIN_FAILURES_MANY = _env.int("LOGIN_FAILURES_MANY", default=50)
LOGIN_PAUSE_MINUTES = _env.int("LOGIN_PAUSE_MINUTES", default=15)
AXES_HANDLER = "newsdesk.logins.guard.LoginGuard"
AXES_FAILURE_LIMIT = LOGIN_FAILURES
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_COOLOFF_TIME = timedelta(minutes=LOGIN_PAUSE_MINUTES)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "newsdesk.logins.addresses.client_address"
AXES_LOCKOUT_CALLABLE = "newsdesk.logins.locked.answer_locked"
# Not stored with failures: people sometimes type their password as the name.  Operators need only the address.
AXES_SENSITIVE_PARAMETERS = ["username"]
AXES_ENABLE_ADMIN = AXES_VERBOSE = False

# --- mail -----------------------------------------------------------------------------------
# Without EMAIL_URL passwords cannot be replaced by mail, and no page offers it.
MAIL_IS_SET_UP = bool(_env.str("EMAIL_URL", default=""))
if MAIL_IS_SET_UP:
    globals().update(_env.email("EMAIL_URL"))
    DEFAULT_FROM_EMAIL = _env.str("EMAIL_FROM", default="")
    if not DEFAULT_FROM_EMAIL:
        raise ImproperlyConfigured("EMAIL_URL is set: set EMAIL_FROM too, the address that mails come from")
EMAIL_TIMEOUT = 10
PASSWORD_RESET_TIMEOUT = 3600
# How many mails for a new password one network address may ask for, and how many one mailbox gets.
RESET_MAIL_RATE = _env.str("RESET_MAIL_RATE", default="5/hour")
