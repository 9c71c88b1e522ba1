"""The browser of the tests: found, else installed from Debian's packages, else asked for in French."""

import os
import shutil
import subprocess
import sys

BROWSERS = ("chromium", "google-chrome")
INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends", "chromium")
QUIET = ("env", "DEBIAN_FRONTEND=noninteractive")
REFUSAL = f"""\
Les tests ont besoin de Chromium ou de Google Chrome, absent de cette machine. Lancez, puis recommencez :
    sudo {" ".join(INSTALL)}"""


def executable() -> str | None:
    """Finds the browser's program."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def administrator() -> tuple[str, ...] | None:
    """Says how to run apt-get as administrator without being asked anything, when that is possible."""
    if not shutil.which("apt-get"):
        return None
    prefix = QUIET if os.getuid() == 0 else ("sudo", "--non-interactive", *QUIET)
    if not shutil.which(prefix[0]):
        return None
    return (
        prefix
        if subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0
        else None
    )


def install() -> None:
    """Installs Chromium when that is allowed; apt-get's own words tell what went wrong."""
    if prefix := administrator():
        for command in (("apt-get", "update"), INSTALL):
            print(f"{' '.join(command)}…", flush=True)
            subprocess.run([*prefix, *command, "-qq"], stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    if not executable():
        install()
    if not executable():
        sys.exit(REFUSAL)
