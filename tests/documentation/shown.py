"""Reads the commands that README and docs show.

A command stands in a fenced block of the language ``sh``.  What is written over the block says how it is taken:

    (nothing)                   it is run as it stands and has to succeed
    <!-- not run: reason -->    it cannot be run in a test; its words are still checked
    <!-- stays: reason -->      each line is a program that goes on until it is asked to end
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from newsdesk.launch.paths import CHECKOUT

PAGES = [CHECKOUT / "README.md", CHECKOUT / "CONTRIBUTING.md", *sorted((CHECKOUT / "docs").rglob("*.md"))]
FENCE = "```"
REMARK = re.compile(r"<!-- (?P<kind>not run|stays): (?P<reason>.+) -->")
#: How a command begins, wherever it stands.
COMMAND = re.compile(
    r"(?:\./(?:run|test)|\.ci/run|curl|npm|(?:\.venv/bin/)?python3?|(?:\.venv/bin/\w+)|manage\.py|celery|echo)\b"
)


@dataclass(frozen=True)
class Block:
    """A fenced block: where it begins, what it is written in, its text, and what is remarked over it."""

    page: Path
    line: int
    language: str
    text: str
    kind: str
    reason: str

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"

    def commands(self) -> list[str]:
        """Its lines, those that end in a backslash joined with the next, without comments."""
        joined = self.text.replace("\\\n", " ")
        return [line for line in (re.sub(r"\s+#\s.*", "", line).strip() for line in joined.splitlines()) if line]


def blocks_of(page: Path, text: str | None = None) -> list[Block]:
    """Return a page's fenced blocks in their order."""
    found: list[Block] = []
    remark, begun, language, inside = "", 0, "", []
    for number, line in enumerate((page.read_text() if text is None else text).splitlines(), 1):
        if begun and line.strip() != FENCE:
            inside.append(line)
        elif begun:
            told = REMARK.fullmatch(remark)
            kind, reason = (told["kind"], told["reason"]) if told else ("run", "")
            found.append(Block(page, begun, language, "\n".join(inside) + "\n", kind, reason))
            remark, begun = "", 0
        elif line.startswith(FENCE):
            begun, language, inside = number, line.removeprefix(FENCE).strip(), []
        else:
            remark = line.strip()
    return found


def unfenced_commands(page: Path, text: str | None = None) -> list[str]:
    """Return lines that look like commands, stand apart as an example does, and are in no fenced block."""
    prose = re.sub(r"(?ms)^```.*?^```$", "", page.read_text() if text is None else text)
    return [line.strip() for line in prose.splitlines() if line.startswith("    ") and COMMAND.match(line.strip())]


def inline_commands(page: Path) -> list[str]:
    """Return the commands that a page names within its sentences and tables."""
    prose = re.sub(r"(?ms)^```.*?^```$", "", page.read_text())
    return [words for words in re.findall(r"`([^`\n]+)`", prose) if COMMAND.match(words)]
