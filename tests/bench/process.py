"""What the system says of a process: the memory it holds, the work it did."""

import os
import resource
from pathlib import Path
from urllib.parse import urlsplit

TAKEN = "  travail du serveur par changement"
WORK = (
    0.033  # seconds of a core for it, at most: unlike what people wait for, a busy machine changes it little
)
PROCESSES = Path("/proc")
SELF = PROCESSES / "self"


def server_at(url: str) -> Path:
    """The process that serves this address on this machine."""
    told = f"--port={urlsplit(url).port}".encode()
    for folder in PROCESSES.glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:  # it ended meanwhile
            continue
        if told in words:
            return folder
    raise RuntimeError(f"Aucun processus ne sert {url}.")


def resident(process: Path = SELF) -> int:
    """The memory it holds, in megabytes."""
    pages = int((process / "statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() >> 20


def worked(process: Path) -> float:
    """The seconds of a core it took since it began, all its threads together."""
    after_name = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")
