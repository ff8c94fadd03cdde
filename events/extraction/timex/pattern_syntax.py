"""The little language of time patterns, over tokens: words, classes of words, and patterns by name.

    MONTH            a token of that class (a table of time-words.toml, or a shape of number: DAY, YEAR, INT …)
    ago              this very word
    <number>         the pattern of that name
    day=DAY          a named part; a name may occur twice in alternatives
    +TENS            with the language's conjunction written before it ("والعشرين")
    ~unit=UNIT       with any proclitic before it, or none ("بشهر")
    ( a | b )  a?    alternatives; optional.  Nothing repeats without bound.

Tokens are encoded as one character each (see ``token_codes``), so that a pattern becomes a regular expression over a
very short string: :func:`source` writes it, :func:`first_codes` says which tokens it can begin with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

#: The code of a token that goes on with the expression of several words before it ("أول من أمس").
CONTINUED = "\x01"

_LEXEME = re.compile(
    r"\s*(?:(?P<name>\w+)=|<(?P<ref>[\w-]+)>|(?P<mark>[()|?])|(?P<join>[+~])|(?P<token>[^\s()|?<>=+~]+))"
)


class PatternError(ValueError):
    """The pattern cannot be read."""


@dataclass(frozen=True, slots=True)
class Token:
    """A class (all capitals) or a word; ``joined``: "+" behind the conjunction, "~" behind any proclitic or none."""

    what: str
    joined: str = ""

    @property
    def is_class(self) -> bool:
        return self.what[0].isascii() and self.what.isupper()


@dataclass(frozen=True, slots=True)
class Sequence:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Optional:
    part: Node


@dataclass(frozen=True, slots=True)
class Named:
    name: str
    part: Node


Node = Token | Sequence | Choice | Optional | Named
CodesOf = Callable[[Token], str]


def read_pattern(text: str, patterns: Mapping[str, Node], used: set[str]) -> Node:
    """Parse ``text``; names of patterns it uses are added to ``used``."""
    lexemes = list(_lexemes(text))
    node, position = _choice(lexemes, 0, patterns, used)
    if position != len(lexemes):
        raise PatternError(f"“{text}” has a “)” too many")
    return node


def tokens_of(node: Node) -> Iterator[Token]:
    """All tokens that occur in a pattern."""
    if isinstance(node, Token):
        yield node
    elif isinstance(node, Optional | Named):
        yield from tokens_of(node.part)
    else:
        for part in node.parts if isinstance(node, Sequence) else node.options:
            yield from tokens_of(part)


def names_of(node: Node) -> Iterator[Named]:
    """All named parts of a pattern, outer ones first."""
    if isinstance(node, Named):
        yield node
    if isinstance(node, Optional | Named):
        yield from names_of(node.part)
    elif isinstance(node, Sequence | Choice):
        for part in node.parts if isinstance(node, Sequence) else node.options:
            yield from names_of(part)


def source(node: Node, codes_of: CodesOf, count: list[int]) -> str:
    """The regular expression; named part number i is the group "name__i", counted in ``count``."""
    if isinstance(node, Token):
        return f"{codes_of(node)}{CONTINUED}*+"
    if isinstance(node, Sequence):
        return "".join(source(part, codes_of, count) for part in node.parts)
    if isinstance(node, Choice):
        return f"(?:{'|'.join(source(option, codes_of, count) for option in node.options)})"
    if isinstance(node, Optional):
        return f"(?:{source(node.part, codes_of, count)})?"
    number, count[0] = count[0], count[0] + 1
    return f"(?P<{node.name}__{number}>{source(node.part, codes_of, count)})"


def first_tokens(node: Node) -> tuple[set[Token], bool]:
    """The tokens a match can begin with, and whether the pattern may match nothing."""
    if isinstance(node, Token):
        return {node}, False
    if isinstance(node, Optional):
        return first_tokens(node.part)[0], True
    if isinstance(node, Named):
        return first_tokens(node.part)
    if isinstance(node, Choice):
        found = [first_tokens(option) for option in node.options]
        return set().union(*(tokens for tokens, _ in found)), any(empty for _, empty in found)
    first: set[Token] = set()
    for part in node.parts:
        tokens, empty = first_tokens(part)
        first |= tokens
        if not empty:
            return first, False
    return first, True


Lexeme = tuple[str, str]


def _lexemes(text: str) -> Iterator[Lexeme]:
    position = 0
    while text[position:].strip():
        match = _LEXEME.match(text, position)
        if not match:
            raise PatternError(f"“{text}” cannot be read from “{text[position:]}” on")
        kind = match.lastgroup or ""
        yield kind, match[kind]
        position = match.end()


def _choice(lexemes: list[Lexeme], at: int, patterns: Mapping[str, Node], used: set[str]) -> tuple[Node, int]:
    options: list[Node] = []
    while True:
        node, at = _sequence(lexemes, at, patterns, used)
        options.append(node)
        if at == len(lexemes) or lexemes[at] != ("mark", "|"):
            return (options[0] if len(options) == 1 else Choice(tuple(options))), at
        at += 1


def _sequence(lexemes: list[Lexeme], at: int, patterns: Mapping[str, Node], used: set[str]) -> tuple[Node, int]:
    parts: list[Node] = []
    while at < len(lexemes) and lexemes[at] not in (("mark", "|"), ("mark", ")")):
        node, at = _item(lexemes, at, patterns, used)
        parts.append(node)
    if not parts:
        raise PatternError("an alternative is empty")
    return (parts[0] if len(parts) == 1 else Sequence(tuple(parts))), at


def _item(lexemes: list[Lexeme], at: int, patterns: Mapping[str, Node], used: set[str]) -> tuple[Node, int]:
    kind, text = lexemes[at]
    if kind in ("name", "join") and at + 1 == len(lexemes):
        raise PatternError(f"nothing follows “{text}”")
    if kind == "join":
        node, at = _item(lexemes, at + 1, patterns, used)
        return _join_first(node, text), at
    if kind == "name":
        node, at = _item(lexemes, at + 1, patterns, used)
        if isinstance(node, Optional):
            return Optional(Named(text, node.part)), at
        return Named(text, node), at
    node, at = _atom(lexemes, at, patterns, used)
    if at < len(lexemes) and lexemes[at] == ("mark", "?"):
        return Optional(node), at + 1
    return node, at


def _join_first(node: Node, mark: str) -> Node:
    """The pattern with the proclitic before the token it begins with."""
    if isinstance(node, Token):
        return Token(node.what, mark)
    if isinstance(node, Named):
        return Named(node.name, _join_first(node.part, mark))
    if isinstance(node, Choice):
        return Choice(tuple(_join_first(option, mark) for option in node.options))
    if isinstance(node, Sequence) and not isinstance(node.parts[0], Optional):
        return Sequence((_join_first(node.parts[0], mark), *node.parts[1:]))
    raise PatternError(f"“{mark}” stands before what may be missing")


def _atom(lexemes: list[Lexeme], at: int, patterns: Mapping[str, Node], used: set[str]) -> tuple[Node, int]:
    kind, text = lexemes[at]
    if kind == "token":
        return Token(text), at + 1
    if kind == "ref":
        if text not in patterns:
            raise PatternError(f"there is no pattern <{text}> above this one")
        used.add(text)
        return patterns[text], at + 1
    if (kind, text) != ("mark", "("):
        raise PatternError(f"“{text}” stands in the wrong place")
    node, at = _choice(lexemes, at + 1, patterns, used)
    if at == len(lexemes):
        raise PatternError("a “(” is not closed")
    return node, at + 1
