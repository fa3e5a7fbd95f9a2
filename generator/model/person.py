"""What people decided about who is who: the entries of ``seeds/people.yml``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonDecision:
    """A person as the archive's owners identified one.

    ``name`` and ``variants`` are the names that articles write. ``same`` are the addresses of articles (``bai/…``) in which such a name
    means this person, ``not_same`` those in which it means somebody else, ``unsure`` those that were looked at and left open. ``id`` is the
    address that the person's page was given, None for the one made of the name; ``line`` is the entry's line in the file.
    """

    name: str
    same: tuple[str, ...]
    not_same: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    id: str | None = None
    why: str | None = None
    line: int = 0
