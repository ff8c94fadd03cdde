#!/bin/sh
# Package: Django 5.2.19 (Python), django.contrib.sitemaps
# Valid input: a sitemap of 10,000 items with `limit = 10`, asked for its first page, once without and once with
# `i18n = True` (each item in every language of the site, as `alternates` needs it).
# Behaviour: without languages 10 items are read; with languages all 10,000, for whichever page.  The limit that keeps a
# page small does not keep the reading small, and nothing documented says so; with `lastmod` as a method the index reads
# all of them again, in both cases.
# Output seen:
#   without languages 10, with languages 10000, for the index's date 10000
# Ends with 0 while it is so, with 1 when it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check django==5.2.19
"$folder/venv/bin/python" - <<'PYTHON' | tee "$folder/said"
import django
from django.conf import settings

settings.configure(LANGUAGES=[("ar", "Arabic"), ("en", "English")], USE_I18N=True)
django.setup()

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace

from django.contrib.sitemaps import Sitemap


class Items(Sequence):
    """As lazy as a QuerySet: it counts what is truly read."""

    read = 0

    def __len__(self):
        return 10_000

    def __getitem__(self, part):
        if isinstance(part, slice):
            return [self[number] for number in range(*part.indices(len(self)))]
        if not 0 <= part < len(self):
            raise IndexError(part)
        Items.read += 1
        return part


class Pages(Sitemap):
    limit = 10

    def items(self):
        return Items()

    def location(self, item):
        return f"/{item}/"

    def lastmod(self, item):
        return date(2025, 9, 1)


class InLanguages(Pages):
    i18n = alternates = True


def reading(ask):
    Items.read = 0
    ask()
    return Items.read


site = SimpleNamespace(domain="news.example.org")
print(
    f"without languages {reading(lambda: Pages().get_urls(1, site))}, "
    f"with languages {reading(lambda: InLanguages().get_urls(1, site))}, "
    f"for the index's date {reading(lambda: Pages().get_latest_lastmod())}"
)
PYTHON
echo "without languages 10, with languages 10000, for the index's date 10000" | cmp "$folder/said" -
