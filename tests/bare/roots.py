"""Roots of a bare Debian, and how to step into one: a mount and process namespace of its own, the network shared."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import IO

from newsdesk.launch.process.subprocesses import dying_with_parent
from tests.bare.clients import ClientSettings

# What a person needs to clone the project and start it.
PACKAGES = ("python3", "git")
READER, READER_ID = "reader", 1000
# Chromium's sandbox needs user namespaces, which the kernel refuses within a mere chroot: the root becomes a real one.
STEP_IN = """
set -e
mount --bind "$1" "$1"
cd "$1"
mount -t proc proc proc
mount --rbind /dev dev
mount -t tmpfs -o mode=1777 tmpfs dev/shm
mount -t tmpfs -o mode=755 tmpfs run
for folder in $2; do mkdir -p ".$folder" && mount --bind "$folder" ".$folder"; done
mkdir -p .before
pivot_root . .before
umount -l /.before
shift 2
trap : INT
"$@"
"""


def make_base(release: str, folder: Path, log: IO[str]) -> Path:
    """Return the root of a release, made by debootstrap if it is not there yet."""
    base = folder / release
    if not base.exists():
        unfinished = base.with_name(f"{release}.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        command = [
            "debootstrap",
            "--variant=minbase",
            f"--include={','.join(PACKAGES)}",
            release,
            str(unfinished),
            *_mirror(),
        ]
        subprocess.run(command, stdout=log, stderr=log, check=True)
        unfinished.rename(base)
    return base


def _mirror() -> list[str]:
    """The machine's own mirror of Debian, or debootstrap's choice where it has none."""
    asked = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Label: Debian"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    return told.stdout.split()[:1]


class BareRoot:
    """A root of its own for one proof, with this machine's client settings and a clone of the checkout."""

    def __init__(self, base: Path, folder: Path, *, reader: bool, checkout: Path, settings: ClientSettings) -> None:
        self.folder, self._settings = folder, settings
        self.home = f"/home/{READER}" if reader else "/root"
        self._reader = reader
        self.remove()
        subprocess.run(["cp", "-a", "--reflink=auto", base, folder], check=True)
        # What is thrown away afterwards need not be safe from a power cut.
        (folder / "etc/dpkg/dpkg.cfg.d/unsafe-io").write_text("force-unsafe-io\n")
        if reader:
            making = ["chroot", str(folder), "useradd", "--create-home", "--uid", str(READER_ID), READER]
            subprocess.run(making, check=True)
        settings.lay_into(folder, self.home)
        clone = folder / self.home.lstrip("/") / "newsdesk"
        # A clone over the protocol holds what is committed, and nothing else.
        subprocess.run(["git", "clone", "--quiet", "--depth=1", f"file://{checkout}", clone], check=True)
        if reader:
            subprocess.run(["chown", "-R", f"{READER_ID}:{READER_ID}", folder / self.home.lstrip("/")], check=True)

    def start(self, command: str, log: Path, *, as_root: bool = False) -> subprocess.Popen[bytes]:
        """Start a shell's command in the clone, as a terminal would, with its output in a file."""
        environment = {"HOME": self.home, "PATH": os.defpath + ":/sbin:/usr/sbin", **self._settings.environment}
        words = [f"{name}={value}" for name, value in environment.items()]
        whose = ["setpriv", f"--reuid={READER_ID}", f"--regid={READER_ID}", "--clear-groups"]
        person = whose if self._reader and not as_root else []
        inner = ["env", "-i", *words, *person, "sh", "-c", f"cd {shlex.quote(self.home)}/newsdesk && {command}"]
        outer = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation", "private"]
        folders = " ".join(str(folder) for folder in self._settings.folders)
        with log.open("ab") as output:
            return subprocess.Popen(
                [*outer, "sh", "-c", STEP_IN, "sh", self.folder, folders, *inner],
                stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
                preexec_fn=dying_with_parent(),
            )  # fmt: skip

    def run(self, command: str, log: Path, *, as_root: bool = False) -> int:
        """Run a command to its end, and return its status."""
        return self.start(command, log, as_root=as_root).wait()

    def remove(self) -> None:
        """Remove it all; its mounts went with the processes."""
        subprocess.run(["rm", "-rf", "--one-file-system", self.folder], check=True)
