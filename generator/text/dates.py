"""Dates as Vietnamese writes them."""

from __future__ import annotations

import datetime


def iso_date(day: int, month: int, year: int) -> str | None:
    """``2023-02-10``, or None when there is no such day."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
