"""An environment whose variables mislead most programs that heed them."""

from __future__ import annotations

import os

NOWHERE = "/nowhere"
#: What a terminal may hold, by mistake or because another tool wants it so.
HOSTILE = {
    "PATH": os.environ["PATH"],
    # languages and clocks
    "LANG": "xx_YY.ISO-8859-6", "LC_ALL": "C", "LC_NUMERIC": "de_DE", "LANGUAGE": "ar", "TZ": "Pacific/Kiritimati",
    # Python and its tools
    "PYTHONHOME": NOWHERE, "PYTHONPATH": NOWHERE, "PYTHONSTARTUP": NOWHERE, "PYTHONWARNINGS": "error",
    "PYTHONOPTIMIZE": "2", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONSAFEPATH": "1",
    "PYTHONDONTWRITEBYTECODE": "1", "VIRTUAL_ENV": NOWHERE, "UV_PYTHON": "3.6", "PIP_TARGET": NOWHERE,
    "PIP_REQUIRE_VIRTUALENV": "1", "PYTEST_ADDOPTS": "--collect-only", "PYTEST_PLUGINS": "nowhere",
    "HYPOTHESIS_PROFILE": "nowhere",
    # Django, Celery, gunicorn
    "DJANGO_SETTINGS_MODULE": "nowhere.settings", "CELERY_BROKER_URL": "redis://nowhere",
    "FORKED_BY_MULTIPROCESSING": "1",
    "GUNICORN_CMD_ARGS": "--workers 0 --bind 0.0.0.0:1", "WEB_CONCURRENCY": "0",
    # PostgreSQL
    "PGHOST": NOWHERE, "PGPORT": "1", "PGUSER": "nobody", "PGDATABASE": "nowhere", "PGSERVICE": "nowhere",
    "PGOPTIONS": "-c search_path=nowhere", "PGTZ": "Pacific/Kiritimati", "PGDATA": NOWHERE,
    # Node.js
    "NODE_OPTIONS": "--require /nowhere.js", "NODE_PATH": NOWHERE, "NODE_ENV": "production",
    "NPM_CONFIG_PREFIX": NOWHERE,
    # the shell; there is no HOME at all
    "CDPATH": "/", "TMPDIR": NOWHERE, "COLUMNS": "1", "ENV": NOWHERE, "BASH_ENV": NOWHERE,
    "BASH_FUNC_cd%%": "() { exit 9; }",
    "POSIXLY_CORRECT": "1",
    # kept for package clients, and no way to pages of this machine
    "http_proxy": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9",
}  # fmt: skip
#: Settings that a person may well have in a terminal; `./run` heeds them, tests do not.
SETTINGS = {
    "TIME_ZONE": "Asia/Baghdad", "LANGUAGE_CODE": "ar", "ARABIC_DIGITS": "latn", "API_ANONYMOUS_RATE": "1/day",
    "DATABASE_URL": "postgres://nowhere/x", "REDIS_URL": "redis://nowhere", "SECRET_KEY": "x", "DEBUG": "true",
    "ALLOWED_HOSTS": "nowhere", "HTTPS": "true", "NEWSDESK_EDITOR_PASSWORD": "x", "ARTICLE_MIN_WORDS": "100",
}  # fmt: skip
