"""Dates of ISO 8601 that may be shortened (2025, 2025-06), as the days from their first to their last."""

from __future__ import annotations

_FIRST, _LAST = "0000-00-00", "9999-99-99"


def first_day(date: str | None) -> str:
    """Sorts at or before every day that ``date`` may mean; without a date before all."""
    return _FIRST if date is None else date[:10] + "-01-01"[len(date[:10]) - 4 :]


def last_day(date: str | None) -> str:
    """Sorts at or after every day that ``date`` may mean; without a date after all."""
    return _LAST if date is None else date[:10] + "-99-99"[len(date[:10]) - 4 :]


def overlap(first: tuple[str | None, str | None], second: tuple[str | None, str | None]) -> bool:
    """Return whether two spans of time (from, until; None: open) may have a day in common."""
    return first_day(first[0]) <= last_day(second[1]) and first_day(second[0]) <= last_day(first[1])
