"""The arguments of ./run and ./test."""

import pytest

from newsdesk.launch.arguments import parse
from newsdesk.launch.commands.test import pytest_arguments


def test_run_defaults_to_port_8000_and_keeps_data():
    wanted = parse(["run"])
    assert (wanted.port, wanted.setup, wanted.fresh) == (8000, False, False)


@pytest.mark.parametrize("words", [["--port", "0"], ["--port", "70000"], ["--port", "web"], ["--prot", "1"], ["now"]])
def test_unknown_arguments_of_run_exit_2_with_usage(words, capsys):
    with pytest.raises(SystemExit) as ended:
        parse(["run", *words])
    assert ended.value.code == 2
    assert "./run" in capsys.readouterr().err


def test_unknown_arguments_of_test_go_to_pytest():
    assert parse(["test", "tests/edtf", "-k", "month", "-x"]).pytest == ["tests/edtf", "-k", "month", "-x"]


PYTEST = [
    ([], ["-n", "auto", "--dist", "loadfile", "-m", "(not fault) and (not load)"]),
    (["--without-browser"], ["-n", "auto", "--dist", "loadfile", "-m", "(not fault) and (not load) and (not browser)"]),
    (["--faults"], ["-m", "(fault)"]),
    (["--faults", "--load"], ["-m", "(fault or load)"]),
    (["-n0", "tests/edtf"], ["-m", "(not fault) and (not load)", "-n0", "tests/edtf"]),
    (["-m", "browser"], ["-n", "auto", "--dist", "loadfile", "-m", "browser"]),
    (["--pdb"], ["-m", "(not fault) and (not load)", "--pdb"]),
]


@pytest.mark.parametrize(("words", "arguments"), PYTEST)
def test_pytest_gets_number_of_processes_and_marks(words, arguments):
    assert pytest_arguments(parse(["test", *words])) == arguments
