"""Re-encoding uploaded pictures, so that metadata and anything else in the file is left behind."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP")
#: The most pixels that a file may decode to: a file of a few kilobytes can claim gigabytes.
MOST_PIXELS = 50_000_000
#: In pixels: as wide as the page on a high-resolution screen.
LONGEST_SIDE = 1600
#: In pixels: smaller covers would be blurred.
SHORTEST_SIDE = 200
_QUALITY = 82


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as WebP, with its size in pixels."""

    content: bytes
    width: int
    height: int

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()


def reencoded(file: bytes) -> Picture:
    """Decode a JPEG, PNG or WebP file and encode it as WebP: upright, without metadata, at most ``LONGEST_SIDE`` long.

    Raises ValidationError if the file is too large, not a whole picture, or a picture of the wrong size.
    """
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
    """Raise ValidationError for too many or too few pixels; called before any pixel is decoded."""
    if picture.width * picture.height > MOST_PIXELS:
        raise ValidationError(_("The picture has too many pixels."), code="too_many_pixels")
    if min(picture.size) < SHORTEST_SIDE:
        message = _("The picture is too small. Each side needs at least %(least)s pixels.")
        raise ValidationError(message, code="too_small", params={"least": SHORTEST_SIDE})
