"""``manage.py ensure_editor NAME``: creating an editor's account if there is none."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

VARIABLE = "NEWSDESK_EDITOR_PASSWORD"


class Command(BaseCommand):
    """Make an editor's account with the password in NEWSDESK_EDITOR_PASSWORD."""

    help = f"Make an editor's account if there is none; its password is read from {VARIABLE}."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the account's name, and the option to set the password of an existing account."""
        parser.add_argument("name")
        parser.add_argument("--anew", action="store_true", help="also give an account that exists this password")

    def handle(self, *args: Any, **options: Any) -> None:
        """Create the account if necessary, and print what was done."""
        password = os.environ.get(VARIABLE)
        if not password:
            raise CommandError(f"set {VARIABLE} to the password")
        with transaction.atomic():
            editor, made = User.objects.get_or_create(username=options["name"], defaults={"is_staff": True})
            if made:
                editor.groups.add(Group.objects.get(name="editor"))
            if made or (options["anew"] and not editor.check_password(password)):
                editor.set_password(password)
                editor.save(update_fields=["password"])
        self.stdout.write(f"{editor.username}: {'made' if made else 'there already'}")
