"""Sets Newsdesk up, starts everything it is made of, and stops all of it again.

``./run`` and ``./test`` come here. Only the standard library is imported at the top of these
modules, since the first steps run before any package is installed.
"""
