"""Periods of years as they are written, on the canonical view: ``2016 - 2020``, ``2016 đến năm 2020``, ``2014 tới 2018``."""

from __future__ import annotations

import re

YEAR = r"(?:19|20)\d\d"  #: a year of the last or this century
_TO = r"\s*(?:-|cho\s+đến|đến|tới)\s*(?:năm\s+(?:học\s+)?)?"
#: Two years with what is between them, as the groups ``first`` and ``last`` of a pattern.
YEARS = rf"(?P<first>{YEAR}){_TO}(?P<last>{YEAR})(?!\d)"
#: The same with school years at either end, of which the period has the outer ones: ``năm học 2014 - 2015 đến năm học 2018 - 2019``.
SCHOOL_YEARS = rf"(?P<first>{YEAR})(?:\s*-\s*{YEAR})?{_TO}(?:{YEAR}\s*-\s*)?(?P<last>{YEAR})"


def period(match: re.Match[str] | None) -> tuple[int, int] | None:
    """Return first and last year of a match of :data:`YEARS` or :data:`SCHOOL_YEARS`; None if there is none, or no year lies between."""
    if match is None or match["first"] is None:
        return None
    first, last = int(match["first"]), int(match["last"])
    return (first, last) if first < last else None
