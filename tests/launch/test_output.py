"""Programs' lines carry the name of who said them, wherever the stream was cut."""

import pytest

from newsdesk.launch.output import LONGEST_LINE, PrefixedLines


@pytest.fixture
def written():
    return []


@pytest.fixture
def lines(written):
    return PrefixedLines("web", written.append)


def test_each_line_is_prefixed(lines, written):
    lines.feed(b"one\ntwo\r\n")
    assert written == ["web      | one\n", "web      | two\n"]


def test_a_letter_cut_in_two_arrives_whole(lines, written):
    word = "خبر\n".encode()
    lines.feed(word[:3])
    lines.feed(word[3:])
    assert written == ["web      | خبر\n"]


def test_bytes_that_are_no_text_do_no_harm(lines, written):
    lines.feed(b"\xff\n")
    assert written == ["web      | \ufffd\n"]


def test_last_words_without_an_end_are_written(lines, written):
    lines.feed(b"dying")
    assert written == []
    lines.finish()
    assert written == ["web      | dying\n"]


def test_a_line_without_end_does_not_fill_the_memory(lines, written):
    lines.feed(b"x" * (LONGEST_LINE + 1))
    assert len(written) == 1


def test_the_last_lines_are_remembered(lines):
    lines.feed("".join(f"{number}\n" for number in range(100)).encode())
    assert list(lines.last)[-2:] == ["98", "99"]
    assert len(lines.last) < 100
