"""Commands shown in README and docs: all are found, and those that tests cannot run at least exist."""

from __future__ import annotations

import importlib.util
import re
import shlex

import pytest
from django.core.management import get_commands, load_command_class

from newsdesk.launch.arguments import parse
from tests.documentation.shown import PAGES, blocks_of, inline_commands, unfenced_commands

BLOCKS = [block for page in PAGES for block in blocks_of(page)]
#: A word that stands for another one.
PLACEHOLDER = re.compile(r"…|[A-Z]{3,}|N")


def words_of(command: str) -> list[str]:
    """The words up to a redirection; variables before the command are left out."""
    words = shlex.split(re.split(r"\s(?:<|>|\||&&)\s", command)[0])
    while words and re.fullmatch(r"\w+=.*", words[0]):
        words.pop(0)
    return words


def check(command: str) -> None:
    """Fail unless the program that a command names exists and knows its options."""
    words = words_of(command)
    if "manage.py" in words:
        check_management(words[words.index("manage.py") + 1 :])
        return
    match words:
        case [("./run" | "./test") as name, *rest]:
            known = parse([name[2:], *(word if not PLACEHOLDER.fullmatch(word) else "8001" for word in rest)])
            assert not [word for word in known.pytest if re.fullmatch(r"--(fault|load|without)\w*", word)]
        case [_, "-m", module, *rest]:
            assert importlib.util.find_spec(module), command
            if module == "newsdesk.launch" and rest:
                parse(rest)


def check_management(words: list[str]) -> None:
    """Fail unless ``manage.py`` has the command with these options."""
    if not words:
        return  # manage.py itself is meant
    name, *rest = words
    known = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
    options = {option for action in known._actions for option in action.option_strings}
    assert {word.partition("=")[0] for word in rest if word.startswith("-")} <= options, (name, rest)


def test_pages_show_enough_commands():
    assert sum(block.language == "sh" for block in BLOCKS) >= 15
    assert sum(block.kind == "run" for block in BLOCKS if block.language == "sh") >= 8


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_command_is_outside_a_fenced_block(page):
    assert unfenced_commands(page) == []


@pytest.mark.parametrize("block", BLOCKS, ids=str)
def test_every_block_has_a_language_and_a_reason_if_it_is_not_run(block):
    assert block.language in {"sh", "json", "toml", "html", "text"}
    assert block.kind == "run" or len(block.reason.split()) > 3


@pytest.mark.parametrize("block", [block for block in BLOCKS if block.kind != "run"], ids=str)
def test_command_of_a_block_that_is_not_run_exists_with_its_options(block):
    for command in block.commands():
        check(command)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_named_in_sentences_exist_with_their_options(page):
    for command in inline_commands(page):
        check(command)


@pytest.mark.parametrize(
    "command",
    ["./run --prot 1", "manage.py bench_all", "manage.py extract --explian", "python -m events.engine"],
)
def test_unknown_command_or_option_is_noticed(command):
    with pytest.raises((SystemExit, KeyError, AssertionError, ModuleNotFoundError)):
        check(command)


def test_comment_above_a_block_belongs_to_it():
    text = "```sh\ntrue\n```\n<!-- not run: takes a whole day -->\n```sh\n./test # all\n```\n\n    curl it\n"
    run, kept = blocks_of(PAGES[0], text)
    assert (run.kind, run.text, run.line) == ("run", "true\n", 1)
    assert (kept.kind, kept.reason, kept.commands()) == ("not run", "takes a whole day", ["./test"])
    assert unfenced_commands(PAGES[0], text) == ["curl it"]
