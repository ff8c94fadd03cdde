"""Lines of programs carry the program's name, wherever the stream was cut."""

import re
from pathlib import Path

import pytest

from newsdesk.launch.process import output
from newsdesk.launch.process.output import LONGEST_LINE, Lines, Log, with_name


@pytest.fixture
def written():
    return []


@pytest.fixture
def lines(written):
    return Lines(with_name("web", written.append))


def test_each_line_is_prefixed_with_the_program(lines, written):
    lines.feed(b"one\ntwo\r\n")
    assert written == ["web      | one\n", "web      | two\n"]


def test_character_cut_in_two_arrives_whole(lines, written):
    word = "خبر\n".encode()
    lines.feed(word[:3])
    lines.feed(word[3:])
    assert written == ["web      | خبر\n"]


def test_invalid_utf8_is_replaced(lines, written):
    lines.feed(b"\xff\n")
    assert written == ["web      | \ufffd\n"]


def test_last_line_without_newline_is_written(lines, written):
    lines.feed(b"dying")
    assert written == []
    lines.finish()
    assert written == ["web      | dying\n"]


def test_endless_line_is_written_in_pieces(lines, written):
    lines.feed(b"x" * (LONGEST_LINE + 1))
    assert len(written) == 1


def test_last_lines_are_remembered(lines):
    lines.feed("".join(f"{number}\n" for number in range(100)).encode())
    assert list(lines.last)[-2:] == ["98", "99"]
    assert len(lines.last) < 100


def test_log_lines_have_their_time(tmp_path):
    log = Log(tmp_path / "log", "web", otherwise=pytest.fail)
    log("خبر")
    log.close()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} خبر\n", (tmp_path / "log" / "web.log").read_text())


def test_log_is_readable_by_its_owner_only(tmp_path):
    log = Log(tmp_path, "web", otherwise=pytest.fail)
    log.close()
    assert log.file.stat().st_mode & 0o777 == 0o600


def test_logs_are_rotated_within_a_size_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(output, "LOG_BYTES", 1000)
    log = Log(tmp_path, "web", otherwise=pytest.fail)
    for number in range(1000):
        log(f"line {number}")
    log.close()
    kept = sorted(tmp_path.iterdir())
    assert [file.name for file in kept] == ["web.log", "web.log.1", "web.log.2", "web.log.3"]
    assert all(file.stat().st_size <= 1000 for file in kept)
    assert "line 999" in kept[0].read_text()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_line_is_shown_where_the_disk_is_full(tmp_path):
    (tmp_path / "web.log").symlink_to("/dev/full")
    shown: list[str] = []
    log = Log(tmp_path, "web", otherwise=shown.append)
    log("why it broke")
    log.close()
    assert shown == ["why it broke"]
