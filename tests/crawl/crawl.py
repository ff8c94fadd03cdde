"""Asks every public address: of the URL configuration, of the sitemap, and of every link in what was answered.

Each kind is asked with every parameter that it takes, one value at a time.  Nothing of an answer is left out but what
no two answers share: CSRF tokens, the nonce of a script, and the Date header.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlencode, urljoin, urlsplit

from django.test import Client

from tests.addresses import parameters_of, public_addresses, query_samples

_HOST = "testserver"
#: More would be a trap that links lead ever deeper into; never cut off in silence.
_MOST = 6_000
_LINK = re.compile(
    rb"""(?:href|src|action)="([^"]*)" | value="(http[^"]*)" | "(/[^"]*)" | <loc>([^<]*)< | URL:(http[^\r\n]*)""", re.X
)
_MASKED = [
    (re.compile(r'(csrfmiddlewaretoken"\s+value="|X-CSRFTOKEN"\] = "|csrftoken=)\w*', re.I), r"\1TOKEN"),
    (re.compile(r"(csrftoken=TOKEN; expires=)[^;]*"), r"\1LATER"),
    (re.compile(r"""(nonce[=-]["']?)[\w+/=-]+"""), r"\1NONCE"),
]


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


#: Address → its answer.
Crawl = dict[str, Answer]


def crawl(client: Client, also: Iterable[str] = ()) -> Crawl:
    """All that ``client`` can be led to, and what it is told to ask as well.

    Links are followed from page to page; those with a query lead on to pages without, or each filter would be combined
    with every other.
    """
    answers: Crawl = {}
    waiting = deque([*_configured(), *_asked(), *also])
    while waiting:
        address = waiting.popleft()
        if address in answers:
            continue
        if len(answers) >= _MOST:
            raise AssertionError(f"more than {_MOST} addresses, the last is {address}")
        answers[address] = _ask(client, address)
        waiting += [link for link in _links(address, answers[address]) if "?" not in address or "?" not in link]
    return answers


def ask(client: Client, addresses: Iterable[str]) -> Crawl:
    """These addresses alone."""
    return {address: _ask(client, address) for address in addresses}


def _configured() -> Iterator[str]:
    return (address.path for address in public_addresses())


def _asked() -> Iterator[str]:
    """Each kind of address, in each language, with the parameters that it takes, one value at a time.

    Those that stand alone are asked for every value, in one language; in the other, and on a subject's page, which
    shows of fewer events what another page shows of all, for the first and the last of each parameter (the last is one
    that nobody knows).  Frames are those pages in another layout.
    """
    samples = query_samples()
    seen = set[tuple[str, str]]()
    for address in public_addresses():
        if (address.name, address.language) in seen or "embed" in address.name:
            continue
        seen.add((address.name, address.language))
        for name in parameters_of(address.name):
            first_and_last = dict.fromkeys([samples[name][0], samples[name][-1]])
            values = first_and_last if address.values or address.language == "en" else samples[name]
            yield from (f"{address.path}?{urlencode([(name, value)])}" for value in values)


def _ask(client: Client, address: str) -> Answer:
    client.cookies.clear()
    response = client.get(address)
    headers = {name: value for name, value in response.headers.items() if name != "Date"}
    headers |= {f"Set-Cookie {name}": cookie.OutputString() for name, cookie in response.cookies.items()}
    headers.pop("Content-Length", None)  # that of the body as it is compared
    body = response.getvalue()
    if b"csrf" in body.lower() or b"nonce" in body:
        body = _masked(body.decode()).encode()
        headers.pop("ETag", None)  # made of a body with a token in it
    return Answer(response.status_code, tuple(sorted((name, _masked(value)) for name, value in headers.items())), body)


def _masked(text: str) -> str:
    for pattern, mask in _MASKED:
        text = pattern.sub(mask, text)
    return text


def _links(address: str, answer: Answer) -> Iterable[str]:
    """Addresses of this site in an answer, but for files that never change and the newsroom's own pages."""
    found = {part for groups in _LINK.findall(answer.body) for part in groups if part}
    found |= {value.encode() for name, value in answer.headers if name == "Location"}
    for link in sorted(found):
        target = urlsplit(urljoin(f"http://{_HOST}{address}", unescape(link.decode()).replace("webcal:", "http:")))
        if (target.scheme, target.netloc) != ("http", _HOST) or not target.path.startswith("/"):
            continue
        if not target.path.startswith("/static/") and "/admin/" not in target.path:
            yield f"{target.path}?{target.query}" if target.query else target.path
