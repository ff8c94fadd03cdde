"""Where two crawls differ, reported so that one can see what leaked."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from tests.crawl.crawl import Answer, Crawl

#: Addresses that are shown of those that differ.
_SHOWN = 12


def differing(one: Crawl, other: Crawl) -> list[str]:
    """The addresses whose answers differ; both crawls must have requested the same ones."""
    assert one.keys() == other.keys(), f"not asked in both: {sorted(one.keys() ^ other.keys())[:_SHOWN]}"
    return sorted(address for address in one if one[address] != other[address])


def assert_same(before: Crawl, after: Crawl) -> None:
    """Fail with the first lines of what differs."""
    found = differing(before, after)
    told = [line for address in found[:_SHOWN] for line in (address, *_told(before[address], after[address]))]
    assert not found, "\n".join([f"{len(found)} of {len(before)} addresses differ", *told])


def _told(before: Answer, after: Answer) -> Iterator[str]:
    if before.status != after.status:
        yield f"    status {before.status} → {after.status}"
    yield from (f"    was  {name}: {value}" for name, value in sorted({*before.headers} - {*after.headers}))
    yield from (f"    is   {name}: {value}" for name, value in sorted({*after.headers} - {*before.headers}))
    lines = unified_diff(_lines(before.body), _lines(after.body), lineterm="", n=0)
    yield from (f"    {line[:200]}" for line in list(lines)[3:9])


def _lines(body: bytes) -> list[str]:
    return body.decode(errors="replace").replace(', "', ',\n"').replace(',"', ',\n"').replace("><", ">\n<").splitlines()
