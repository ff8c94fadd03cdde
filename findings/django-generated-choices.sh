#!/bin/sh
# Package: Django 5.2.19 (Python), models.GeneratedField.
# Valid input: a model with two columns of the same choices, one plain, one generated from it, whose `output_field` has
# the choices; a row; a template that shows the label of each.
# Behaviour: the plain column has get_kind_display(), the generated one has no such method, although its `choices` can be
# read from the model's meta.  In a template that is no error: the label is missing from the page, and nobody is told.
# Output seen:
#   plain: 'Agreement', generated: '', choices of the generated: [('AGREE', 'Agreement')]
# Ends with 0 while it is so, with 1 when it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check django==5.2.19
"$folder/venv/bin/python" - <<'PYTHON' | tee "$folder/said"
import django
from django.conf import settings

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
django.setup()

from django.db import connection, models
from django.template import engines

KINDS = [("AGREE", "Agreement")]


class Event(models.Model):
    kind = models.CharField(max_length=12, choices=KINDS)
    shown = models.GeneratedField(
        expression=models.F("kind"), output_field=models.CharField(max_length=12, choices=KINDS), db_persist=True
    )

    class Meta:
        app_label = "news"


with connection.schema_editor() as editor:
    editor.create_model(Event)
Event.objects.create(kind="AGREE")
show = engines["django"].from_string("{{ event.get_kind_display }}|{{ event.get_shown_display }}").render
plain, generated = show({"event": Event.objects.get()}).split("|")
choices = list(Event._meta.get_field("shown").output_field.choices)
print(f"plain: {plain!r}, generated: {generated!r}, choices of the generated: {choices}")
PYTHON
grep -qxF "plain: 'Agreement', generated: '', choices of the generated: [('AGREE', 'Agreement')]" "$folder/said"
