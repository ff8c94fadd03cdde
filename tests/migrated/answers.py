"""What programs read: every address whose answer is data, not a page, and what it answers."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlencode

from django.test import Client

from tests.addresses import parameters_of, public_addresses, query_samples
from tests.crawl import Answer, Crawl, ask

#: Documents about the API, and what strangers cannot ask.
_NO_READING = {"api:schema", "api:docs", "api:token", "api:nowhere"}
_READINGS = {"site:feed", "site:calendar", "sitemap", "sitemap-index", "oembed"}


def readings() -> Iterator[str]:
    """Addresses in the database's rows: each, and each kind with its parameters, one value at a time."""
    samples = query_samples()
    for address in public_addresses():
        if address.name in _NO_READING or not (address.name.startswith("api:") or address.name in _READINGS):
            continue
        yield address.path
        for name in parameters_of(address.name):
            values = samples[name] if not address.values else ["ar"] if name == "ui" else []
            yield from (f"{address.path}?{urlencode([(name, value)])}" for value in values)


def read(addresses: Iterable[str]) -> Crawl:
    """A server error is an answer like others; of an HTML page only the status counts."""
    answers = ask(Client(raise_request_exception=False), addresses)
    return {
        address: answer if _is_reading(answer) else Answer(answer.status, (), b"")
        for address, answer in answers.items()
    }


def _is_reading(answer: Answer) -> bool:
    return not dict(answer.headers).get("Content-Type", "").startswith("text/html")


def keep(answers: Crawl, file: Path) -> None:
    """As JSON, packed; the same answers always make the same file."""
    told = {
        address: {"status": answer.status, "headers": dict(answer.headers), "body": answer.body.decode()}
        for address, answer in answers.items()
    }
    file.write_bytes(gzip.compress(json.dumps(told, ensure_ascii=False, indent=0).encode(), mtime=0))


def kept(file: Path) -> Crawl:
    told = json.loads(gzip.decompress(file.read_bytes()))
    return {
        address: Answer(answer["status"], tuple(sorted(answer["headers"].items())), answer["body"].encode())
        for address, answer in told.items()
    }
