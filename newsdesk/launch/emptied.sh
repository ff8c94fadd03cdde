#!/bin/sh
# emptied.sh run|test COMMAND …: runs a command in an environment that holds only what docs/settings.md names.
#
# Variables that nobody thinks of (PYTHONHOME, PGHOST, GUNICORN_CMD_ARGS, LC_ALL, NODE_OPTIONS …) would otherwise
# reach programs that we start, and the same command would do one thing here and another there.  `run` keeps all that
# the tables name; `test` only the sections "Tests" and "Kept from your environment", since tests bring settings of
# their own.  Call it in the checkout.
purpose=$1
shift

# Names alone: values may hold anything, line breaks too.
others=$(LC_ALL=C awk -v everything="$([ "$purpose" = run ] && echo 1)" '
    /^## / { reading = everything || /^## (Tests|Kept from your environment)$/ }
    reading && match($0, /^\| `[A-Za-z_, `]+ \|/) {
        row = substr($0, 1, RLENGTH)
        while (match(row, /[A-Za-z_]+/)) {
            kept[toupper(substr(row, RSTART, RLENGTH))] = 1
            row = substr(row, RSTART + RLENGTH)
        }
    }
    END { for (name in ENVIRON) if (!(toupper(name) in kept)) print name }
' docs/settings.md) || {
    echo "newsdesk: docs/settings.md, which names the settings, cannot be read: is this the whole checkout?" >&2
    exit 1
}

# An account without a home (a container's, say) gets one here: caches and settings of tools need a place.
if [ ! -d "${HOME:-}" ] || [ ! -w "$HOME" ]; then
    account=$(id -un 2>/dev/null)
    case $account in
        '' | *[!A-Za-z0-9._-]*) HOME= ;;
        *) eval "HOME=~$account" ;;
    esac
    if [ ! -d "$HOME" ] || [ ! -w "$HOME" ]; then
        HOME=$PWD/var/home
        mkdir -p "$HOME"
    fi
fi
if [ -n "${TMPDIR:-}" ] && { [ ! -d "$TMPDIR" ] || [ ! -w "$TMPDIR" ]; }; then
    others="$others
TMPDIR"
fi
# What root lays down is read by the accounts that our programs run as.
[ "$(id -u)" != 0 ] || umask 022

set -- "HOME=$HOME" "PATH=${PATH:-/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin}" LANG=C.UTF-8 "$@"
set -f
IFS='
'
for name in $others; do
    set -- -u "$name" "$@"
done
exec env "$@"
