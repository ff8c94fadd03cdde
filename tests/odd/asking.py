"""Requests as each role, rolled back afterwards; failures are collected, so that one run reports them all."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.http import QueryDict
from django.test import Client

from tests import factories
from tests.addresses import routes
from tests.addresses.paths import UNKNOWN, path_samples
from tests.addresses.routes import Route
from tests.odd.values import ENCODED
from tests.opened_forms import as_opened

FORM = "application/x-www-form-urlencoded"
#: Seconds of this process's own work that an answer may take, far above what any needs; and until it is there, on a
#: machine that has much other work to do.
MOST_WORK, LONGEST = 5.0, 30.0


@dataclass
class Asker:
    """``random`` decides who asks; ``wrong`` holds a line for each answer that is a fault of ours or took too long."""

    random: Random
    roles: dict[str, Client]
    wrong: list[str] = field(default_factory=list)
    asked: int = 0
    slowest: float = 0.0
    _names: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, seed: int) -> Asker:
        """An asker with a logged-in user of each role."""
        superuser = User.objects.create_superuser("superuser", password=factories.PASSWORD)
        people = {"reporter": factories.a_reporter(), "editor": factories.an_editor(), "superuser": superuser}
        roles = {"anonymous": Client()} | {role: Client() for role in people}
        for role, user in people.items():
            roles[role].force_login(user)
        return cls(Random(seed), roles)

    def ask(self, method: str, path: str, body: str | bytes = "", kind: str = FORM, role: str = "") -> None:
        """Send the request as a random role and roll back what it wrote."""
        role = role or self.random.choice(list(self.roles))
        began, worked = time.perf_counter(), time.process_time()
        try:
            with _taken_back():
                answer = self.roles[role].generic(method, path, body, content_type=kind)
                status = answer.status_code if _read(answer) is not None else 0
        except Exception as error:  # noqa: BLE001  # whatever it is, it would have been a 500
            self._note(method, path, body, role, f"{type(error).__name__}: {error}")
        else:
            if status >= 500 and status != 501:  # oEmbed's answer to an unknown format
                self._note(method, path, body, role, str(status))
        took, work = time.perf_counter() - began, time.process_time() - worked
        self.asked, self.slowest = self.asked + 1, max(self.slowest, work)
        if took > LONGEST or work > MOST_WORK:
            self._note(method, path, body, role, f"took {took:.1f} s, {work:.1f} s of work")

    def names_read(self, method: str, path: str, template: str) -> list[str]:
        """The names that the view reads of a query or a form, found by watching it read an empty one."""
        if (method, template) not in self._names:
            read: set[str] = set()
            with _watched(read):
                self.ask(method, path, "" if method == "GET" else "nobody=asked", role="superuser")
            self._names[method, template] = sorted(read - {"csrfmiddlewaretoken"})
        return self._names[method, template]

    def opened_form(self, path: str) -> dict[str, Any]:
        """What a browser would send of the admin's form at this path; nothing where there is none."""
        context = self.roles["superuser"].get(path).context
        return as_opened(context) if context and "adminform" in context else {}

    def filled(self, opened: dict[str, Any], name: str) -> str:
        """The form as it was opened, with one odd value."""
        kept = {field: value for field, value in opened.items() if field != name}
        return f"{urlencode(kept, doseq=True)}&{quote(name)}={self.random.choice(ENCODED)}"

    def path_of(self, route: Route, **odd: str) -> str:
        """A path of the route with rows that there are, but for the parameters that are ``odd``."""
        samples = path_samples(route)
        of_rows = [values for values in samples if not set(values.values()) & set(UNKNOWN.values())]
        known = self.random.choice(of_rows or samples)
        return route.template % {**{name: quote(value, safe=":") for name, value in known.items()}, **odd}

    def _note(self, method: str, path: str, body: str | bytes, role: str, what: str) -> None:
        self.wrong.append(f"{role}: {method} {path[:300]} {str(body)[:300]} → {what[:300]}")


def told_apart(random: Random) -> list[Route]:
    """Each route in one of the languages, in random order."""
    by_view: dict[str, list[Route]] = {}
    for route in routes():
        by_view.setdefault(route.template.removeprefix(f"/{route.language}"), []).append(route)
    chosen = [random.choice(same) for same in by_view.values()]
    random.shuffle(chosen)
    return chosen


def _read(answer: Any) -> bytes:
    """The whole answer: a stream may fail in its middle."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return bytes(content)


@contextmanager
def _taken_back() -> Iterator[None]:
    """What the block writes is checked as at a commit, then rolled back."""
    with transaction.atomic():
        yield
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        transaction.set_rollback(True)


@contextmanager
def _watched(read: set[str]) -> Iterator[None]:
    """Record the names that are read from any query or form."""
    kept = {name: getattr(QueryDict, name) for name in ("__getitem__", "getlist", "get", "__contains__")}
    for name, method in kept.items():
        setattr(QueryDict, name, _noting(method, read))
    try:
        yield
    finally:
        for name, method in kept.items():
            setattr(QueryDict, name, method)


def _noting(method: Callable[..., Any], read: set[str]) -> Callable[..., Any]:
    def noting(query: QueryDict, name: Any, *more: Any) -> Any:
        if isinstance(name, str):
            read.add(name)
        return method(query, name, *more)

    return noting
