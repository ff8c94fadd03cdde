"""What stands between the web server and Django: who may send how much, and who waits for whom.

The server calls an ASGI application.  Whatever a slow client does, it does to a coroutine here; Django's pages run on
threads (``pages``), which hold a request that has come in whole and give an answer that goes out on its own.
"""
