"""Checking pasted articles.  All faults are reported together, by field, so that nothing has to be typed again."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.extraction.languages import available, detect
from events.extraction.types import UnsupportedLanguage
from events.models import Article
from events.models.language_names import listed_languages
from events.models.lines import CONTROL

#: The year of the first printed newspaper (Relation, Strasbourg); no article is older.
EARLIEST_PUBLICATION = date(1605, 1, 1)
# UTF-8 read as Latin-1, Windows-1252 or Windows-1256: the lead byte of a two-byte letter and a continuation byte.
_CONTINUATION_1256 = re.escape(bytes(range(0x80, 0xC0)).decode("cp1256"))
_MOJIBAKE = re.compile(
    r"[\u00c2\u00c3\u00d8\u00d9\u00da\u00db][\u0080-\u00bf\u0152-\u0178\u2018-\u2026\u02c6\u20ac\u2122]"
    rf"|[\u0637\u0638\u0639][{_CONTINUATION_1256}]"
)
# Windows-1256 read as Latin-1: Arabic becomes accented letters, and in no language are a third of all letters accented.
_ACCENTED = re.compile(r"[\u00c0-\u00ff]")


def content_hash(body: str) -> str:
    """SHA-256, hexadecimal, of a text; differences in white space and Unicode composition (NFC) do not count."""
    plain = " ".join(unicodedata.normalize("NFC", body).split())
    return hashlib.sha256(plain.encode()).hexdigest()


def check_article(*, body: str, publication_date: date | None, language: str = "") -> tuple[str, date]:
    """Return the language, detected if blank, and the publication date.  Raises ValidationError by field."""
    faults: dict[str, list[ValidationError]] = {}
    if fault := _body_fault(body):
        faults["body"] = [fault]
    if fault := _date_fault(publication_date):
        faults["publication_date"] = [fault]
    if not language and "body" not in faults:
        try:
            language = detect(body)
        except UnsupportedLanguage:
            faults["body"] = [_unsupported()]
    elif language and language not in available():
        faults["language"] = [_unsupported()]
    if faults or publication_date is None:
        raise ValidationError(faults)
    return language, publication_date


def check_not_pasted_before(body: str) -> str:
    """Return the content hash of the text; raises ValidationError if there is an article with the same text."""
    digest = content_hash(body)
    if earlier := Article.objects.filter(content_hash=digest).first():
        raise duplicate_fault(earlier)
    return digest


def duplicate_fault(earlier: Article | None) -> ValidationError:
    """The error for a text that was pasted before, naming the earlier article if it is known."""
    label = f"#{earlier.pk} “{earlier}”" if earlier else ""
    message = _("This article has already been added: %(earlier)s.")
    return ValidationError({"body": ValidationError(message, code="duplicate", params={"earlier": label})})


def _unsupported() -> ValidationError:
    languages = listed_languages(sorted(available()))
    message = _("Language not recognised. Newsdesk reads %(languages)s; choose one under “Language”.")
    return ValidationError(message, code="unsupported_language", params={"languages": languages})


def _body_fault(body: str) -> ValidationError | None:
    """The first thing that is wrong with the text, or None."""
    if not body.strip():
        return ValidationError(_("Paste the article text."), code="blank")
    if len(body) > settings.ARTICLE_MAX_CHARACTERS:
        return ValidationError(
            _("The text has %(length)s characters; the limit is %(limit)s."),
            code="too_long",
            params={"length": len(body), "limit": settings.ARTICLE_MAX_CHARACTERS},
        )
    if CONTROL.search(body):
        return ValidationError(
            _("This is not text: it contains control characters. Paste the article itself, not a file."), code="binary"
        )
    if _is_garbled(body):
        return ValidationError(
            _("The text is garbled (wrong encoding). Copy it again as UTF-8."),
            code="wrong_encoding",
        )
    if len(body.split()) < settings.ARTICLE_MIN_WORDS:
        return ValidationError(
            _("The text is too short for an article: fewer than %(limit)s words."),
            code="too_short",
            params={"limit": settings.ARTICLE_MIN_WORDS},
        )
    return None


def _is_garbled(body: str) -> bool:
    """Whether the text was decoded with the wrong encoding."""
    replaced = body.count("\ufffd") * 50 > len(body)
    return replaced or len(_MOJIBAKE.findall(body)) * 20 > len(body) or len(_ACCENTED.findall(body)) * 3 > len(body)


def _date_fault(publication_date: date | None) -> ValidationError | None:
    if publication_date is None:
        return ValidationError(_("Enter the publication date."), code="required")
    # A newsroom east of the server may already be in tomorrow.
    if publication_date > timezone.localdate() + timedelta(days=1):
        return ValidationError(_("The publication date is in the future."), code="future")
    if publication_date < EARLIEST_PUBLICATION:
        return ValidationError(_("Check the year: there were no newspapers before 1605."), code="too_early")
    return None
