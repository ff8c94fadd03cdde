"""Odd values, percent-encoded as in paths, queries and forms."""

from __future__ import annotations

import json
from random import Random
from urllib.parse import quote

_TEXTS = [
    # nothing, and next to nothing
    "", " ", "\t", "\n", "\r\nSet-Cookie: a=b", "\x00", "a\x00b", "\x1b", "\u200b", "\u2028", "\ufeff", "\ufffe",
    # numbers
    "0", "-1", "-0", "+1", "1.5", "1e309", "NaN", "Infinity", "0x10", "1_000", "٣", "۳", "²", "Ⅷ", "𝟗",
    "2147483647", "2147483648", "9223372036854775807", "9223372036854775808", "9" * 25, "9" * 5_000, "-" + "9" * 30,
    # dates
    "2025-13-41", "2025-02-30", "0000", "0001-01-01", "0001", "9999", "9999-12-31", "9999-12", "9999-24", "999X",
    "99XX", "00XX", "10000-01-01", "-0044", "2022/..", "../9999", "../9999-12-31", "../..", "/", "9999/9999",
    "0001/9999",
    "٢٠٢٠-٠٨", "۲۰۲۰", "2025-W07", "2025-09-01T24:00", "2025-09-01T14:30", "tomorrow", "2025-09-01 ",
    # letters of every script, and direction marks
    "x" * 10_000, "ا" * 3_000, "e" + "\u0301" * 500, "👩\u200d🚒", "\u202eabc", "\u2066abc", "\u2069\u202c", "İ", "ß",
    "ﷺ",
    # injections for other programs
    "%", "%s", "%(x)s", "{}", "{0.__class__}", "{% now %}", "${x}", "'", '"', "');--", "\\", "\\x", "(((", "[a", "*",
    "?", "a:*", "&|!", "<script>", "<!--", "../../etc/passwd", "//example.com", "http://[::1", "javascript:x", "a,b;c",
    # of another kind than asked for
    "null", "true", "[]", "[[]]", "{}", '{"a": 1}', "None", "undefined", "a" * 201, "b" * 501,
    # what other parameters mean
    "published", "all", "AGREE", "JOR", "name:en:nobody", "en", "csv", "xml", "pinned", "1,2",
]  # fmt: skip
#: Not the encoding of any text.
_BROKEN = ["%FF", "%C3%28", "%ED%A0%80", "%F4%90%80%80", "%", "%zz", "%u0041", "%00%FF", "+", "%C0%80"]
ENCODED = [*(quote(text, safe="") for text in _TEXTS), *_BROKEN]

#: JSON in place of a text; the lone surrogate is one that JSON can write and no encoding can hold.
JSON: list[object] = [
    *_TEXTS,
    None,
    True,
    0,
    -1,
    1.5,
    10**40,
    [],
    [[]],
    ["a"],
    {},
    {"a": "b"},
    "\ud800",
    "a\udfffb",
    [None] * 100,
]
#: In place of a whole body; brackets that nest deeper than any parser follows among them.
BODIES = [
    b"",
    b"null",
    b"[]",
    b"1",
    b'"a"',
    b"{",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"a":' * 2_000,
    b"NaN",
    b"{} {}",
    b"\x00",
]


def some(random: Random, values: list[str], most: int) -> list[str]:
    """At most ``most`` of them, in random order."""
    return random.sample(values, min(most, len(values)))


def query_of(random: Random, names: list[str]) -> str:
    """Some of the names with odd values; one is often given several times, as a list, or among others."""
    pairs = []
    for name in some(random, names, random.choice([1, 1, 1, 2, 4])):
        times = random.choice([1, 1, 1, 1, 2, 30])
        pairs += [
            f"{quote(name)}{random.choice(['', '', '', '[]', '[a]'])}={value}" for value in some(random, ENCODED, times)
        ]
    return "&".join(pairs)


def json_of(random: Random, names: list[str], good: dict[str, object]) -> str:
    """A good body in which some values are odd, some missing, and one nobody asked for."""
    sent = dict(good)
    for name in some(random, names, random.choice([1, 1, 2, 4])):
        sent[name] = random.choice(JSON)
    if random.random() < 0.3:
        sent.pop(random.choice(names), None)
    return json.dumps(sent | {"nobody asked": random.choice(JSON)})
