"""Writing a file whole or not at all: what is read at every start must not be half there."""

from __future__ import annotations

from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Put ``text`` (UTF-8) in the place of the file; where that fails or is broken off, the file stays as it was."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
