"""The REST API under ``/api/v1/``: checks what is asked, asks ``reading`` or ``desk``, answers in JSON."""
