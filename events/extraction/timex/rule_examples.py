"""Rules carry their examples, and are refused where these fail."""

from __future__ import annotations

from collections.abc import Iterator

from events.extraction.languages import Language
from events.extraction.text import parse
from events.extraction.timex.recognition import encode, recognise
from events.extraction.timex.rulebook import Rule, Rulebook, read_rulebook


def checked_rulebook(language: Language) -> Rulebook:
    """The language's rules; LanguageError (file and line) for the first that misses its own examples."""
    book = read_rulebook(language)
    for rule, complaint in failing_examples(book):
        raise language.fault(rule.row.where, f"rule “{rule.name}”: {complaint}")
    return book


def failing_examples(book: Rulebook) -> Iterator[tuple[Rule, str]]:
    """Each example that does not hold, with what was found in its place."""
    for rule in book.rules:
        for example in rule.row.match:
            wanted = example.partition("[")[2].partition("]")[0]
            text = example.replace("[", "", 1).replace("]", "", 1)
            found = _found(book, text)
            if (rule.name, wanted) not in found:
                yield rule, f"“{example}” is to match, found is {found}"
        for example in rule.row.reject:
            found = _found(book, example)
            if rule.name in dict(found):
                yield rule, f"“{example}” is not to match, found is {found}"


def _found(book: Rulebook, text: str) -> list[tuple[str, str]]:
    document = parse(text, book.token_codes.language)
    return [(one.rule.name, text[one.start : one.end]) for one in recognise(document, encode(document, book), book)]
