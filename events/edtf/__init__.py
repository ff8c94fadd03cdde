"""Dates as exact as their source: parsing EDTF (ISO 8601-2) and putting it into words.  Pure Python, no Django."""

from events.edtf.parse import EdtfDate, EdtfError, Precision, parse
from events.edtf.typed import plain_figures

__all__ = ["EdtfDate", "EdtfError", "Precision", "parse", "plain_figures"]
