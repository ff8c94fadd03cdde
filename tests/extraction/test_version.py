"""The engine version stored with every run: it changes whenever results may change, and only then."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import events
from events.extraction import engine_version, version
from events.extraction.version import NUMBER, PACKAGES, deciding_files, version_of

EVENTS = Path(events.__file__).parent
#: Extracts an article in each language and prints every file of ours and every package that this used.
READ_AND_TELL = """
import json, sys
opened = set()
sys.addaudithook(lambda event, said: opened.add(str(said[0])) if event == "open" else None)
from events.extraction import extract
from events.extraction.languages import available
from tests.texts import ARABIC, ENGLISH
for text in (ARABIC, ENGLISH):
    extract(text, published="2025-09-01")
modules = [module for module in sys.modules.values() if getattr(module, "__file__", None)]
print(json.dumps({
    "files": sorted(opened | {module.__file__ for module in modules}),
    "packages": sorted({module.__name__.partition(".")[0] for module in modules if "-packages" in module.__file__}),
    "languages": available(),
}))
"""


@pytest.fixture(scope="module")
def taken() -> dict[str, list[str]]:
    """Files and packages that extraction uses, in a fresh interpreter: what other tests imported does not count."""
    command = [sys.executable, "-c", READ_AND_TELL]
    done = subprocess.run(command, cwd=EVENTS.parent, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package in another folder."""
    for room in ("edtf", "extraction"):
        shutil.copytree(EVENTS / room, tmp_path / "events" / room)
    return tmp_path / "events"


def test_version_is_a_human_number_and_a_digest():
    number, plus, digest = engine_version().partition("+")
    assert (number, plus, len(digest)) == (NUMBER, "+", 8)
    assert int(digest, 16) >= 0


def test_version_is_the_same_in_another_folder(copy):
    assert version_of(copy) == engine_version()


@pytest.mark.parametrize(
    "file",
    [
        "extraction/languages/en/time-rules-3-days.toml",
        "extraction/languages/ar/time-words.toml",
        "extraction/languages/ar/language.toml",
        "extraction/engine.py",
        "extraction/text/tokens.py",
        "edtf/parse.py",
    ],
)
def test_any_edit_of_rules_or_code_changes_the_version(copy, file):
    with (copy / file).open("a") as rule:
        rule.write("# a remark\n")
    assert version_of(copy) != engine_version()


def test_other_weights_change_the_version(copy):
    [weights] = copy.rglob("weights.toml")
    weights.write_text(weights.read_text().replace("0.", "1.", 1))
    assert version_of(copy) != engine_version()


def test_adding_removing_or_renaming_a_rule_file_changes_the_version(copy):
    rules = copy / "extraction" / "languages" / "en" / "time-rules-5-vague.toml"
    versions = {engine_version()}
    shutil.copy(rules, rules.with_name("time-rules-6-more.toml"))
    versions.add(version_of(copy))
    rules.unlink()
    versions.add(version_of(copy))
    rules.with_name("time-rules-6-more.toml").unlink()
    versions.add(version_of(copy))
    assert len(versions) == 4


def test_new_language_changes_the_version(copy):
    languages = copy / "extraction" / "languages"
    shutil.copytree(languages / "en", languages / "tlh")
    assert version_of(copy) != engine_version()


@pytest.mark.parametrize(
    "file",
    [
        "extraction/languages/ar/search/words.toml",
        "extraction/languages/en/search/manner.toml",
        "extraction/languages/en/time-cases.tsv",
        "extraction/command/explain.py",
        "extraction/evaluation/run.py",
        "extraction/__main__.py",
        "edtf/words.py",
        "extraction/text/__pycache__/tokens.cpython-311.pyc",
        "extraction/languages/en/time-words.toml~",
        "extraction/languages/en/.#time-words.toml",
    ],
)
def test_files_that_extraction_does_not_use_leave_the_version(copy, file):
    (copy / file).parent.mkdir(exist_ok=True)
    with (copy / file).open("a") as edited:
        edited.write("# a remark\n")
    assert version_of(copy) == engine_version()


def test_line_endings_leave_the_version(copy):
    for file in deciding_files(copy):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert version_of(copy) == engine_version()


@pytest.mark.parametrize("package", PACKAGES)
def test_another_version_of_a_used_package_changes_the_version(monkeypatch, package):
    installed = version.version
    monkeypatch.setattr(version, "version", lambda name: "999" if name == package else installed(name))
    assert version_of(EVENTS) != engine_version()


def test_every_file_used_by_extraction_is_in_the_digest(taken):
    ours = {Path(file) for file in taken["files"] if Path(file).is_relative_to(EVENTS)}
    read = {file for file in ours if "__pycache__" not in file.parts} - {EVENTS / "__init__.py"}
    assert {f"languages/{code}/language.toml" for code in taken["languages"]} <= {
        file.relative_to(EVENTS / "extraction").as_posix() for file in read if "languages" in file.parts
    }
    assert read - set(deciding_files(EVENTS)) == set()


def test_every_folder_in_the_digest_is_used_by_extraction(taken):
    """A new folder that extraction does not use must be listed among those left out of the digest."""
    counted, used = (
        {file.parent for file in map(Path, files) if file.suffix == ".py" and file.is_relative_to(EVENTS)}
        for files in (deciding_files(EVENTS), taken["files"])
    )
    assert counted - used == set()


def test_every_package_used_by_extraction_is_in_the_digest(taken):
    assert set(taken["packages"]) - {"_distutils_hack"} == set(PACKAGES)


def test_version_is_computed_in_milliseconds():
    began = time.process_time()
    version_of(EVENTS)
    assert time.process_time() - began < 0.2


@pytest.mark.parametrize("program", [["-m", "events.extraction"], ["manage.py", "extract"]])
def test_extract_command_prints_the_version(program):
    done = subprocess.run(
        [sys.executable, *program, "--version"], cwd=EVENTS.parent, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == engine_version()
