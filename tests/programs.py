"""The programs that tests need of the machine: found, else installed from Debian, else asked for."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

QUIET = ("env", "DEBIAN_FRONTEND=noninteractive")


@dataclass(frozen=True)
class Program:
    """A program under the names that it has, and the package that brings it; ``said`` names it in French."""

    said: str
    names: tuple[str, ...]
    package: str

    @property
    def command(self) -> tuple[str, ...]:
        """What installs it."""
        return "apt-get", "install", "--yes", "--no-install-recommends", self.package

    @property
    def refusal(self) -> str:
        """What a person is told when it can be neither found nor installed."""
        return (
            f"Les tests ont besoin de {self.said}, absent de cette machine. Lancez, puis recommencez :\n"
            f"    sudo {' '.join(self.command)}"
        )

    def executable(self) -> str | None:
        """Finds it."""
        return next((found for name in self.names if (found := shutil.which(name))), None)

    def install(self) -> None:
        """Installs it when that is allowed; apt-get's own words tell what went wrong."""
        if prefix := administrator():
            for command in (("apt-get", "update"), self.command):
                print(f"{' '.join(command)}…", flush=True)
                subprocess.run([*prefix, *command, "-qq"], stdout=subprocess.DEVNULL, check=False)

    def prepare(self) -> None:
        """Makes it there, or ends with a sentence."""
        if not self.executable():
            self.install()
        if not self.executable():
            sys.exit(self.refusal)


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


CHROMIUM = Program("Chromium ou de Google Chrome", ("chromium", "google-chrome"), "chromium")
LIBREOFFICE = Program("LibreOffice", ("soffice", "libreoffice"), "libreoffice-calc-nogui")

if __name__ == "__main__":
    for each in (CHROMIUM, LIBREOFFICE):
        each.prepare()
