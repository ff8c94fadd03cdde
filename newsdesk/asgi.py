"""The entry point of the web server: Django's pages behind the doors."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")

django = get_wsgi_application()

# Needs the settings that the line above loads.
from newsdesk.doors.application import Doors  # noqa: E402

application = Doors(django, settings.WEB_THREADS)
