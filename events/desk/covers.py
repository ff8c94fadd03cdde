"""A picture that somebody uploaded, written anew: whatever else its file held stays outside."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP")
#: Pixels that a file may unfold to: a few kilobytes can claim gigabytes.
MOST_PIXELS = 50_000_000
#: As wide as the page on a sharp screen.
LONGEST_SIDE = 1600
#: Below this a cover is a blur.
SHORTEST_SIDE = 200
_QUALITY = 82


@dataclass(frozen=True, slots=True)
class Picture:
    """WebP, and its size in pixels."""

    content: bytes
    width: int
    height: int

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()


def written_anew(file: bytes) -> Picture:
    """The picture alone, upright, without metadata, at most ``LONGEST_SIDE`` long.  Raises ValidationError."""
    if len(file) > settings.COVER_MAX_BYTES:
        message = _("The picture is too large. The limit is %(most)s MB.")
        raise ValidationError(message, code="too_large", params={"most": settings.COVER_MAX_BYTES // 1_000_000})
    try:
        with Image.open(BytesIO(file), formats=FORMATS) as opened:
            _check_size(opened)
            upright = ImageOps.exif_transpose(opened)
            plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise ValidationError(_("This is not a valid JPEG, PNG or WebP picture."), code="no_picture") from error
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    content = BytesIO()
    plain.save(content, "WEBP", quality=_QUALITY)
    return Picture(content.getvalue(), plain.width, plain.height)


def _check_size(picture: Image.Image) -> None:
    """Before a pixel is read."""
    if picture.width * picture.height > MOST_PIXELS:
        raise ValidationError(_("The picture has too many pixels."), code="too_many_pixels")
    if min(picture.size) < SHORTEST_SIDE:
        message = _("The picture is too small. Each side needs at least %(least)s pixels.")
        raise ValidationError(message, code="too_small", params={"least": SHORTEST_SIDE})
