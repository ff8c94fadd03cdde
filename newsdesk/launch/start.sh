#!/bin/sh
# start.sh run|test [WORDS …]: finds a Python that is new enough and lets it do the rest, or says what is missing.
python=
for candidate in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11 python; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "newsdesk: Python 3.11 or later is needed: install it (Debian: apt-get install python3 python3-venv), then start again" >&2
    exit 1
fi
PYTHONPATH=newsdesk exec "$python" -m launch.bootstrap "$@"
