"""The time rules of a language, compiled: name + pattern + resolver + contexts + examples, from time-rules*.toml."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from events.extraction.languages import Language
from events.extraction.timex.normalization import RESOLVERS
from events.extraction.timex.number_shapes import SHAPES
from events.extraction.timex.pattern_syntax import (
    Node,
    PatternError,
    Token,
    first_tokens,
    names_of,
    read_pattern,
    source,
    tokens_of,
)
from events.extraction.timex.token_codes import TokenCodes, word_class

_SHAPE_CLASSES = frozenset().union(*SHAPES.values())


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A row of time-rules*.toml.  Without a ``resolver`` it is a pattern for other rows to name."""

    UNIQUE = ("name",)
    name: str
    pattern: str
    resolver: str = ""  # a name of events.extraction.timex.normalization
    fixed: tuple[str, ...] = ()  # "unit=D": parts that the pattern does not name
    before: tuple[str, ...] = ()  # one of these tokens must stand before the match
    not_before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()  # one of these tokens must stand behind it
    not_after: tuple[str, ...] = ()
    attached: bool = False  # only behind a proclitic that is no "and" ("لأيام")
    match: tuple[str, ...] = ()  # texts with the match in [ ]
    reject: tuple[str, ...] = ()  # texts that this rule finds nothing in
    where: str = ""

    def faults(self) -> Iterator[str]:
        if self.resolver and self.resolver not in RESOLVERS:
            yield f"there is no resolver “{self.resolver}”"
        if self.resolver and not self.match:
            yield f"the rule “{self.name}” has no example (match = […])"
        if not all("=" in part for part in self.fixed):
            yield "“fixed” must be a list of “part=value”"


@dataclass(frozen=True, slots=True)
class Part:
    """A named part of a rule's pattern: its regular expression group, and the classes its value may come from."""

    group: str
    name: str
    classes: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A compiled rule; ``order`` is its place in the files, where the first of equals wins."""

    name: str
    order: int
    resolver: str
    regex: re.Pattern[str]
    parts: tuple[Part, ...]
    fixed: dict[str, str]
    before: frozenset[str] | None
    not_before: frozenset[str]
    after: frozenset[str] | None
    not_after: frozenset[str]
    attached: bool
    row: RuleRow

    def fits(self, before: str, after: str) -> bool:
        """May the match stand between these two codes?"""
        return (
            (self.before is None or before in self.before)
            and before not in self.not_before
            and (self.after is None or after in self.after)
            and after not in self.not_after
        )


@dataclass(eq=False)
class Rulebook:
    """All rules of a language, found by the code of the token a match can begin with."""

    token_codes: TokenCodes
    rules: list[Rule] = field(default_factory=list)
    by_first: dict[str, list[Rule]] = field(default_factory=dict)
    starts: re.Pattern[str] = field(default_factory=lambda: re.compile(r"(?!)"))
    doubled_month: re.Pattern[str] | None = None


def read_rulebook(language: Language) -> Rulebook:
    """Compile the language's words and rules; LanguageError for a pattern that is wrong or that nobody uses."""
    rows = language.rows("time-rules", RuleRow)
    nodes = _read_patterns(language, rows)
    token_codes = _token_codes(language, nodes, rows)
    book = Rulebook(token_codes)
    for order, row in enumerate(row for row in rows if row.resolver):
        _add(book, row, nodes[row.name], order)
    if book.by_first:
        book.starts = re.compile(f"[{''.join(book.by_first)}]")
    book.doubled_month = _doubled_month(token_codes)
    return book


def _read_patterns(language: Language, rows: tuple[RuleRow, ...]) -> dict[str, Node]:
    nodes: dict[str, Node] = {}
    used: set[str] = set()
    for row in rows:
        try:
            nodes[row.name] = read_pattern(row.pattern, nodes, used)
        except PatternError as error:
            raise language.fault(row.where, str(error)) from error
    for row in rows:
        if not row.resolver and row.name not in used:
            raise language.fault(row.where, f"nobody uses the pattern “{row.name}”")
    return nodes


def _token_codes(language: Language, nodes: dict[str, Node], rows: tuple[RuleRow, ...]) -> TokenCodes:
    forms = [(form, row.table, row.value) for row in language.lexicon("time-words") for form in row.forms]
    known = {table for _, table, _ in forms} | _SHAPE_CLASSES
    for row in rows:
        for token in (*tokens_of(nodes[row.name]), *map(Token, _context_words(row))):
            if not token.is_class:
                forms.append((token.what, word_class(language.fold(token.what)), token.what))
            elif token.what not in known:
                raise language.fault(row.where, f"there is no class {token.what}")
    token_codes = TokenCodes(language)
    token_codes.add(dict.fromkeys(forms))
    return token_codes


def _context_words(row: RuleRow) -> tuple[str, ...]:
    return row.before + row.not_before + row.after + row.not_after


def _add(book: Rulebook, row: RuleRow, node: Node, order: int) -> None:
    token_codes = book.token_codes
    first, empty = first_tokens(node)
    if empty:
        raise token_codes.language.fault(row.where, f"the rule “{row.name}” can match nothing at all")
    try:
        regex = re.compile(source(node, lambda token: f"[{token_codes.codes_of(token)}]", [0]))
    except KeyError as error:
        raise token_codes.language.fault(row.where, f"no word is ever written as {error} wants it") from error
    rule = Rule(
        row.name, order, row.resolver, regex, _parts(node), dict(part.split("=", 1) for part in row.fixed),
        _codes(token_codes, row.before) if row.before else None, _codes(token_codes, row.not_before),
        _codes(token_codes, row.after) if row.after else None, _codes(token_codes, row.not_after), row.attached, row,
    )  # fmt: skip
    book.rules.append(rule)
    bare = {code for token in first for code in token_codes.codes_of(token)}
    for code, without in token_codes.bare.items():
        if without in bare or code in bare:
            book.by_first.setdefault(code, []).append(rule)


def _parts(node: Node) -> tuple[Part, ...]:
    return tuple(
        Part(f"{named.name}__{number}", named.name, frozenset(_class_of(token) for token in tokens_of(named)))
        for number, named in enumerate(names_of(node))
    )


def _class_of(token: Token) -> str:
    return token.what if token.is_class else word_class(token.what)


def _codes(token_codes: TokenCodes, words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(code for word in words for code in token_codes.codes_of(Token(word), any_proclitic=True))


def _doubled_month(token_codes: TokenCodes) -> re.Pattern[str] | None:
    """Two month names with or without a mark between, which may be one month in two calendars' words."""
    tables = Counter(row.table for row in token_codes.language.lexicon("time-words"))
    if not {"MONTH", "OPEN", "CLOSE", "SEPARATOR"} <= tables.keys():
        return None
    month = f"[{token_codes.codes_of(Token('MONTH'))}]"
    first = f"[{token_codes.codes_of(Token('MONTH'), any_proclitic=True)}]"
    opening, closing, mark = (f"[{token_codes.codes_of(Token(name))}]" for name in ("OPEN", "CLOSE", "SEPARATOR"))
    more = "\x01*+"
    return re.compile(
        f"(?P<first>{first}{more})(?:{opening}(?P<enclosed>{month}{more}){closing}|{mark}?(?P<second>{month}{more}))"
    )
