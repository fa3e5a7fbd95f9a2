"""Times for machines: the same moment is always written alike.

Articles state the time of Vietnam (UTC+7, the whole country's since 1975) without saying so.
"""

from __future__ import annotations

import re

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ](?P<time>\d\d:\d\d)(?P<seconds>:\d\d)?(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?"
)
_VIETNAM = "+07:00"


def moment(iso: str) -> str:
    """Return ``iso`` (ISO 8601, shortened where less is known) as a moment with its zone (RFC 3339): the first one of the minute, day,
    month or year. Empty if it is not a date."""
    match = _ISO.match(iso)
    if match is None:
        return ""
    day = f"{match['year']}-{match['month'] or '01'}-{match['day'] or '01'}"
    return f"{day}T{match['time'] or '00:00'}{match['seconds'] or ':00'}{match['zone'] or _VIETNAM}"


def date_or_moment(iso: str) -> str:
    """Return ``iso`` unchanged if it has no time, else as :func:`moment` writes it."""
    match = _ISO.match(iso)
    return moment(iso) if match and match["time"] else iso
