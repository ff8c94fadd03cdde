"""Sets Newsdesk up, starts all of its programs, and stops them again; ``./run`` and ``./test`` call this package.

These modules import only the standard library at their top, because the first steps run before any package is
installed.
"""
