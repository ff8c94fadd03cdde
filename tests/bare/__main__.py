"""``python3 -m tests.bare [--release bookworm] [--only root] [words for ./test]``; see the package's docstring."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from newsdesk.launch.paths import CHECKOUT
from tests.bare.clients import ClientSettings
from tests.bare.proofs import ProofFailedError, prove
from tests.bare.roots import READER, BareRoot, make_base

RELEASES = {"bookworm": "Debian 12", "trixie": "Debian 13"}
WHO = {"root": "root", READER: "an ordinary user"}


def main() -> int:
    """Prove everything that was asked for and print one row for each; 1 if any failed."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.bare", allow_abbrev=False, description=__doc__)
    parser.add_argument("--release", choices=RELEASES, action="append", help="only this one; may be repeated")
    parser.add_argument("--only", choices=WHO, action="append", help="only as this account; may be repeated")
    parser.add_argument(
        "--folder", type=Path, help="keep the roots of the releases and the logs here, for the next time"
    )
    wanted, words = parser.parse_known_args()
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        parser.error("this makes roots: it needs root and debootstrap (apt-get install debootstrap)")
    folder = wanted.folder or Path(tempfile.mkdtemp(prefix="newsdesk-bare-", dir="/var/tmp"))
    folder.mkdir(parents=True, exist_ok=True)
    print(f"logs are in {folder}", flush=True)
    rows = [_row(folder, release, who, words) for release in wanted.release or RELEASES for who in wanted.only or WHO]
    return 0 if all(rows) else 1


def _row(folder: Path, release: str, who: str, words: list[str]) -> bool:
    """Prove one release as one account, and tell whether it held."""
    log = folder / f"{release}-{who}.log"
    with log.open("w") as output:
        base = make_base(release, folder, output)
    root = BareRoot(
        base, folder / f"{release}-{who}", reader=who == READER, checkout=CHECKOUT, settings=ClientSettings(CHECKOUT)
    )
    name = f"| {RELEASES[release]} | {WHO[who]} "
    try:
        outcome = prove(root, log, words)
    except ProofFailedError as failure:
        print(f"{name}| FAILED: {failure} (the root is left in {root.folder} to look at) |", flush=True)
        return False
    root.remove()
    asked = ", ".join(outcome.asked_for) or "nothing"
    print(
        f"{name}| {asked} | {outcome.events} events after {outcome.page_seconds:.0f} s | {outcome.tests} |", flush=True
    )
    return True


if __name__ == "__main__":
    sys.exit(main())
