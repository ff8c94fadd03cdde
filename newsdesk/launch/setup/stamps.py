"""Remembers which steps are done, and what they depended on, so that they are repeated only if that changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest_of(files: Iterable[Path], *words: str) -> str:
    """Return a digest (SHA-256, hexadecimal) of the files' contents and of some words."""
    digest = hashlib.sha256("\0".join(words).encode())
    for file in files:
        digest.update(b"\0" + file.name.encode() + b"\0" + (b"\1" + file.read_bytes() if file.is_file() else b"\0"))
    return digest.hexdigest()


def digest_of_tree(folder: Path, *, leaving_out: str = "") -> str:
    """Return a digest of names, sizes and times of all files below a folder, without reading them.

    Files in the subfolder ``leaving_out`` do not count.
    """
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder)
        if name.parts[0] != leaving_out:
            facts = file.stat()
            digest.update(f"{name}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


class Stamp:
    """A file with the digest of what a step depended on when it was last done."""

    def __init__(self, file: Path, digest: str) -> None:
        self.file, self.digest = file, digest

    def is_current(self) -> bool:
        """Return whether the step was done and its digest was the same."""
        return self.file.is_file() and self.file.read_text(encoding="ascii") == self.digest

    def set(self) -> None:
        """Record that the step is done. Call this only after success."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(self.digest, encoding="ascii")
