#!/bin/sh
# Package: Django 5.2.19 (Python), ConditionalGetMiddleware
# Valid input: GET with If-Unmodified-Since (a day in the year 2100) for a page that has an ETag and no Last-Modified.
# Behaviour: 412 Precondition Failed.  RFC 9110, 13.1.4: the field is to be ignored where the resource has no
# modification date.  The middleware gives every page an ETag and none a date, so every page that says nothing of its
# age answers 412 to a client that sends the field; If-Modified-Since, its counterpart, is ignored as it should be.
# Output seen:
#   plain 200, If-Modified-Since 200, If-Unmodified-Since 412
# Ends with 0 while it is so, with 1 when it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check django==5.2.19
"$folder/venv/bin/python" - <<'PYTHON' | tee "$folder/said"
import logging

import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=["django.middleware.http.ConditionalGetMiddleware"]
)
django.setup()
logging.disable()

from django.http import HttpResponse
from django.test import Client
from django.urls import path

urlpatterns = [path("", lambda request: HttpResponse("a page"))]
day = "Fri, 01 Jan 2100 00:00:00 GMT"
asked = {"plain": {}, "If-Modified-Since": {"If-Modified-Since": day}, "If-Unmodified-Since": {"If-Unmodified-Since": day}}
print(", ".join(f"{name} {Client().get('/', headers=sent).status_code}" for name, sent in asked.items()))
PYTHON
echo "plain 200, If-Modified-Since 200, If-Unmodified-Since 412" | cmp "$folder/said" -
