#!/bin/sh
# Package: django-csp 4.0 (Python), the header that its middleware writes
# Valid input: one policy of three directives (default-src, img-src, base-uri), built in processes that differ in nothing
# but PYTHONHASHSEED, which Python chooses anew for every process unless told.
# Behaviour: the directives of Content-Security-Policy stand in another order in every process, because the names are
# gone through as a set.  Browsers do not mind; but the workers of one server answer the same question with different
# headers, and answers of two processes cannot be compared byte for byte.
# Output seen:
#   seeds 0 to 9: more than one order, always the same directives
# Ends with 0 while it is so, with 1 when it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check django==5.2.19 django-csp==4.0
for seed in 0 1 2 3 4 5 6 7 8 9; do
    PYTHONHASHSEED=$seed "$folder/venv/bin/python" - <<'PYTHON'
from django.conf import settings

settings.configure(
    CONTENT_SECURITY_POLICY={
        "DIRECTIVES": {"default-src": ["'self'"], "img-src": ["'self'", "data:"], "base-uri": ["'none'"]}
    }
)
from csp.utils import build_policy

print(build_policy())
PYTHON
done > "$folder/said"
orders=$(sort -u "$folder/said" | wc -l)
directives=$(tr ';' '\n' < "$folder/said" | sed 's/^ //' | sort -u | wc -l)
[ "$orders" -gt 1 ] && [ "$directives" -eq 3 ]
echo "seeds 0 to 9: more than one order, always the same directives"
