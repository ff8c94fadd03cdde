"""The layer between the web server and Django: it limits requests, and keeps slow clients away from Django's threads.

It is an ASGI application.  Slow clients occupy only a coroutine.  Django runs on threads (``pages``), which get a
request when all of it has arrived, and hand over the answer without waiting for the client.
"""
