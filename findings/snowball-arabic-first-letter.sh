#!/bin/sh
# Package: snowballstemmer 3.1.1 (Python), the stemmer "arabic"
# Valid input: single Arabic words as newspapers print them.
# Behaviour: the first letter of a root is taken for the conjunction "wa-" or "fa-" and cut off: وزير (minister) becomes
# زير, فلسطين (Palestine) لسط, فرنسا (France) رنس, فريق (team) ريق.  واحد (one), والد (father) and فصل (season), which begin
# with the same letters, stay whole.  So a word is found, or not, together with unrelated words that lack the letter.
# Output seen:
#   وزير زير, فلسطين لسط, فرنسا رنس, فريق ريق, واحد واحد, والد والد, فصل فصل
# Ends with 0 while it is so, with 1 when it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check snowballstemmer==3.1.1
PYTHONIOENCODING=utf-8 "$folder/venv/bin/python" - <<'PYTHON' | tee "$folder/said"
import snowballstemmer

stem = snowballstemmer.stemmer("arabic").stemWord
print(", ".join(f"{word} {stem(word)}" for word in "وزير فلسطين فرنسا فريق واحد والد فصل".split()))
PYTHON
echo "وزير زير, فلسطين لسط, فرنسا رنس, فريق ريق, واحد واحد, والد والد, فصل فصل" | cmp "$folder/said" -
