#!/bin/sh
# Package: Django 5.2.19 (Python), the Arabic catalogue of django.contrib.admin
# Valid input: the sentences that the admin shows after an object was added and after one was changed, in Arabic.
# Behaviour: both are the same Arabic sentence, which says that the object was added.  Whoever saves a change reads that
# something new was made; a desk that works in Arabic overrides the sentence in a catalogue of its own.
# Output seen:
#   the same sentence: True; it speaks of adding: True
# Ends with 0 while it is so, with 1 when it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check django==5.2.19
"$folder/venv/bin/python" - <<'PYTHON' | tee "$folder/said"
import django
from django.conf import settings

settings.configure(LANGUAGES=[("ar", "Arabic")], USE_I18N=True, INSTALLED_APPS=["django.contrib.admin",
                   "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.messages"])
django.setup()

from django.utils.translation import gettext, override

with override("ar"):
    added = gettext("The {name} “{obj}” was added successfully.")
    changed = gettext("The {name} “{obj}” was changed successfully.")
print(f"the same sentence: {added == changed}; it speaks of adding: {'إضافة' in changed}")
PYTHON
grep -qx 'the same sentence: True; it speaks of adding: True' "$folder/said"
