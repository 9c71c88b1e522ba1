"""Runs a command and prints the memory that it needed at most, in kilobytes: python apart.py COMMAND…

A process counts as its own the memory of the one that started it: this one has next to none.
"""

import resource
import subprocess
import sys

if __name__ == "__main__":
    status = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    sys.exit(status)
