"""What the desk cannot do, in words for the person at it."""

from __future__ import annotations

from generator.errors import KyYeuError


class DeskError(KyYeuError):
    """A decision that cannot be saved as it is."""


class StaleError(DeskError):
    """A decision about something that another has changed since it was shown."""
