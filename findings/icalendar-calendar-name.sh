#!/bin/sh
# Package: icalendar 7.3.2 (Python)
# Valid input: a calendar whose NAME (RFC 7986, 5.1: a TEXT, like DESCRIPTION) is "Jordan, Iraq", written "Jordan\, Iraq"
# as RFC 5545, 3.3.11 wants a comma in a TEXT written.
# Behaviour: the name comes back with the backslash in it, the description beside it without; and when icalendar writes
# that name itself it leaves the comma bare, so that one name read and written by two programs changes.  The Arabic comma
# needs no backslash, so Arabic names hide it.
# Output seen:
#   read: Jordan\, Iraq | Water, borders
#   written: NAME:Jordan, Iraq | DESCRIPTION:Water\, borders
# Ends with 0 while it is so, with 1 when it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2
"$folder/venv/bin/python" - <<'PYTHON' | tee "$folder/said"
from icalendar import Calendar

LINES = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//finding//EN", r"NAME:Jordan\, Iraq", r"DESCRIPTION:Water\, borders",
    "BEGIN:VEVENT", "UID:1", "DTSTAMP:20250901T000000Z", "DTSTART;VALUE=DATE:20250901", "END:VEVENT", "END:VCALENDAR", "",
]
read = Calendar.from_ical("\r\n".join(LINES))
print("read:", read.calendar_name, "|", read.description)
made = Calendar.new(name="Jordan, Iraq", description="Water, borders").to_ical().decode().splitlines()
print("written:", " | ".join(line for line in reversed(made) if line.startswith(("NAME", "DESC"))))
PYTHON
cat > "$folder/expected" <<'SEEN'
read: Jordan\, Iraq | Water, borders
written: NAME:Jordan, Iraq | DESCRIPTION:Water\, borders
SEEN
cmp "$folder/said" "$folder/expected"
