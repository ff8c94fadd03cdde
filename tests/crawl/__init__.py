"""What strangers can read, all of it: ``crawl(client)`` asks every public address and keeps each answer to the byte."""

from tests.crawl.crawl import Answer, Crawl, ask, crawl
from tests.crawl.differing import assert_same, differing

__all__ = ["Answer", "Crawl", "ask", "assert_same", "crawl", "differing"]
