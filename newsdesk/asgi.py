"""The entry point of the web server: Django behind ``newsdesk.doors``."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")

django = get_wsgi_application()

# Imported here, because it needs the settings that the line above loads.
from newsdesk.doors.application import Doors  # noqa: E402

application = Doors(django, settings.WEB_THREADS)
