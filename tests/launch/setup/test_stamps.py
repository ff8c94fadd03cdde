"""A step already done from the same sources is not done again."""

import os

from newsdesk.launch.setup.stamps import Stamp, digest_of, digest_of_tree


def test_step_never_done_is_due(tmp_path):
    assert not Stamp(tmp_path / "stamp", "a").is_current()


def test_done_step_is_due_again_when_its_sources_change(tmp_path):
    source = tmp_path / "requirements.txt"
    source.write_text("django==5.2\n")
    Stamp(tmp_path / "stamp", digest_of([source])).set()
    assert Stamp(tmp_path / "stamp", digest_of([source])).is_current()
    source.write_text("django==5.2.1\n")
    assert not Stamp(tmp_path / "stamp", digest_of([source])).is_current()


def test_extra_texts_change_the_digest(tmp_path):
    assert digest_of([], "python 3.11") != digest_of([], "python 3.12")


def test_new_file_changes_the_digest(tmp_path):
    before = digest_of([tmp_path / "lock"])
    (tmp_path / "lock").write_text("absent")
    assert digest_of([tmp_path / "lock"]) != before


def test_digest_of_a_tree_ignores_excluded_folders(tmp_path):
    (tmp_path / "build").mkdir()
    (tmp_path / "site.css").write_text("a")
    before = digest_of_tree(tmp_path, leaving_out="build")
    (tmp_path / "build" / "made.css").write_text("b")
    assert digest_of_tree(tmp_path, leaving_out="build") == before
    os.utime(tmp_path / "site.css", ns=(1, 1))
    assert digest_of_tree(tmp_path, leaving_out="build") != before
