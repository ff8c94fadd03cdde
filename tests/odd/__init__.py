"""Odd values sent to every parameter, path and form: none gives a server error, and none takes long."""
