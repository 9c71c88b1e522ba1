"""Timings of the suite on the sample years, printed beside what is aimed at: ``python -m tests.bench``.

Nothing is asserted: a machine under load tells about the machine. Compare two runs of the same one.
"""
