"""Limits for one file: its size, and the computing time and memory for reading it and extracting its facts.

Stated in README.md. They are far above what an article needs (the longest known has 100 KB; a slow machine takes 10 s and 200 MB for a
whole MB), so that a file fails for what it is and not for where it is read.
"""

from __future__ import annotations

MB = 1_000_000
LARGEST = 8 * MB  #: bytes of a file that a person gives: an article, a list of units, corrections
LARGEST_PAGE = 8 * MB  #: bytes of a web page without its pictures
MOST_LINES = 10_000  #: lines of a text that hold more than white space; the most in an article known are 80
LARGEST_DOCUMENT = 50 * MB  #: bytes of a document with pictures in it: Word, PDF, a saved page


def seconds(size: int) -> float:
    """Return the computing time (CPU, not the clock's) for an article of ``size`` bytes, in seconds."""
    return 60 + 60 * size / MB


def memory(size: int) -> int:
    """Return the memory, in bytes, that may come on top of what the program has, for an article of ``size`` bytes."""
    return 1_000 * MB + 128 * size
