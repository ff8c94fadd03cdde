"""All that anonymous visitors can read: ``crawl(client)`` requests every public address and keeps the bytes."""

from tests.crawl.crawl import Answer, Crawl, ask, crawl
from tests.crawl.differing import assert_same, differing

__all__ = ["Answer", "Crawl", "ask", "assert_same", "crawl", "differing"]
