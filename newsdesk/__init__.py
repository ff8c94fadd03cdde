"""The Django project: settings, addresses, Celery and the server entry points."""
