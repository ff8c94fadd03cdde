"""``ensure_editor``: makes an editor's account once, and never resets a password that its owner changed."""

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db
VARIABLE = "NEWSDESK_EDITOR_PASSWORD"


@pytest.fixture
def ensure_editor(monkeypatch, capsys):
    def ensure(password, *options):
        monkeypatch.setenv(VARIABLE, password)
        call_command("ensure_editor", "desk", *options)
        return capsys.readouterr().out.strip()

    return ensure


def test_account_is_an_editor_and_no_superuser(ensure_editor):
    assert ensure_editor("first word") == "desk: made"
    editor = User.objects.get(username="desk")
    assert editor.check_password("first word")
    assert editor.is_staff
    assert not editor.is_superuser
    assert list(editor.groups.values_list("name", flat=True)) == ["editor"]
    assert editor.has_perm("events.publish_event")


def test_existing_account_keeps_its_password(ensure_editor):
    ensure_editor("first word")
    assert ensure_editor("second word") == "desk: there already"
    assert User.objects.get(username="desk").check_password("first word")


def test_anew_option_sets_a_new_password(ensure_editor):
    ensure_editor("first word")
    ensure_editor("second word", "--anew")
    assert User.objects.get(username="desk").check_password("second word")


def test_account_that_lost_its_rights_does_not_get_them_back(ensure_editor):
    ensure_editor("first word")
    User.objects.get(username="desk").groups.clear()
    ensure_editor("first word", "--anew")
    assert not User.objects.get(username="desk").has_perm("events.publish_event")


def test_without_a_password_no_account_is_made(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    with pytest.raises(CommandError, match=VARIABLE):
        call_command("ensure_editor", "desk")
    assert not User.objects.exists()
