"""The REST API under ``/api/v1/``: it checks requests, calls ``queries`` or ``desk``, and answers in JSON."""
