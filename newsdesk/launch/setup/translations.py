"""Compiles the translations, without GNU gettext."""

from __future__ import annotations

from pathlib import Path

from ..errors import LaunchError


def compile_translations(folder: Path) -> int:
    """Write a ``.mo`` for every ``.po`` below the folder that is newer; return how many were written.

    Raises ``LaunchError`` for a catalogue that cannot be parsed.
    """
    written = 0
    for source in sorted(folder.rglob("*.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns:
            _compile(source, compiled)
            written += 1
    return written


def _compile(source: Path, compiled: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        with source.open("rb") as text:
            catalog = read_po(text, abort_invalid=True)
    except PoFileError as error:
        raise LaunchError(f"{source} cannot be read: {error}") from error
    unfinished = compiled.with_suffix(".mo.new")
    with unfinished.open("wb") as file:
        write_mo(file, catalog)
    unfinished.replace(compiled)
