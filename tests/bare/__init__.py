"""Proves ``./run`` and ``./test`` on systems where nothing is installed: ``python3 -m tests.bare``.

As root, on a machine with debootstrap.  A root folder of Debian's smallest kind (``minbase`` with python3 and git) is
made for each release, a clone of this checkout's last commit is laid into it, and both commands run there as a person
would type them: as root from a clone below ``/root``, and as an ordinary user, for whom an administrator installs what
the commands ask for and nothing else.  It takes half an hour and more, so neither ``./test`` nor CI runs it; what came
out is in docs/operations.md.
"""
