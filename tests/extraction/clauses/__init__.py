"""Extents: how far the words around a trigger that tell its event go."""
