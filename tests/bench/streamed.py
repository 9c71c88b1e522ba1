"""Sends records to nowhere as a file of them is sent: python -m tests.bench.streamed LINES."""

import os
import sys
from itertools import islice

from data_access.access import Role, scope_for
from data_access.engine import store_url
from metrics import period, records
from metrics.catalogue.activity import INTERVENTIONS_COUNT
from metrics.context import context
from metrics.present import csv

SPAN = period.parse("2023..2024")  # some 200 000 interventions at scale 1


def main(lines: int) -> None:
    """The first interventions of two years, each page let go once it is written."""
    url, scope = store_url(), scope_for(Role.DIRECTION)
    question = records.question(INTERVENTIONS_COUNT, SPAN, ())
    pages = records.pages(url, question, scope, context(url), records.AT_ONCE)
    with open(os.devnull, "wb") as nowhere:
        nowhere.writelines(islice(csv.listed(pages), lines))


if __name__ == "__main__":
    main(int(sys.argv[1]))
