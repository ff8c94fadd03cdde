"""Sharing a timeline: links, frames for other sites, and oEmbed."""
